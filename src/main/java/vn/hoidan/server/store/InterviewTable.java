package vn.hoidan.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.PendingReason;
import vn.hoidan.core.quota.SoftCount;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.server.app.book.Interviews;

/// Interviews and contact attempts, derived from the records kept.
final class InterviewTable implements Interviews {

    private final Handle handle;
    private final Remembered remembered;
    private final List<Runnable> afterCommit = new ArrayList<>();

    InterviewTable(Handle handle, Remembered remembered) {
        this.handle = handle;
        this.remembered = remembered;
    }

    /// What may be remembered once the transaction is committed.
    List<Runnable> afterCommit() {
        return afterCommit;
    }

    @Override
    public void add(Entry entry, Collection<CellKey> groups) {
        handle.createUpdate("""
                INSERT INTO interview (position, id, survey, questionnaire, list, household, device, number,
                    content_hash, state, reason, received_at)
                VALUES ((SELECT COALESCE(MAX(position), 0) + 1 FROM interview), :id, :survey, :questionnaire, :list,
                    :household, :device, :number, :hash, :state, :reason, :at)""")
                .bind("id", entry.id().asText()).bind("survey", entry.survey().text())
                .bind("questionnaire", entry.questionnaire().text()).bind("list", entry.list().text())
                .bind("household", entry.household()).bind("device", entry.device()).bind("number", entry.number())
                .bind("hash", entry.contentHash().toArray()).bind("state", entry.ruling().code())
                .bind("reason", entry.reason().map(PendingReason::code).orElse(null))
                .bind("at", entry.receivedAt().toEpochMilli()).execute();
        inGroups(entry.survey(), entry.id(), groups);
        if (entry.ruling() == Ruling.ACCEPTED) {
            countedInGroups(entry.id());
        }
    }

