package vn.hoidan.server.app.book;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.PendingReason;
import vn.hoidan.core.quota.SoftCount;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.core.sync.UpRecord;

/// Interviews and contact attempts as derived from the records kept; everything here can be built again from those.
public interface Interviews {

    /// An interview without its answers, which stay in the record kept.
    ///
    /// @param device      who sent it
    /// @param number      number of its record in that device's log
    /// @param contentHash SHA-256 of the record's body
    /// @param reason      why it waits, or why it used a free unit
    record Entry(InterviewId id, SurveyId survey, QuestionnaireId questionnaire, ListId list, int household,
            String device, long number, Bytes contentHash, Ruling ruling, Optional<PendingReason> reason,
            Instant receivedAt) {
    }

    /// @param groups those of soft targets that it falls in
    void add(Entry entry, Collection<CellKey> groups);

    /// Puts each interview of a survey in these groups and in no others.
    void regroup(SurveyId survey, Map<InterviewId, List<CellKey>> groups);

    /// How many interviews that count fall in each of these groups.
    List<SoftCount> groups(SurveyId survey, Collection<CellKey> groups);

    Optional<Entry> find(InterviewId id);

    boolean householdCounted(ListId list, int household);

    void accepted(InterviewId id);

    /// Declares it void; it stays, with its reason if it had one.
    void voided(InterviewId id);

    /// All of them, oldest first, one at a time: memory does not grow with their number.
    void each(SurveyId survey, Consumer<Kept> reader);

    /// Tells two states of a survey's interviews apart: interviews only ever go from waiting to accepted to void, so
    /// as long as as many stand in each state, none has changed.
    String state(SurveyId survey);

    /// An interview with its record as it came.
    record Kept(Entry entry, UpRecord record) {
    }

    /// Remembers which answers occur, so that an export knows its columns before it begins.
    void pathsSeen(QuestionnaireId questionnaire, Collection<Path> paths);

    /// Those that occur in the survey's interviews, by version of its questionnaire, oldest first.
    List<Path> paths(SurveyId survey);

    /// How many interviews were held with each version of the survey's questionnaire.
    Map<QuestionnaireId, Integer> byQuestionnaire(SurveyId survey);

    void addContact(String device, long number, Contact contact);

    /// What was done on a list so far, by household and oldest first; void interviews left out.
    List<Contact> history(ListId list);

    /// Whether this very attempt is here, from whatever log.
    boolean hasContact(Contact contact);

    int contacts(ListId list, int household);
}
