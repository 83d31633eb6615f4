package vn.hoidan.client.ui.carry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.office.HeadOffices;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.net.LocalMeetings;
import vn.hoidan.client.store.CompressedRecords;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.client.ui.kit.FileDialogs;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.LoneScreen;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.MemoryProfiles;
import vn.hoidan.support.PracticeOffice;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;
import vn.hoidan.wire.CarriedFile;

class CarryScreenTest {
    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(Samples.MORNING);
    private final Language language = new Language("vi");
    private Path file;
    private Workplace place;
    private CarryScreen screen;
    private Stage stage;
    private int read;
    /// What the lane is asked for while it is held; nothing waits while it is not.
    private final List<Runnable> held = new ArrayList<>();
    private boolean holds;
    /// While the person chooses a file.
    private boolean locks;

    @BeforeEach
    void open() {
        file = folder.resolve("stick.hoidan");
        FieldWork.Surroundings surroundings = new FieldWork.Surroundings(new ImmediateBackground(), clock,
                UUID::randomUUID, _ -> questionnaire(), new CompressedRecords(), new VoucherFiles(), "test");
        place = new Laptop(new MemoryProfiles(), new PracticeOffice(), surroundings, lane(),
                () -> Bytes.of(new byte[HeadOffices.TOKEN_BYTES]), () -> 0).enrol(
                        new ServerAddress("localhost", 1, Bytes.of(new byte[EnrolmentCode.FINGERPRINT_BYTES])),
                        PracticeOffice.code(Role.ENUMERATOR), "246810".toCharArray());
        UiThread.start();
        UiThread.runAndWait(() -> {
            Theme.install();
            LocalMeetings meetings = new LocalMeetings(() -> SpokenCode.of(Bytes.of(new byte[8]), 2));
            screen = new CarryScreen(new CarryModel(place.carry(), meetings, "Đ1", () -> read++), "dtv-1",
                    LoneScreen.tools(language, clock), chosen(), () -> { });
            stage = new Stage();
            stage.setScene(new Scene((Parent) screen.node(), 1000, 700));
            stage.show();
            screen.shown();
        });
    }

    @AfterEach
    void close() {
        UiThread.runAndWait(stage::close);
        place.close();
    }

    @Test
    void writesNothingAndSaysSoWhenTheLaptopLockedItselfWhileTheFileWasChosen() {
        locks = true;
        Button write = (Button) screen.node().lookup("#carry-write");
        IllegalStateException told = assertThrows(IllegalStateException.class,
                () -> UiThread.runAndWait(write::fire));
        assertTrue(String.valueOf(told.getCause()).contains(ProblemKind.LOCKED_MEANWHILE.toString()), told::toString);
        assertFalse(Files.exists(file));
    }

    @Test
    void writesAFileAndGivesTheKeyboardBackToTheButton() {
        press("carry-write");
        assertTrue(text().contains("Đã ghi xong"), text());
        assertTrue(text().contains(file.toString()), text());
        assertEquals(1, CarriedFile.read(file).size());
        assertEquals("carry-write", focused());
        UiThread.runAndWait(() -> {
            language.next();
            screen.languageChanged();
        });
        assertTrue(text().contains("Sending work without a network"), text());
        assertTrue(text().contains("Written"), text());
    }

    @Test
    void takesAColleaguesEnvelopeInAndSaysWhoseItIs() {
        Envelope brought = new UpEnvelope("d-colleague", Samples.MORNING, 1, 3, Bytes.of(new byte[40]),
                Bytes.of(new byte[64]));
        CarriedFile.write(List.of(brought), file);
        press("carry-read");
        assertEquals(1, read);
        assertTrue(text().contains("Đã nhận 1 gói của đồng nghiệp"), text());
        assertTrue(text().contains("d-colleague: 1 gói chờ lên máy chủ (3 bản ghi)"), text());
        press("carry-read");
        assertTrue(text().contains("Trong tệp không có gì mới: những gì trong đó máy này đã có."), text());
    }

    @Test
    void saysWhatTheOfficeRefusedAndWhyUntilThePersonHasRead() {
        CarriedFile.write(List.of(new UpEnvelope("d-colleague", Samples.MORNING, 1, 3, Bytes.of(new byte[40]),
                Bytes.of(new byte[64]))), file);
        press("carry-read");
        place.sync().sync();
        UiThread.runAndWait(screen::synced);
        assertTrue(text().contains("d-colleague: văn phòng không nhận 1 gói. Một gói không do máy nào"), text());
        assertTrue(text().contains("vẫn còn nguyên trên máy của người gửi"), text());
        press("carry-seen");
        assertFalse(text().contains("không nhận"), text());
        assertTrue(text().contains("Máy này không mang hộ gói nào."), text());
    }

    @Test
    void saysWhatIsWrongWithAFileAndGoesOn() throws IOException {
        Files.write(file, new byte[] {1, 2, 3});
        press("carry-read");
        assertTrue(text().contains("Tệp này không còn nguyên vẹn"), text());
        press("carry-write");
        assertTrue(text().contains("Đã ghi xong"), text());
        assertEquals(0, read);
    }

    @Test
    void keepsTheKeyboardWhileAFileIsReadAndGivesItBackToTheButton() {
        CarriedFile.write(List.of(), file);
        holds = true;
        press("carry-read");
        assertEquals("", focused(), "the page keeps it");
        holds = false;
        UiThread.runAndWait(() -> held.forEach(Runnable::run));
        assertEquals("carry-write", focused());
    }

    private Background lane() {
        Background lane = new ImmediateBackground();
        return new Background() {
            @Override
            public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Problem> onProblem) {
                if (holds) {
                    held.add(() -> lane.run(work, onDone, onProblem));
                } else {
                    lane.run(work, onDone, onProblem);
                }
            }

            @Override
            public void tell(Runnable message) {
                lane.tell(message);
            }
        };
    }

    private static Questionnaire questionnaire() {
        return (Questionnaire) Proxy.newProxyInstance(Questionnaire.class.getClassLoader(),
                new Class<?>[] {Questionnaire.class}, (_, method, _) -> {
                    assertEquals("id", method.getName());
                    return QuestionnaireId.ofHash("0".repeat(64));
                });
    }

    private FileDialogs chosen() {
        return new FileDialogs() {
            @Override
            public Optional<Path> toWrite(Window window, String kind, String name) {
                assertTrue(name.matches("hoidan-dtv-1-\\d{8}-\\d{4}\\.hoidan"), name);
                if (locks) {
                    stage.getScene().setRoot(new Group());
                }
                return Optional.of(file);
            }

            @Override
            public Optional<Path> toRead(Window window, String kind) {
                return Optional.of(file);
            }
        };
    }

    private void press(String id) {
        UiThread.runAndWait(() -> ((Button) screen.node().lookup("#" + id)).fire());
        UiThread.runAndWait(() -> { });
    }

    private String focused() {
        String[] id = new String[1];
        UiThread.runAndWait(() -> id[0] = Optional.ofNullable(stage.getScene().getFocusOwner()).map(Node::getId)
                .orElse(""));
        return id[0];
    }

    private String text() {
        String[] all = new String[1];
        UiThread.runAndWait(() -> {
            screen.node().applyCss();
            all[0] = screen.node().lookupAll(".label").stream().filter(Label.class::isInstance)
                    .map(node -> ((Label) node).getText()).collect(Collectors.joining("\n")) + screen.node()
                            .lookupAll(".check-box").stream().map(node -> ((CheckBox) node).getText())
                            .collect(Collectors.joining("\n"));
        });
        return all[0];
    }
}
