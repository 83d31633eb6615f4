package vn.hoidan.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Along;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.DraftMark;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.QuestionnaireNeeds;
import vn.hoidan.core.sync.QuestionnairePiece;
import vn.hoidan.core.sync.SealedDraft;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.support.Samples;

/// What goes along with a round of sync, in every form that was ever sent.
class AlongWireTest {
    private static final AttachmentState STATE =
            new AttachmentState(Samples.bytes(32, 4), 300_000, AttachmentState.Stage.STORED);

    static SyncRequest request() {
        DraftMark mark = new DraftMark(Samples.interviewId(1), 17);
        return new SyncRequest(SyncRequest.PROTOCOL, OwnLog.first(7), 1, 12, List.of(), List.of(), false,
                Samples.MORNING, Optional.of(Samples.bytes(32, 8)), new Along(
                        List.of(Samples.bytes(32, 4), Samples.bytes(32, 5)),
                        List.of(new AttachmentPiece(Samples.bytes(32, 5), 1000, 300, Samples.bytes(200, 6))),
                        Optional.of(List.of(mark, new DraftMark(Samples.interviewId(2), 3))),
                        List.of(new SealedDraft(mark, Samples.bytes(150, 7))), List.of(), Optional.empty(), List.of(),
                        List.of(), Optional.empty()));
    }

    static SyncReply reply() {
        return new SyncReply(1, 2, LogPosition.START, LogPosition.START, List.of(), false, Samples.quota(),
                Samples.MORNING, List.of(STATE), Optional.of(List.of(new DraftMark(Samples.interviewId(1), 17))),
                List.of(), List.of());
    }

    /// As they go by other roads than the network.
    static SyncRequest needing() {
        return new SyncRequest(SyncRequest.PROTOCOL, OwnLog.first(7), 1, 12, List.of(), List.of(), false,
                Samples.MORNING, Optional.empty(), Along.NONE.with(new QuestionnaireNeeds(
                        List.of(Samples.QUESTIONNAIRE), List.of(new QuestionnaireNeeds.Piece(Samples.QUESTIONNAIRE,
                                QuestionnairePiece.MOST_BYTES)))).proving(Samples.bytes(32, 2)));
    }

    static SyncReply bringing() {
        return new SyncReply(1, 2, LogPosition.START, LogPosition.START, List.of(), false, Samples.quota(),
                Samples.MORNING).bringing(List.of(new QuestionnairePiece(Samples.QUESTIONNAIRE,
                        QuestionnairePiece.MOST_BYTES + 40, QuestionnairePiece.MOST_BYTES, Samples.bytes(40, 3))));
    }

    /// Of interviews whose records were lost on the laptop.
    static SyncRequest doubting() {
        return new SyncRequest(SyncRequest.PROTOCOL, OwnLog.first(7), 1, 12, List.of(), List.of(), false,
                Samples.MORNING, Optional.empty(), new Along(List.of(), List.of(), Optional.empty(), List.of(),
                        List.of(), Optional.empty(), List.of(), List.of(Samples.interviewId(1), Samples.interviewId(2)),
                        Optional.empty()));
    }

    /// With interviews that were broken off on the laptop.
    static SyncRequest breakingOff() {
        return new SyncRequest(SyncRequest.PROTOCOL, OwnLog.first(7), 1, 12, List.of(), List.of(), false,
                Samples.MORNING, Optional.empty(), new Along(List.of(), List.of(), Optional.of(List.of()), List.of(),
                        List.of(Samples.interviewId(1), Samples.interviewId(2)), Optional.empty(), List.of(),
                        List.of(), Optional.empty()));
    }

    static SyncReply lacking() {
        return new SyncReply(1, 2, LogPosition.START, LogPosition.START, List.of(), false, Samples.quota(),
                Samples.MORNING).lacking(List.of(Samples.interviewId(2)));
    }

    static Draft draft() {
        return new Draft(Samples.interviewId(1), Samples.QUESTIONNAIRE, Samples.LIST, 3, InterviewMode.FACE_TO_FACE,
                Samples.MORNING, 12, 40, Samples.facts());
    }

