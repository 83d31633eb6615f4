package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.store.Attaching;
import vn.hoidan.client.app.store.AttachmentSource;
import vn.hoidan.client.app.sync.SyncStatus;
import vn.hoidan.client.app.sync.Whereabouts;
import vn.hoidan.client.app.work.Completing;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.SupervisorWork;
import vn.hoidan.core.interview.AnswerManner;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.RunningServer;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.app.export.AttachmentExport;
import vn.hoidan.server.app.intake.CarryDesk;
import vn.hoidan.support.BesideOthers;


/// A photograph goes to the office after its interview, with a real store and a real server.
@BesideOthers
class FilesOnTheirWayTest {
    private static final vn.hoidan.core.questionnaire.Path PHOTO =
            new vn.hoidan.core.questionnaire.Path("/data/note");
    private static final String PLANTED = "zqxhinhanh";

    @TempDir
    Path folder;

    private RunningServer server;
    private FieldTeam team;

    @BeforeEach
    void start() {
        server = ServerWiring.start(ServerSettings.practice(folder.resolve("office")));
        server.office().surveys().create(PhotoSurvey.survey(), PhotoSurvey.xform(), SmallSurvey.lists());
        team = new FieldTeam(folder, server);
    }

    @AfterEach
    void stop() {
        team.close();
        server.close();
    }

    @Test
    void sendsAPhotographAfterItsInterviewAndCallsItSafeOnlyInABackup() throws IOException {
        Workplace place = team.enrolled("a");
        byte[] photo = photo(700_000, 1);
        interview(place, 1, photo);
        assertEquals(Whereabouts.HERE, whereabouts(place, 1));
        List<SyncStatus> told = new ArrayList<>();
        place.sync().listen(told::add);
        FieldTeam.sync(place);
        assertEquals(0, place.sync().status().files().count());
        List<Long> left = told.stream().filter(SyncStatus::running).map(status -> status.files().bytes())
                .filter(bytes -> bytes > 0).toList();
        assertTrue(left.size() >= 2 && left.getFirst() > left.getLast(), "progress in bytes: " + left);
        assertEquals(Whereabouts.STORED, whereabouts(place, 1));
        assertAtTheOffice(photo);
        assertEquals(List.of(), awaited());
        try (Stream<Path> all = Files.walk(folder.resolve("office"))) {
            assertEquals(List.of(), PlantedWord.of(PLANTED).in(PlantedWord.read(
                    all.filter(Files::isRegularFile).toList())));
        }
    }

    @Test
    void goesOnWhereItWasCutAndRecordsGoFirst() {
        Workplace place = team.enrolled("a");
        byte[] photo = photo(3 * AttachmentPiece.MOST_BYTES + 100, 2);
        interview(place, 1, photo);
        team.cutAfterPieces(2);
        place.sync().sync();
        assertEquals(Optional.empty(), place.sync().status().problem(), "the records are sent");
        assertEquals(0, place.sync().status().waiting());
        assertEquals(1, place.sync().status().files().count());
        assertEquals(Whereabouts.HERE, whereabouts(place, 1), "an interview is no further than its files");
        Board.Awaited awaited = awaited().getFirst();
        assertEquals(List.of(1, 1, place.profile().device()),
                List.of(awaited.interviews(), awaited.files(), awaited.laptop()));
        assertEquals(1, server.office().board().board(SmallSurvey.ID, "vi").accepted(), "it counts already");
        List<Long> offsets = team.pieces();
        FieldTeam.sync(place);
        assertEquals(List.of(0L, (long) AttachmentPiece.MOST_BYTES, 2L * AttachmentPiece.MOST_BYTES,
                2L * AttachmentPiece.MOST_BYTES, 3L * AttachmentPiece.MOST_BYTES), offsets);
        assertAtTheOffice(photo);
        assertEquals(Whereabouts.STORED, whereabouts(place, 1));
    }

    @Test
    void isAwaitedOnTheBoardOfTheSupervisorAboveAndOfNoOther() {
        Workplace place = team.enrolled("a");
        interview(place, 1, photo(5000, 12));
        team.cutAfterPieces(0);
        place.sync().sync();
        Workplace above = supervisor("above", SmallSurvey.DISTRICT);
        Workplace beside = supervisor("beside", SmallSurvey.OTHER_DISTRICT);
        Board.Awaited awaited = boardOf(above).awaited().getFirst();
        assertEquals(List.of(place.profile().person().name(), place.profile().device(), false, 1, 1),
                List.of(awaited.person(), awaited.laptop(), awaited.replaced(), awaited.interviews(),
                        awaited.files()));
        assertEquals(List.of(), boardOf(beside).awaited());
        FieldTeam.sync(place);
        FieldTeam.sync(above);
        assertEquals(List.of(), boardOf(above).awaited(), "it has come");
    }

