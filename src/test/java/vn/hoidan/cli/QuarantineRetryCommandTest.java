package vn.hoidan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.cli.command.Failures;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.RecordHeader;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.app.book.Sha256;
import vn.hoidan.support.Samples;
import vn.hoidan.vault.DeviceKey;
import vn.hoidan.vault.FileSeals;
import vn.hoidan.vault.RecordKeys;
import vn.hoidan.vault.RecordSeals;
import vn.hoidan.wire.RecordBodies;
import vn.hoidan.wire.RecordDictionary;

/// `quarantine retry` as it is typed, on a real office's folder.
class QuarantineRetryCommandTest {
    private static final ListId LIST = SmallSurvey.list("27100-1");

    @TempDir
    private Path folder;
    private OfficeFolder office;
    private OfficeFolder.Laptop laptop;

    @BeforeEach
    void open() {
        office = OfficeFolder.withSurvey(folder.resolve("data"));
        laptop = office.laptop();
    }

    private int accepted() {
        return office.look(on -> on.board().board(SmallSurvey.ID, "vi").accepted());
    }

    private int pending() {
        return office.look(on -> on.board().board(SmallSurvey.ID, "vi").rows().stream()
                .mapToInt(Board.Row::pending).sum());
    }

    private void assertAside(String... causes) {
        String listed = office.said("quarantine", "list");
        assertEquals(Arrays.asList(causes), listed.lines().filter(line -> line.endsWith("]"))
                .map(line -> line.substring(line.lastIndexOf('[') + 1, line.length() - 1)).toList(), listed);
    }

    private Path only(Path where, String beginning) throws IOException {
        try (Stream<Path> all = Files.list(where)) {
            List<Path> found = all.filter(each -> each.getFileName().toString().startsWith(beginning)).toList();
            assertEquals(1, found.size());
            return found.getFirst();
        }
    }

    @Test
    void putsTheKeyOfALaptopBackThatARestoredOfficeDoesNotKnow() throws IOException {
        office.said("server", "backup");
        DeviceKey key = laptop.laptop().signs(laptop.device());
        laptop.sync();
        laptop.laptop().interview(LIST, 1);
        office.said("server", "restore", only(office.data().resolve("backups"), "office-").toString());
        laptop.laptop().signs(laptop.device());
        laptop.sync();
        assertAside("not-genuine");
        assertTrue(office.said("quarantine", "show", "--log", laptop.device(), "--number", "1")
                .contains("--laptop-keys"));
        assertTrue(office.decided("quarantine", "retry", "--cause", "not-genuine").contains("1 bản ghi vẫn bị"));
        Path before = only(office.data(), "before-restore-").resolve("office.db");
        String done = office.decided("quarantine", "retry", "--laptop-keys", before.toString());
        assertTrue(done.contains("Đã thêm lại 1 khóa ký") && done.contains("Đã nhận 1 bản ghi; 0 bản ghi"), done);
        assertAside();
        assertEquals(1, pending(), "what a restored office does not know of waits for a ruling");
        String acts = office.said("server", "acts");
        assertTrue(acts.contains(key.publicKey().hex()) && acts.contains(laptop.device())
                && acts.contains(OfficeFolder.WHY), acts);
        assertFalse(Files.exists(office.data().resolve("office.reading")), "the copy of the copy is gone");
    }

    @Test
    void putsAVersionOfTheQuestionnaireBackAndTakesInWhatWaitsForIt() throws IOException {
        QuestionnaireId lost = QuestionnaireId.ofHash(Sha256.of(SmallSurvey.nextXform()).hex());
        RecordDictionary dictionary = RecordDictionary.of(lost, SmallSurvey.nextXform());
        for (int household = 1; household <= 2; household++) {
            InterviewRecord record = laptop.laptop().interview(LIST, household);
            laptop.laptop().replaceLast(sent -> new UpRecord(sent.number(), sent.previous(), sent.type(),
                    RecordBodies.of(record, dictionary)));
        }
        laptop.sync();
        assertAside("questionnaire", "questionnaire");
        Path form = Files.write(folder.resolve("form.xml"), SmallSurvey.nextXform().toArray());
        String done = office.decided("quarantine", "retry", "--form", form.toString());
        assertTrue(done.contains("Đã thêm lại mẫu phiếu") && done.contains("Đã nhận 2 bản ghi; 0 bản ghi"), done);
        assertAside();
        assertEquals(2, accepted());
        assertTrue(office.said("quarantine", "show", "--log", laptop.device(), "--number", "1")
                .contains(OfficeFolder.WHY));
    }

