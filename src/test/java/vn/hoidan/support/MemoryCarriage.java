package vn.hoidan.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.hoidan.client.app.store.Carriage;
import vn.hoidan.core.carry.DownEnvelope;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.QuestionnairePiece;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.wire.CarriedFile;
import vn.hoidan.wire.CarriedMessages;

/// Envelopes of a store in memory, of the laptop `1-7`; nothing in them is sealed.
record MemoryCarriage(Supplier<MemoryContents> contents) implements Carriage {
    private static final String DEVICE = "1-7";

    @Override
    public UpEnvelope seal(SyncRequest request) {
        Bytes content = CarriedMessages.of(new CarriedMessages.Request(
                Bytes.of(new byte[CarriedMessages.KEY_BYTES]), request));
        return UpEnvelope.of(DEVICE, request.clock(), request.records().isEmpty() ? 0
                : request.records().getFirst().number(), request.records().isEmpty() ? 0
                : request.records().getLast().number(), _ -> content, signed -> Envelope.hash(signed));
    }

    @Override
    public Optional<SyncReply> open(DownEnvelope answer) {
        return Optional.of(CarriedMessages.reply(answer.sealed()));
    }

    @Override
    public List<Kept> kept() {
        return List.copyOf(contents.get().carried.values());
    }

    @Override
    public List<QuestionnaireId> questionnaires() {
        return List.copyOf(contents.get().questionnaires.keySet());
    }

    @Override
    public List<QuestionnairePiece> pieces() {
        return List.copyOf(contents.get().pieces);
    }

    @Override
    public boolean seeksLog() {
        return contents.get().logSought;
    }

    @Override
    public Optional<Exported> exported() {
        return contents.get().exported;
    }

    @Override
    public List<Envelope> read(Path file) {
        return CarriedFile.read(file);
    }

    @Override
    public void write(List<Envelope> envelopes, Path file) {
        CarriedFile.write(envelopes, file);
    }
}