    private Workplace supervisor(String name, String area) {
        return team.enrolled(name, server.office().staff().add(SmallSurvey.ID, "Giám sát viên " + name
                + " (tập dượt)", Role.SUPERVISOR, area));
    }

    /// As it came with the last sync.
    private static Board boardOf(Workplace supervisor) {
        return assertInstanceOf(SupervisorWork.class, supervisor.work()).board().orElseThrow();
    }

    @Test
    void sendsWhatIsNamedNowAndNotWhatWasReplaced() {
        Workplace place = team.enrolled("a");
        InterviewWork interview = begin(place, 1);
        attach(interview, photo(5000, 3));
        byte[] chosen = photo(6000, 4);
        attach(interview, chosen);
        FieldTeam.sync(place);
        assertEquals(1, filesAtTheOffice(), "files of interviews in work go along, too");
        complete(interview);
        FieldTeam.sync(place);
        assertEquals(1, filesAtTheOffice());
        assertAtTheOffice(chosen);
    }

    @Test
    void sendsAgainWhatARestoredServerLost() throws IOException {
        Workplace place = team.enrolled("a");
        server.office().backup().run();
        FieldTeam.sync(place);
        byte[] photo = photo(5000, 5);
        interview(place, 1, photo);
        FieldTeam.sync(place);
        assertEquals(Whereabouts.STORED, whereabouts(place, 1));
        restart();
        FieldTeam.sync(place);
        FieldTeam.sync(place);
        assertEquals(List.of(), awaited());
        assertAtTheOffice(photo);
    }

    @Test
    void callsAFileSafeOnceABackupHasItAndBringsItBackFromThere() throws IOException {
        Workplace place = team.enrolled("a");
        byte[] photo = photo(5000, 6);
        interview(place, 1, photo);
        FieldTeam.sync(place);
        assertTrue(server.office().backup().runIfNeeded());
        FieldTeam.sync(place);
        assertEquals(Whereabouts.SAFE, whereabouts(place, 1));
        assertFalse(server.office().backup().runIfNeeded());
        restart();
        assertAtTheOffice(photo);
        FieldTeam.sync(place);
        FieldTeam.sync(place);
        assertEquals(Whereabouts.SAFE, whereabouts(place, 1));
    }

    @Test
    void asksForAFileAgainThatWasDamagedBeforeItWasCopied() throws IOException {
        Workplace place = team.enrolled("a");
        byte[] photo = photo(5000, 7);
        interview(place, 1, photo);
        FieldTeam.sync(place);
        Path kept = onlyFile(folder.resolve("office").resolve("attachments"));
        byte[] damaged = Files.readAllBytes(kept);
        damaged[1000] ^= 1;
        Files.write(kept, damaged);
        server.office().backup().run();
        assertEquals(0, filesAtTheOffice());
        FieldTeam.sync(place);
        assertAtTheOffice(photo);
        server.office().backup().run();
        FieldTeam.sync(place);
        assertEquals(Whereabouts.SAFE, whereabouts(place, 1));
    }

    @Test
    void exportsFilesOpenedAndTellsWhichAreMissing() throws IOException {
        Workplace place = team.enrolled("a");
        byte[] photo = photo(5000, 8);
        interview(place, 1, photo);
        team.cutAfterPieces(1);
        interview(place, 2, photo(6000, 9));
        FieldTeam.sync(place);
        List<List<String>> rows = new ArrayList<>();
        Path out = folder.resolve("out");
        assertEquals(new AttachmentExport.Exported(1, 1), server.office().attachmentExport().export(SmallSurvey.ID,
                out, rows::add));
        Path opened = onlyFile(out);
        assertArrayEquals(photo, Files.readAllBytes(opened));
        assertEquals(List.of("written", "missing"), rows.stream().skip(1).map(List::getLast).toList());
        assertEquals(opened.getFileName().toString(), rows.get(1).get(2));
    }