    @Test
    void readsWhatWasWrittenDown() throws IOException {
        assertEquals(request(), Wire.syncRequest(golden("sync-request-along-2.bin")));
        assertEquals(needing(), Wire.syncRequest(golden("sync-request-needs.bin")));
        assertEquals(bringing(), Wire.syncReply(golden("sync-reply-questionnaire.json")));
        assertEquals(doubting(), Wire.syncRequest(golden("sync-request-unproven.bin")));
        assertEquals(breakingOff(), Wire.syncRequest(golden("sync-request-broken-off.bin")));
        text("sync-reply-missing.json", Wire.of(lacking()), lacking(), Wire::syncReply);
        assertEquals(draft(), RecordBodies.draft(Bytes.of(golden("draft-1.bin"))));
        text("sync-reply-along.json", Wire.of(reply()), reply(), Wire::syncReply);
        text("attachment-state.json", Wire.of(STATE), STATE, Wire::attachmentState);
        text("draft.json", Wire.of(draft()), draft(), Wire::draft);
    }

    private static <T> void text(String file, byte[] written, T sample, Function<byte[], T> reader)
            throws IOException {
        String wanted = new String(golden(file), StandardCharsets.UTF_8).strip();
        assertEquals(wanted, new String(written, StandardCharsets.UTF_8));
        assertEquals(sample, reader.apply(wanted.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsBackWhatItWroteAndNothingWhereNothingWentAlong() {
        assertEquals(request(), Wire.syncRequest(Wire.of(request())));
        assertEquals(needing(), Wire.syncRequest(Wire.of(needing())));
        assertEquals(bringing(), Wire.syncReply(Wire.of(bringing())));
        assertEquals(doubting(), Wire.syncRequest(Wire.of(doubting())));
        assertEquals(breakingOff(), Wire.syncRequest(Wire.of(breakingOff())));
        SyncRequest bare = new SyncRequest(SyncRequest.PROTOCOL, OwnLog.first(7), 1, 12, List.of(), List.of(), false,
                Samples.MORNING, Optional.empty());
        assertEquals(Along.NONE, Wire.syncRequest(Wire.of(bare)).along());
        assertEquals(draft(), RecordBodies.draft(RecordBodies.of(draft())));
    }

    @Test
    void refusesMessagesThatAreCutOrChanged() {
        refusedOrRead(Wire.of(reply()), Wire::syncReply);
        refusedOrRead(Wire.of(bringing()), Wire::syncReply);
        refusedOrRead(Wire.of(needing()), Wire::syncRequest);
        refusedOrRead(Wire.of(doubting()), Wire::syncRequest);
        refusedOrRead(Wire.of(breakingOff()), Wire::syncRequest);
        refusedOrRead(Wire.of(lacking()), Wire::syncReply);
        refusedOrRead(Wire.of(STATE), Wire::attachmentState);
        refusedOrRead(Wire.of(draft()), Wire::draft);
        refusedOrRead(RecordBodies.of(draft()).toArray(), body -> RecordBodies.draft(Bytes.of(body)));
    }

    private static void refusedOrRead(byte[] whole, Function<byte[], ?> reader) {
        for (int place = 0; place < whole.length; place++) {
            assertThrows(ProblemException.class, () -> reader.apply(new byte[0]));
            byte[] changed = whole.clone();
            changed[place] ^= 0x15;
            for (byte[] bent : List.of(Arrays.copyOf(whole, place), changed)) {
                try {
                    reader.apply(bent);
                } catch (ProblemException refused) {
                    assertTrue(List.of(ProblemKind.MESSAGE_UNREADABLE, ProblemKind.MESSAGE_TOO_LARGE)
                            .contains(refused.problem().kind()));
                }
            }
        }
    }

    @Test
    void refusesMoreThanGoesAlong() {
        List<Bytes> files = new ArrayList<>(Collections.nCopies(Along.MOST_FILES + 1, Samples.bytes(32, 4)));
        assertThrows(IllegalArgumentException.class, () -> new Along(files, List.of(), Optional.empty(), List.of(),
                List.of(), Optional.empty(), List.of(), List.of(), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new SealedDraft(new DraftMark(Samples.interviewId(1), 1),
                Samples.bytes(SealedDraft.MOST_BYTES + 1, 1)));
        String many = new String(Wire.of(STATE), StandardCharsets.UTF_8);
        String reply = "{\"epoch\":1,\"stored\":{\"n\":0,\"hash\":\"x\"},\"files\":[" + many
                + ("," + many).repeat(Along.MOST_FILES) + "]}";
        assertThrows(ProblemException.class, () -> Wire.syncReply(reply.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream stream = AlongWireTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }
}
