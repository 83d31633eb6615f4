package vn.hoidan.client.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.sqlite.Direct;
import vn.hoidan.wire.Wire;

/// Carries changes out inside one transaction. What cannot be is a mistake of the caller and stops loudly, which rolls
/// the whole transaction back.
record ChangeWriter(Handle handle, Sealing sealing) {
    void apply(Change change) {
        switch (change) {
            case Change.InterviewBegun begun -> begin(begun);
            case Change.FactAppended appended -> append(appended);
            case Change.AttachmentKept kept -> new Attachments(handle, sealing).keep(kept.attachment());
            case Change.FilesTold told -> StoreFiles.apply(handle, told);
            case Change.InterviewMoved moved -> move(moved);
            case Change.ContactRecorded recorded -> record(recorded.contact());
            case Change.RecordAppended appended -> append(appended);
            case Change.SafeSince since -> handle.execute("UPDATE interview SET safe_since = ? WHERE id = ?",
                    since.at().map(Instant::toString).orElse(null), since.id().asText());
            case Change.AnswersDeleted deleted -> delete(deleted.id());
            case Change.SketchKept kept -> new Sketches(handle, sealing).keep(kept.id(), kept.sketch());
            case Change.SurveyReceived received -> receive(received);
            case Change.QuestionnaireReceived received -> handle.execute(
                    "INSERT INTO questionnaire (id, sealed) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
                    received.id().text(), sealing.seal(received.xform().toArray(),
                            Contexts.questionnaire(received.id())));
            case Change.QuestionnairePieceKept kept -> new StorePieces(handle, sealing).keep(kept.piece());
            case Change.QuestionnairePiecesDropped dropped -> handle.execute(
                    "DELETE FROM questionnaire_piece WHERE questionnaire = ?", dropped.questionnaire().text());
            case Change.ListReceived received -> receive(received.list(), Optional.of(received.lease()));
            case Change.PlaceReceived received -> receive(received.place(), Optional.empty());
            case Change.UnitsReceived received -> receive(received);
            case Change.HandChanged changed -> change(changed.change());
            case Change.ListWithdrawn withdrawn -> handle.execute("UPDATE sample_list SET withdrawn = 1 WHERE id = ?",
                    withdrawn.list().text());
            case Change.InterviewRuled ruled -> handle.execute("UPDATE interview SET ruling = ? WHERE id = ?",
                    ruled.ruling().code(), ruled.id().asText());
            case Change.InterviewReopened reopened -> reopen(reopened.id());
            case Change.CursorMoved moved -> {
                require(moved.to() > moved.from(), "cursor goes forward only");
                requireOne(handle.execute("UPDATE position SET cursor = ? WHERE cursor = ?", moved.to(),
                        moved.from()), "cursor does not stand at " + moved.from());
            }
            case Change.DownLogBegun _ -> {
                handle.execute("UPDATE position SET cursor = 0");
                StoreFiles.nothingTold(handle);
            }
            case Change.LogSought _ -> handle.execute("UPDATE position SET log_sought = 1, "
                    + "exported = 0, exported_at = NULL");
            case Change.LogBegun begun -> new UpLog(handle, sealing).beginAnew(begun.incarnation());
            case Change.Rejoined rejoined -> rejoin(rejoined);
            case Change.ListsBegun _ -> handle.execute("UPDATE sample_list SET withdrawn = 1");
            case Change.Acknowledged acknowledged -> acknowledge(acknowledged);
            case Change.QuotaReceived received -> document(Documents.QUOTA, Wire.of(received.quota()));
            case Change.RecordKeyReceived received -> new UpLog(handle, sealing).sealFromNowOn(received.recordKey());
            case Change.TeamReceived received -> receive(received);
            case Change.MessageReceived received -> new StoreMessages(handle, sealing).apply(received);
            case Change.MessagesRead read -> new StoreMessages(handle, sealing).apply(read);
            case Change.MessagesReadTold told -> new StoreMessages(handle, sealing).apply(told);
            case Change.BoardReceived received -> document(Documents.BOARD, Wire.of(received.board()));
            case Change.IndexReceived received -> document(Documents.INDEX, Wire.of(received.report()));
            case Change.EnvelopeTaken taken -> StoreCarriage.apply(handle, taken);
            case Change.EnvelopeAnswered answered -> StoreCarriage.apply(handle, answered);
            case Change.EnvelopeRefused refused -> StoreCarriage.apply(handle, refused);
            case Change.EnvelopeDropped dropped -> StoreCarriage.apply(handle, dropped);
            case Change.WorkExported exported -> StoreCarriage.apply(handle, exported);
            case Change.NoticeRead _ -> new Documents(handle, sealing).delete(Documents.NOTICE);
            case Change.SyncEnded ended -> handle.execute("UPDATE position SET last_sync = ?, old_units = 0, "
                    + "last_turn = CASE WHEN ? THEN ? ELSE last_turn END", ended.at().toString(), ended.turn(),
                    ended.at().toString());
        }
    }