    @Test
    void goesByStickInTheSamePiecesAndTheAnswerComesBack() {
        Workplace place = team.enrolled("a");
        byte[] photo = photo(9 * AttachmentPiece.MOST_BYTES + 77, 10);
        interview(place, 1, photo);
        Path stick = folder.resolve("stick.hoidan");
        FieldTeam.write(place, stick);
        CarryDesk.Taken taken = server.office().carry().answerAll(ServerWiring.carried(stick));
        assertEquals(List.of(), taken.refused());
        assertEquals(3, taken.answers().size(), "the records and two requests with pieces");
        assertAtTheOffice(photo);
        assertEquals(List.of(), server.office().carry().answerAll(ServerWiring.carried(stick)).refused());
        assertEquals(1, filesAtTheOffice());
        assertEquals(Whereabouts.HERE, whereabouts(place, 1));
        // what the office has is told with the next work on a stick
        FieldTeam.write(place, stick);
        Path back = folder.resolve("back.hoidan");
        ServerWiring.writeCarried(server.office().carry().answerAll(ServerWiring.carried(stick)).answers(), back);
        FieldTeam.read(place, back);
        assertEquals(Whereabouts.STORED, whereabouts(place, 1));
        assertEquals(List.of(), team.pieces(), "nothing went over the network");
        FieldTeam.write(place, stick);
        assertEquals(1, ServerWiring.carried(stick).size(), "no pieces are left");
    }

    @Test
    void goesByAColleagueWhoCanReadNothingOfIt() throws IOException {
        Workplace place = team.enrolled("a");
        Workplace colleague = team.enrolled("b");
        byte[] photo = photo(5000, 11);
        interview(place, 1, photo);
        Path stick = folder.resolve("stick.hoidan");
        FieldTeam.write(place, stick);
        FieldTeam.read(colleague, stick);
        FieldTeam.sync(colleague);
        assertAtTheOffice(photo);
        for (Path where : List.of(folder.resolve("b"), stick)) {
            try (Stream<Path> all = Files.walk(where)) {
                assertEquals(List.of(), PlantedWord.of(PLANTED).in(PlantedWord.read(
                        all.filter(Files::isRegularFile).toList())));
            }
        }
    }

    private static Path onlyFile(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size());
            return all.getFirst();
        }
    }

    /// The server is put back to its newest backup; the disk with the files is lost as well.
    private void restart() throws IOException {
        int port = server.port();
        server.close();
        Path data = folder.resolve("office");
        ServerSettings settings = ServerSettings.practice(data);
        Path newest;
        try (Stream<Path> copies = Files.list(settings.backups())) {
            newest = copies.filter(each -> each.toString().endsWith(".db")).sorted().toList().getLast();
        }
        try (Stream<Path> files = Files.list(data.resolve("attachments"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        ServerWiring.restore(data, newest);
        server = ServerWiring.start(new ServerSettings(data, settings.host(), port, settings.names(),
                settings.backups(), settings.backupEvery()));
    }

    private int filesAtTheOffice() {
        return server.office().store().read(central -> central.attachments().all()).size();
    }

    private void assertAtTheOffice(byte[] photo) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        assertTrue(server.office().attachments().open(AttachmentName.of(Bytes.of(photo), "").hash(), content));
        assertArrayEquals(photo, content.toByteArray());
    }

    private List<Board.Awaited> awaited() {
        return server.office().board().board(SmallSurvey.ID, "vi").awaited();
    }

    private static Whereabouts whereabouts(Workplace place, int household) {
        return FieldTeam.field(place).home().villages().getFirst().whereabouts().get(household);
    }

    private static void interview(Workplace place, int household, byte[] photo) {
        InterviewWork interview = begin(place, household);
        attach(interview, photo);
        complete(interview);
    }

    private static InterviewWork begin(Workplace place, int household) {
        InterviewWork interview = FieldTeam.begun(place, household);
        interview.answer(new vn.hoidan.core.questionnaire.Path("/data/q1"), "1");
        return interview;
    }

    private static void complete(InterviewWork interview) {
        interview.complete(done -> assertInstanceOf(Completing.Completed.class, done), FilesOnTheirWayTest::fail);
    }

    private static void attach(InterviewWork interview, byte[] photo) {
        AtomicReference<Attaching> came = new AtomicReference<>();
        interview.attach(PHOTO, new AttachmentSource() {
            @Override
            public String fileName() {
                return "ảnh cổng.png";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(photo);
            }
        }, AnswerManner.ENTERED, came::set, FilesOnTheirWayTest::fail);
        assertInstanceOf(Attaching.Kept.class, came.get());
    }

    private static void fail(Problem problem) {
        throw problem.exception();
    }

    /// As far as the program looks, a picture.
    private static byte[] photo(int bytes, int seed) {
        byte[] photo = new byte[bytes];
        new Random(seed).nextBytes(photo);
        byte[] beginning = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        System.arraycopy(beginning, 0, photo, 0, beginning.length);
        byte[] word = PLANTED.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(word, 0, photo, 100, word.length);
        return photo;
    }
}