    private void inGroups(SurveyId survey, InterviewId id, Collection<CellKey> groups) {
        if (groups.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO soft_member (interview, survey, cell) VALUES (:interview, :survey, :cell)");
        groups.forEach(cell -> batch.bind("interview", id.asText()).bind("survey", survey.text())
                .bind("cell", cell.text()).add());
        batch.execute();
    }

    @Override
    public void regroup(SurveyId survey, Map<InterviewId, List<CellKey>> groups) {
        handle.createUpdate("DELETE FROM soft_member WHERE survey = :survey").bind("survey", survey.text()).execute();
        handle.createUpdate("DELETE FROM soft_group WHERE survey = :survey").bind("survey", survey.text()).execute();
        groups.forEach((id, cells) -> inGroups(survey, id, cells));
        handle.createUpdate("""
                INSERT INTO soft_group (survey, cell, accepted)
                SELECT soft_member.survey, soft_member.cell, COUNT(*) FROM soft_member
                JOIN interview ON interview.id = soft_member.interview AND interview.state = 'accepted'
                WHERE soft_member.survey = :survey GROUP BY soft_member.survey, soft_member.cell""")
                .bind("survey", survey.text()).execute();
    }

    private void countedInGroups(InterviewId id) {
        handle.createUpdate("""
                INSERT INTO soft_group (survey, cell, accepted)
                SELECT survey, cell, 1 FROM soft_member WHERE interview = :id
                ON CONFLICT (survey, cell) DO UPDATE SET accepted = soft_group.accepted + 1""")
                .bind("id", id.asText()).execute();
    }

    @Override
    public List<SoftCount> groups(SurveyId survey, Collection<CellKey> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("""
                SELECT cell, accepted FROM soft_group WHERE survey = :survey AND cell IN (<cells>) ORDER BY cell""")
                .bind("survey", survey.text()).bindList("cells", groups.stream().map(CellKey::text).toList())
                .map((row, context) -> new SoftCount(new CellKey(row.getString("cell")), row.getInt("accepted")))
                .list();
    }

    @Override
    public Optional<Entry> find(InterviewId id) {
        return handle.createQuery("SELECT * FROM interview WHERE id = :id").bind("id", id.asText())
                .map((row, context) -> entry(row)).findOne();
    }

    @Override
    public boolean householdCounted(ListId list, int household) {
        return handle.createQuery("""
                SELECT COUNT(*) FROM interview
                WHERE list = :list AND household = :household AND state = 'accepted'""")
                .bind("list", list.text()).bind("household", household).mapTo(int.class).one() > 0;
    }

    @Override
    public void accepted(InterviewId id) {
        int changed = handle.createUpdate(
                "UPDATE interview SET state = 'accepted' WHERE id = :id AND state = 'pending'")
                .bind("id", id.asText()).execute();
        if (changed != 1) {
            throw new IllegalStateException("not pending: " + id.asText());
        }
        countedInGroups(id);
    }

    @Override
    public void voided(InterviewId id) {
        handle.createUpdate("""
                UPDATE soft_group SET accepted = accepted - 1
                WHERE (survey, cell) IN (SELECT survey, cell FROM soft_member WHERE interview = :id)
                    AND EXISTS (SELECT 1 FROM interview WHERE id = :id AND state = 'accepted')""")
                .bind("id", id.asText()).execute();
        int changed = handle.createUpdate("UPDATE interview SET state = 'void' WHERE id = :id AND state <> 'void'")
                .bind("id", id.asText()).execute();
        if (changed != 1) {
            throw new IllegalStateException("void already: " + id.asText());
        }
    }

    @Override
    public void each(SurveyId survey, Consumer<Kept> reader) {
        try (Stream<Kept> rows = handle.createQuery("""
                SELECT interview.*, previous, type, body, signature FROM interview
                JOIN up_record ON up_record.device = interview.device AND up_record.number = interview.number
                WHERE interview.survey = :survey ORDER BY interview.position""")
                .bind("survey", survey.text())
                .map((row, context) -> new Kept(entry(row), LogTable.record(row))).stream()) {
            rows.forEach(reader);
        }
    }

    @Override
    public String state(SurveyId survey) {
        return handle.createQuery("""
                SELECT state, COUNT(*) AS interviews FROM interview WHERE survey = :survey
                GROUP BY state ORDER BY state""").bind("survey", survey.text())
                .map((row, context) -> row.getString("state") + row.getLong("interviews"))
                .collect(Collectors.joining(" "));
    }

    @Override
    public void pathsSeen(QuestionnaireId questionnaire, Collection<Path> paths) {
        List<Path> fresh = paths.stream().filter(path -> !remembered.knows(questionnaire, path)).toList();
        if (fresh.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO answer_path (questionnaire, path, position)
                VALUES (:questionnaire, :path,
                    (SELECT COUNT(*) FROM answer_path WHERE questionnaire = :questionnaire))
                ON CONFLICT (questionnaire, path) DO NOTHING""");
        for (Path path : fresh) {
            batch.bind("questionnaire", questionnaire.text()).bind("path", path.text()).add();
        }
        batch.execute();
        afterCommit.add(() -> remembered.learn(questionnaire, fresh));
    }

    @Override
    public List<Path> paths(SurveyId survey) {
        return handle.createQuery("""
                SELECT path FROM answer_path
                WHERE questionnaire IN (SELECT DISTINCT questionnaire FROM interview WHERE survey = :survey)
                ORDER BY (SELECT MIN(number) FROM survey_questionnaire AS version WHERE version.survey = :survey
                    AND version.questionnaire = answer_path.questionnaire), questionnaire, position""")
                .bind("survey", survey.text()).mapTo(String.class).map(Path::new).list();
    }

    @Override
    public Map<QuestionnaireId, Integer> byQuestionnaire(SurveyId survey) {
        Map<QuestionnaireId, Integer> counts = new HashMap<>();
        handle.createQuery("""
                SELECT questionnaire, COUNT(*) AS count FROM interview WHERE survey = :survey
                GROUP BY questionnaire""")
                .bind("survey", survey.text())
                .map((row, context) -> Map.entry(new QuestionnaireId(row.getString("questionnaire")),
                        row.getInt("count")))
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    @Override
    public void addContact(String device, long number, Contact contact) {
        handle.createUpdate("""
                INSERT INTO contact (device, number, list, household, attempt, outcome, reason, made_at, appointment_at)
                VALUES (:device, :number, :list, :household, :attempt, :outcome, :reason, :at, :appointment)""")
                .bind("device", device).bind("number", number).bind("list", contact.list().text())
                .bind("household", contact.household()).bind("attempt", contact.attempt())
                .bind("outcome", contact.outcome().code()).bind("reason", contact.reason())
                .bind("at", contact.at().toEpochMilli())
                .bind("appointment", contact.appointment().map(Instant::toEpochMilli).orElse(null)).execute();
    }

    @Override
    public List<Contact> history(ListId list) {
        List<Contact> contacts = new ArrayList<>(handle.createQuery("""
                SELECT * FROM contact WHERE list = :list ORDER BY household, made_at, attempt""")
                .bind("list", list.text()).map((row, context) -> new Contact(list, row.getInt("household"),
                        row.getInt("attempt"), Outcome.ofCode(row.getString("outcome")), row.getString("reason"),
                        Columns.instant(row, "made_at"), Columns.maybeInstant(row, "appointment_at"))).list());
        contacts.addAll(handle.createQuery("""
                SELECT household, MIN(received_at) AS at, (SELECT COUNT(*) FROM contact
                    WHERE contact.list = interview.list AND contact.household = interview.household) AS attempts
                FROM interview WHERE list = :list AND state <> 'void' GROUP BY list, household ORDER BY household""")
                .bind("list", list.text()).map((row, context) -> new Contact(list, row.getInt("household"),
                        row.getInt("attempts") + 1, Outcome.INTERVIEWED_ELSEWHERE, "", Columns.instant(row, "at"),
                        Optional.empty())).list());
        return contacts;
    }

    @Override
    public boolean hasContact(Contact contact) {
        return handle.createQuery("""
                SELECT COUNT(*) FROM contact WHERE list = :list AND household = :household AND attempt = :attempt
                    AND outcome = :outcome AND made_at = :at""")
                .bind("list", contact.list().text()).bind("household", contact.household())
                .bind("attempt", contact.attempt()).bind("outcome", contact.outcome().code())
                .bind("at", contact.at().toEpochMilli()).mapTo(int.class).one() > 0;
    }

    @Override
    public int contacts(ListId list, int household) {
        return handle.createQuery("SELECT COUNT(*) FROM contact WHERE list = :list AND household = :household")
                .bind("list", list.text()).bind("household", household).mapTo(int.class).one();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Instant received = Columns.instant(row, "received_at");
        return new Entry(InterviewId.parse(row.getString("id")), new SurveyId(row.getString("survey")),
                new QuestionnaireId(row.getString("questionnaire")), new ListId(row.getString("list")),
                row.getInt("household"), row.getString("device"), row.getLong("number"),
                Columns.bytes(row, "content_hash"), Ruling.ofCode(row.getString("state")),
                Optional.ofNullable(row.getString("reason")).map(PendingReason::ofCode), received);
    }
}
