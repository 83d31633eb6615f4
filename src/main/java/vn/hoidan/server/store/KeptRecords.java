package vn.hoidan.server.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.RecordHeader;
import vn.hoidan.core.sync.SealedDraft;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.app.book.RecordReader;
import vn.hoidan.server.app.book.Surveys;
import vn.hoidan.server.app.intake.DraftDesk;
import vn.hoidan.vault.RecordKeys;
import vn.hoidan.vault.RecordSeals;
import vn.hoidan.wire.RecordBodies;
import vn.hoidan.wire.RecordDictionary;

/// Reads records of every version that laptops ever sent: version 1 is the compressed message itself, version 2 the
/// same sealed to one of the office's keys. Safe for several threads.
public final class KeptRecords implements RecordReader, DraftDesk.DraftReader {
    private final RecordKeys keys;
    /// Of the questionnaires seen so far, which never change; a few for each survey.
    private final Map<QuestionnaireId, RecordDictionary> dictionaries = new ConcurrentHashMap<>();

    public KeptRecords(RecordKeys keys) {
        this.keys = keys;
    }

    @Override
    public InterviewRecord interview(Surveys surveys, String log, UpRecord record) {
        return RecordBodies.interview(content(log, record), name -> dictionary(surveys, name));
    }

    @Override
    public Contact contact(String log, UpRecord record) {
        return RecordBodies.contact(content(log, record));
    }

    @Override
    public UnitsRecord units(String log, UpRecord record) {
        return RecordBodies.units(record.type(), content(log, record));
    }

    @Override
    public Draft draft(SealedDraft draft) {
        Draft read = RecordBodies.draft(keys.open(SealedDraft.header(draft.mark()), draft.sealed()));
        if (!read.mark().equals(draft.mark())) {
            throw Problem.of(ProblemKind.RECORD_NOT_GENUINE, "reason", "draft").exception();
        }
        return read;
    }

    @Override
    public Bytes cover(Bytes contentHash) {
        return keys.cover(contentHash);
    }

    private Bytes content(String log, UpRecord record) {
        if (!RecordSeals.isSealed(record.body())) {
            return record.body();
        }
        if (record.signature().isEmpty()) {
            throw Problem.of(ProblemKind.RECORD_NOT_GENUINE, "reason", "no signature").exception();
        }
        return keys.open(RecordHeader.of(log, record).toBytes(), record.body());
    }

    private Optional<RecordDictionary> dictionary(Surveys surveys, int name) {
        return known(name).or(() -> {
            surveys.all().forEach(survey -> surveys.versions(survey.id()).forEach(version ->
                    dictionaries.computeIfAbsent(version.questionnaire(), id ->
                            RecordDictionary.of(id, surveys.questionnaire(id).orElseThrow()))));
            return known(name);
        });
    }

    private Optional<RecordDictionary> known(int name) {
        return dictionaries.values().stream().filter(dictionary -> dictionary.name() == name).findFirst();
    }
}
