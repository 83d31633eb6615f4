package vn.hoidan.client.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sync.Ruling;

/// Reads the rows of interviews.
final class InterviewRows {
    /// The newest fact tells how far an interview is, unless the interview's own row was written after it.
    static final String ENTRIES = "SELECT id, questionnaire, list, household, lease, mode, state, started_at, "
            + "lost_facts, CASE WHEN number > facts THEN fact.at ELSE changed_at END AS changed, "
            + "CASE WHEN number > facts THEN fact.answered ELSE interview.answered END AS answered_now, "
            + "CASE WHEN number > facts THEN fact.asked ELSE interview.asked END AS asked_now, "
            + "coalesce(number, 0) AS facts_now, record_number, ruling, safe_since, only_at_office "
            + "FROM interview LEFT JOIN fact "
            + "ON fact.interview = ordinal AND number = (SELECT max(number) FROM fact WHERE interview = ordinal)";

    private InterviewRows() {
    }

    /// A row of {@link #ENTRIES}.
    static InterviewEntry newest(ResultSet row) throws SQLException {
        return entry(row, "changed", "answered_now", "asked_now", "facts_now");
    }

    /// A row of the table.
    ///
    /// @throws IllegalArgumentException or DateTimeException if it makes no sense
    static InterviewEntry asWritten(ResultSet row) throws SQLException {
        InterviewEntry entry = entry(row, "changed_at", "answered", "asked", "facts");
        if (!entry.id().asText().equals(row.getString("id"))) {
            throw new IllegalArgumentException("an id is written in one way only");
        }
        return entry;
    }

    private static InterviewEntry entry(ResultSet row, String changed, String answered, String asked, String facts)
            throws SQLException {
        return new InterviewEntry(InterviewId.parse(row.getString("id")),
                new QuestionnaireId(row.getString("questionnaire")), new ListId(row.getString("list")),
                row.getInt("household"), Optional.ofNullable(row.getString("lease")).map(LeaseId::new),
                InterviewMode.ofCode(row.getString("mode")), InterviewState.ofCode(row.getString("state")),
                Instant.parse(row.getString("started_at")), Instant.parse(row.getString(changed)),
                row.getInt(answered), row.getInt(asked), row.getInt(facts), recordNumber(row),
                Optional.ofNullable(row.getString("ruling")).map(Ruling::ofCode), row.getInt("lost_facts"),
                Optional.ofNullable(row.getString("safe_since")).map(Instant::parse),
                row.getInt("only_at_office") == 1);
    }

    private static Optional<Long> recordNumber(ResultSet row) throws SQLException {
        long number = row.getLong("record_number");
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }
}