    @Test
    void takesOlderKeysOfTheOfficeFromACopyOfItsFolderAndTakesInWhatWaitsForThem(@TempDir Path copy) {
        RecordKeys older = RecordKeys.openOrCreate(copy);
        DeviceKey key = laptop.laptop().signs(laptop.device());
        laptop.sync();
        byte[] content = Samples.bytes(2000, 1).toArray();
        AttachmentName photo = AttachmentName.of(Bytes.of(content), "jpg");
        FileSeals.FileKey fileKey = FileSeals.newKey(older.current(), photo.hash(), content.length);
        Bytes file = FileSeals.piece(fileKey, content, 0, Integer.MAX_VALUE);
        office.open(on -> on.attachments().take(laptop.device(), new AttachmentPiece(FileSeals.hash(fileKey, content),
                file.length(), 0, file)));
        InterviewRecord record = laptop.laptop().interview(LIST, 1, Map.of("q1", "1", "note", photo.asText()));
        laptop.laptop().replaceLast(sent -> {
            UpRecord sealed = new UpRecord(sent.number(), sent.previous(), RecordType.INTERVIEW,
                    RecordSeals.seal(older.current(), RecordHeader.of(laptop.device(), sent).toBytes(),
                            RecordBodies.of(record, SmallSurvey.dictionary())));
            return sealed.signed(key.sign(SignaturePurpose.RECORD, sealed.position().hash()));
        });
        laptop.sync();
        assertAside("office-key");
        RecordKeys here = RecordKeys.openOrCreate(ServerWiring.identityFolder(office.data()));
        String done = office.decided("quarantine", "retry", "--keys", copy.toString());
        assertTrue(done.contains("Đã thêm 1 khóa cũ") && done.contains("Nhờ đó 1 tệp")
                && done.contains("Đã nhận 1 bản ghi; 0 bản ghi"), done);
        assertAside();
        assertEquals(1, accepted());
        assertFalse(office.said("progress").contains("thiếu tệp"), "its photograph is here and opens");
        assertEquals(here.current(), RecordKeys.openOrCreate(ServerWiring.identityFolder(office.data())).current());
    }

    @Test
    void refusesNoneOrTwoOfTheOptionsAnUnknownCauseAndAFileThatIsNoOffice() throws IOException {
        Path noOffice = Files.writeString(folder.resolve("note.txt"), "không phải văn phòng");
        for (List<String> wrong : List.of(List.<String>of(), List.of("--cause", "list", "--form", "form.xml"),
                List.of("--cause", "list", "--laptop-keys", "x.db"), List.of("--cause", "unheard-of"))) {
            assertRefused(Failures.EXIT_PERSON, wrong);
        }
        assertRefused(Failures.EXIT_SURROUNDINGS, List.of("--laptop-keys", noOffice.toString()));
        assertRefused(Failures.EXIT_SURROUNDINGS, List.of("--laptop-keys", folder.resolve("nowhere.db").toString()));
        assertTrue(office.said("server", "acts").contains("Chưa có việc nào"));
    }

    private void assertRefused(int code, List<String> options) {
        OfficeFolder.Result result = office.run(Stream.of(List.of("quarantine", "retry", "--by", "x", "--reason", "y"),
                options).flatMap(List::stream).toArray(String[]::new));
        assertEquals(code, result.code(), options + result.err());
        assertEquals(1, result.err().lines().count(), result.err());
    }
}