    private void begin(Change.InterviewBegun begun) {
        require(!exists(begun.id()), "interview begun twice: " + begun.id().asText());
        handle.createUpdate("INSERT INTO interview (id, questionnaire, list, household, lease, mode, state, "
                + "started_at, changed_at, answered, asked, facts) VALUES (:id, :questionnaire, :list, :household, "
                + ":lease, :mode, :state, :at, :at, 0, 0, 0)")
                .bind("id", begun.id().asText()).bind("questionnaire", begun.questionnaire().text())
                .bind("list", begun.list().text()).bind("household", begun.household())
                .bind("lease", begun.lease().map(lease -> lease.text()).orElse(null))
                .bind("mode", begun.mode().code()).bind("state", InterviewState.IN_WORK.code())
                .bind("at", begun.at().toString()).execute();
    }

    /// Done at every answer: one query, and one row of one table.
    private void append(Change.FactAppended appended) {
        long[] row = Direct.numbers(handle, "SELECT ordinal, (SELECT coalesce(max(number), 0) + 1 FROM fact "
                + "WHERE interview = ordinal) FROM interview WHERE id = ? AND state <> 'completed'",
                appended.id().asText());
        require(row.length > 0, "no interview open to facts: " + appended.id().asText());
        int number = Math.toIntExact(row[1]);
        Direct.update(handle, "INSERT INTO fact (interview, number, sealed, answered, asked, at) "
                + "VALUES (?, ?, ?, ?, ?, ?)", row[0], number,
                sealing.seal(Wire.of(appended.fact()), Contexts.fact(appended.id(), number)), appended.answered(),
                appended.asked(), appended.fact().at().wall().toString());
    }

    private void move(Change.InterviewMoved moved) {
        require(moved.from().mayMoveTo(moved.to()),
                "an interview never moves from " + moved.from().code() + " to " + moved.to().code());
        requireOne(handle.execute("UPDATE interview SET state = ?, changed_at = ?, facts = coalesce(last.number, 0), "
                + "answered = coalesce(last.answered, interview.answered), "
                + "asked = coalesce(last.asked, interview.asked) "
                + "FROM (SELECT 1) LEFT JOIN (SELECT number, fact.answered, fact.asked FROM fact JOIN interview "
                + "ON ordinal = interview WHERE id = ? ORDER BY number DESC LIMIT 1) AS last "
                + "WHERE id = ? AND state = ?", moved.to().code(), moved.at().toString(), moved.id().asText(),
                moved.id().asText(), moved.from().code()),
                "interview is not " + moved.from().code() + ": " + moved.id().asText());
    }

    private void reopen(InterviewId id) {
        requireOne(handle.execute("UPDATE interview SET state = ?, ruling = NULL WHERE id = ? AND state = ? "
                + "AND record_number IS NULL AND only_at_office = 0", InterviewState.IN_WORK.code(), id.asText(),
                InterviewState.COMPLETED.code()), "interview that lost no record: " + id.asText());
        handle.execute("DELETE FROM sketch WHERE interview = (SELECT ordinal FROM interview WHERE id = ?)",
                id.asText());
    }

    private void delete(InterviewId id) {
        requireOne(handle.execute("UPDATE interview SET only_at_office = 1, facts = 0 WHERE id = ? AND state = ? "
                + "AND only_at_office = 0 AND record_number <= (SELECT safe FROM position)", id.asText(),
                InterviewState.COMPLETED.code()), "answers that are not safe: " + id.asText());
        handle.execute("DELETE FROM fact WHERE interview = (SELECT ordinal FROM interview WHERE id = ?)", id.asText());
        handle.execute("DELETE FROM sketch WHERE interview = (SELECT ordinal FROM interview WHERE id = ?)",
                id.asText());
        new UpLog(handle, sealing).deleteBody(id);
        StoreFiles.deleteOf(handle, id);
    }

    private void record(Contact contact) {
        int number = handle.createQuery("SELECT coalesce(max(number), 0) + 1 FROM contact WHERE list = ?")
                .bind(0, contact.list().text()).mapTo(Integer.class).one();
        handle.execute("INSERT INTO contact (list, number, sealed) VALUES (?, ?, ?)", contact.list().text(), number,
                sealing.seal(Wire.of(contact), Contexts.contact(contact.list(), number)));
    }

