package vn.hoidan.core.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.hoidan.core.interview.AnswerTiming;
import vn.hoidan.core.interview.Course;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.PaperForm;
import vn.hoidan.core.interview.QualityFlag;
import vn.hoidan.core.interview.Remarks;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.SurveyId;

/// A completed interview as it is stored and sent, once and unchanged.
///
/// @param household       number on its sample list
/// @param lease           the lease whose unit it used, empty if it was begun without one
/// @param code            the code of the unit that a mate read out, if that is what it used
/// @param activeMillis    interviewing time, pauses left out
/// @param changes         how often an answer was given a new value
/// @param answers         relevant answers by path, in the form's order
/// @param paper           what the paper says beside its answers, if it was keyed from paper
/// @param remarks         comments, and which answers were given alone
/// @param flags           what a supervisor may want to look at
/// @param course          how it went; empty when an older program held it
public record InterviewRecord(InterviewId id, SurveyId survey, QuestionnaireId questionnaire, ListId list,
        int household, Optional<LeaseId> lease, Optional<UnitCode> code, InterviewMode mode, String language,
        String consentVersion, String applicationVersion, Instant startedAt, Instant completedAt, long activeMillis,
        int changes, Map<Path, String> answers, List<AnswerTiming> timings, Optional<PaperForm> paper,
        List<QualityFlag> flags, Remarks remarks, Optional<Course> course) {
    public InterviewRecord {
        flags = List.copyOf(flags);
    }

    /// Files and pictures that answers name.
    public Stream<AttachmentName> attachments() {
        return answers.values().stream().flatMap(answer -> AttachmentName.parse(answer).stream());
    }

    /// The same, held at another household.
    public InterviewRecord at(ListId otherList, int otherHousehold) {
        return new InterviewRecord(id, survey, questionnaire, otherList, otherHousehold, lease, code, mode, language,
                consentVersion, applicationVersion, startedAt, completedAt, activeMillis, changes, answers, timings,
                paper, flags, remarks, course);
    }

    /// An interview that was not keyed from paper, with nothing to look at and nothing remarked.
    public InterviewRecord(InterviewId id, SurveyId survey, QuestionnaireId questionnaire, ListId list, int household,
            Optional<LeaseId> lease, InterviewMode mode, String language, String consentVersion,
            String applicationVersion, Instant startedAt, Instant completedAt, long activeMillis, int changes,
            Map<Path, String> answers, List<AnswerTiming> timings) {
        this(id, survey, questionnaire, list, household, lease, Optional.empty(), mode, language, consentVersion,
                applicationVersion, startedAt, completedAt, activeMillis, changes, answers, timings, Optional.empty(),
                List.of(), Remarks.NONE, Optional.empty());
    }
}