    private void append(Change.RecordAppended appended) {
        long number = new UpLog(handle, sealing).append(appended.type(), appended.body());
        appended.interview().ifPresent(id -> requireOne(
                handle.execute("UPDATE interview SET record_number = ? WHERE id = ?", number, id.asText()),
                "record of an unknown interview: " + id.asText()));
    }

    /// Records are sealed to the key of an office that is there; another certificate is another office's.
    private void rejoin(Change.Rejoined rejoined) {
        Documents documents = new Documents(handle, sealing);
        if (!documents.profile().address().fingerprint().equals(rejoined.profile().address().fingerprint())) {
            documents.delete(Documents.RECORD_KEY);
        }
        documents.put(Documents.PROFILE, PersonFile.bytes(rejoined.profile()));
        documents.put(Documents.TOKEN, rejoined.token().toArray());
        documents.delete(Documents.DEVICE_KEY);
        StoreSigning.keptOrMade(handle, sealing);
    }

    /// The version before stays too: an interview may be about to begin under it on another thread.
    private void receive(Change.SurveyReceived received) {
        QuestionnaireId current = received.survey().questionnaire();
        QuestionnaireId before = new Documents(handle, sealing).find(Documents.SURVEY).map(Wire::survey)
                .map(Survey::questionnaire).orElse(current);
        document(Documents.SURVEY, Wire.of(received.survey()));
        handle.createUpdate("DELETE FROM questionnaire WHERE id NOT IN (:current, :before) AND id NOT IN "
                + "(SELECT questionnaire FROM interview WHERE only_at_office = 0 AND (state <> :completed "
                + "OR record_number IS NULL OR record_number > (SELECT safe FROM position)))")
                .bind("current", current.text()).bind("before", before.text())
                .bind("completed", InterviewState.COMPLETED.code()).execute();
    }

    private void receive(SampleList list, Optional<Lease> lease) {
        handle.execute("INSERT INTO sample_list (id, sealed, sealed_lease, withdrawn) VALUES (?, ?, ?, 0) "
                + "ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed, sealed_lease = excluded.sealed_lease, "
                + "withdrawn = 0", list.id().text(), sealing.seal(Wire.of(list), Contexts.list(list.id())),
                lease.map(units -> sealing.seal(Wire.of(units), Contexts.leaseOf(list.id()))).orElse(null));
    }

    private void receive(Change.UnitsReceived received) {
        if (Direct.numbers(handle, "SELECT old_units FROM position")[0] == 0) {
            change(new HandChange.LeaseReceived(received.lease()));
            new UnitCodes(handle, sealing).keep(received.lease().id(), received.codes());
        }
    }

    private void change(HandChange change) {
        new HandRows(handle, sealing).apply(change);
        switch (change) {
            case HandChange.UnitHeld held -> holding(held.interview(), held.lease().text());
            case HandChange.HoldReleased released -> holding(released.interview(), null);
            case HandChange.LeaseReceived _, HandChange.LeaseEnded _, HandChange.CodeHeld _, HandChange.HoldUsed _,
                    HandChange.UnitsReturned _, HandChange.VoucherGiven _, HandChange.VoucherTaken _,
                    HandChange.CodeGiven _ -> {
            }
        }
    }

    private void holding(InterviewId interview, String lease) {
        requireOne(handle.execute("UPDATE interview SET lease = ? WHERE id = ?", lease, interview.asText()),
                "no interview to hold a unit for: " + interview.asText());
    }

    private void receive(Change.TeamReceived received) {
        List<Mate> merged = new ArrayList<>(new Documents(handle, sealing).team());
        merged.removeIf(known -> received.mates().stream().anyMatch(mate -> mate.device().equals(known.device())));
        merged.addAll(received.mates());
        document(Documents.TEAM, Wire.of(new DownItem.TeamKnown(merged)));
    }

    private void acknowledge(Change.Acknowledged acknowledged) {
        handle.execute("UPDATE position SET epoch = ?, stored = ?, safe = ?, brought_back = 0, log_sought = 0",
                acknowledged.epoch(), own(acknowledged.stored()), own(acknowledged.safe()));
    }

    /// Only what this log holds may ever be counted as acknowledged, since acknowledged bodies may be deleted.
    private long own(LogPosition position) {
        require(new UpLog(handle, sealing).holds(position), "acknowledged record is not of this log");
        return position.number();
    }

    private boolean exists(InterviewId id) {
        return handle.createQuery("SELECT count(*) FROM interview WHERE id = ?").bind(0, id.asText())
                .mapTo(Integer.class).one() > 0;
    }

    private void document(String name, byte[] plain) {
        new Documents(handle, sealing).put(name, plain);
    }

    private static void requireOne(int rows, String otherwise) {
        require(rows == 1, otherwise);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
