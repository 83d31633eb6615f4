package vn.hoidan.client.ui.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.store.CompressedRecords;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.client.ui.kit.FileDialogs;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.LoneScreen;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.MateUnits;
import vn.hoidan.core.quota.QuotaDesign;
import vn.hoidan.core.quota.QuotaSnapshot;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.MemoryFieldStore;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;

/// Two laptops beside each other, each with this page: what one shows the other takes.
class HandOverScreenTest {
    private static final Constraint DISTRICT = new Constraint(AreaLevel.DISTRICT, Samples.BA_VI,
            AnswerFilter.EVERYBODY, 10);

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(Samples.MORNING);
    private final Language language = new Language("vi");
    private final MemoryFieldStore giving = new MemoryFieldStore();
    private final MemoryFieldStore taking = new MemoryFieldStore();
    /// The giving laptop's, after the program was started again.
    private MemoryFieldStore again;
    private HandOverScreen giver;
    private HandOverScreen taker;
    private Stage stage;
    private int changes;

    @BeforeEach
    void open() {
        prepare(giving, "1-8", taking);
        prepare(taking, "1-7", giving);
        giving.apply(List.of(new Change.UnitsReceived(new Lease(new LeaseId("1-1"), List.of(DISTRICT.cell()), 5,
                clock.now(), clock.now().plus(Duration.ofDays(6))), List.of())));
        UiThread.start();
        UiThread.runAndWait(() -> {
            Theme.install();
            giver = screen("1-7", giving);
            taker = screen("1-8", taking);
            stage = new Stage();
            stage.setScene(new Scene((Parent) giver.node(), 1000, 700));
            stage.show();
            giver.shown();
        });
    }

    private void prepare(FieldStore store, String mate, FieldStore mates) {
        Survey sample = Samples.survey();
        store.apply(List.of(new Change.Acknowledged(1, LogPosition.START, LogPosition.START),
                new Change.SurveyReceived(new Survey(sample.id(), sample.name(), sample.questionnaire(),
                        sample.consent(), sample.areas(), QuotaDesign.FREE_QUOTA, List.of(DISTRICT), List.of(), true)),
                new Change.PlaceReceived(SampleList.open(Samples.LIST, Samples.VILLAGE, "Thôn 1 (tập dượt)")),
                new Change.TeamReceived(List.of(new Mate(mate, new PersonId("p-" + mate),
                        "Điều tra viên " + mate + " (tập dượt)", mates.signing().publicKey(), false)))));
    }

    private HandOverScreen screen(String device, FieldStore store) {
        FieldWork field = new FieldWork(new Profile("p1", device, Samples.enumerator(),
                new ServerAddress("localhost", 1, Bytes.of(new byte[16]))), store,
                new FieldWork.Surroundings(new ImmediateBackground(), clock, UUID::randomUUID, _ -> {
                    throw new AssertionError("no form is needed");
                }, new CompressedRecords(), new VoucherFiles(), "test"));
        return new HandOverScreen(field, Samples.LIST, LoneScreen.tools(language, clock), files(), () -> changes++);
    }

    @AfterEach
    void close() {
        UiThread.runAndWait(stage::close);
    }

    @Test
    void handsUnitsOverByKeysAloneAndTheOtherTakesThemFromTheLetters() {
        press(KeyCode.TAB);
        press(KeyCode.TAB);
        assertEquals("hand-number", focused());
        UiThread.runAndWait(() -> ((TextInputControl) stage.getScene().getFocusOwner()).setText("3"));
        press(KeyCode.ENTER);
        assertEquals("hand-copy", focused(), text());
        assertEquals(2, giving.hand().free(List.of(DISTRICT.cell())));
        assertTrue(text().contains("Phiếu 3 suất (mọi người) cho Điều tra viên 1-8 (tập dượt)"), text());
        String letters = of(() -> ((TextInputControl) giver.node().lookup("#hand-text")).getText());
        show(taker);
        UiThread.runAndWait(() -> {
            TextInputControl pasted = (TextInputControl) taker.node().lookup("#hand-pasted");
            pasted.setText(letters);
            pasted.requestFocus();
        });
        press(KeyCode.ENTER);
        assertTrue(text().contains("Đã nhận 3 suất (mọi người) của Điều tra viên 1-7 (tập dượt)."), text());
        assertEquals(3, taking.hand().free(List.of(DISTRICT.cell())));
        assertEquals(2, changes);
        UiThread.runAndWait(() -> ((TextInputControl) taker.node().lookup("#hand-pasted")).setText(letters));
        fire("hand-take");
        assertTrue(text().contains("Phiếu này máy đã nhận rồi."), text());
        UiThread.runAndWait(() -> {
            language.next();
            taker.languageChanged();
        });
        assertTrue(text().contains("This laptop took this voucher before."), text());
    }

    @Test
    void showsAVoucherAgainAndWritesItToAFile() {
        fire("hand-give");
        show(screenAgain());
        assertNull(of(() -> giver.node().lookup("#hand-given")));
        fire("again-0");
        assertTrue(text().contains("Phiếu 1 suất"), text());
        fire("hand-save");
        assertTrue(text().contains("Đã lưu: "), text());
        show(taker);
        fire("hand-file");
        assertTrue(text().contains("Đã nhận 1 suất"), text());
    }

    @Test
    void saysWhatIsWrongWithLettersThatAreNoVoucher() {
        UiThread.runAndWait(() -> ((TextInputControl) giver.node().lookup("#hand-pasted")).setText("xin chào"));
        fire("hand-take");
        assertTrue(text().contains("Đây không phải một phiếu nguyên vẹn."), text());
        press(KeyCode.TAB);
        assertEquals("hand-take", focused());
        assertEquals(0, changes);
    }

    @Test
    void proposesWhomToGiveHowManyAndBeginsTheVoucherAtAKey() {
        giving.apply(List.of(new Change.QuotaReceived(new QuotaSnapshot(clock.now(), List.of(), List.of(),
                List.of(team("1-7", 5), team("1-8", 4))))));
        show(screenAgain());
        assertTrue(text().contains("Máy này"), text());
        assertEquals("5", of(() -> ((Label) giver.node().lookup("#evening-own")).getText()));
        assertTrue(text().contains("Suất đã chia đều."), text());
        type("evening-0", "1");
        assertEquals("Chuyển 2 suất (mọi người) cho Điều tra viên 1-8 (tập dượt)", proposal());
        press(KeyCode.DIGIT1, true);
        assertEquals("hand-number", focused());
        press(KeyCode.ENTER);
        assertEquals(3, again.hand().free(List.of(DISTRICT.cell())), text());
        assertEquals("3", of(() -> ((TextInputControl) giver.node().lookup("#evening-0")).getText()));
        assertTrue(text().contains("Suất đã chia đều."), text());
        type("evening-0", "");
        assertTrue(text().contains("Suất đã chia đều."), "who is absent gets nothing: " + text());
        type("evening-0", "9 9");
        assertTrue(text().contains("cần gõ đủ 1 con số"), text());
    }

    @Test
    void countsWhatWasHandedOverSinceTheOfficeToldOfAColleague() {
        giving.apply(List.of(new Change.QuotaReceived(new QuotaSnapshot(clock.now(), List.of(), List.of(),
                List.of(team("1-7", 5), team("1-8", 0))))));
        show(screenAgain());
        assertEquals("Chuyển 2 suất (mọi người) cho Điều tra viên 1-8 (tập dượt)", proposal());
        press(KeyCode.DIGIT1, true);
        press(KeyCode.ENTER);
        show(of(() -> giver = screen("1-7", again.reopened())));
        assertEquals("2", of(() -> ((TextInputControl) giver.node().lookup("#evening-0")).getText()));
        assertNull(of(() -> giver.node().lookup("#evening-give-0")));
    }

    private MateUnits team(String device, int free) {
        return new MateUnits(device, clock.now(), 6, clock.now().plus(Duration.ofDays(2)),
                List.of(new MateUnits.Units(List.of(DISTRICT.cell()), free)));
    }

    private String proposal() {
        return of(() -> ((Button) giver.node().lookup("#evening-give-0")).getText());
    }

    private void type(String id, String text) {
        UiThread.runAndWait(() -> ((TextInputControl) giver.node().lookup("#" + id)).setText(text));
    }

    private HandOverScreen screenAgain() {
        again = giving.reopened();
        return of(() -> giver = screen("1-7", again));
    }

    private void show(HandOverScreen screen) {
        UiThread.runAndWait(() -> {
            stage.getScene().setRoot((Parent) screen.node());
            screen.shown();
        });
    }

    private void press(KeyCode code) {
        press(code, false);
    }

    private void press(KeyCode code, boolean alt) {
        UiThread.runAndWait(() -> {
            Node owner = stage.getScene().getFocusOwner();
            Event.fireEvent(owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false));
            Event.fireEvent(owner, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, alt, false));
        });
        UiThread.runAndWait(() -> { });
    }

    private void fire(String id) {
        UiThread.runAndWait(() -> {
            stage.getScene().getRoot().applyCss();
            ((Button) stage.getScene().lookup("#" + id)).fire();
        });
        UiThread.runAndWait(() -> { });
    }

    private String focused() {
        return of(() -> Optional.ofNullable(stage.getScene().getFocusOwner()).map(Node::getId).orElse(""));
    }

    private String text() {
        return of(() -> {
            stage.getScene().getRoot().applyCss();
            return stage.getScene().getRoot().lookupAll(".label").stream().filter(Label.class::isInstance)
                    .map(node -> ((Label) node).getText()).collect(Collectors.joining("\n"));
        });
    }

    private static <T> T of(Supplier<T> some) {
        AtomicReference<T> result = new AtomicReference<>();
        UiThread.runAndWait(() -> result.set(some.get()));
        return result.get();
    }

    private FileDialogs files() {
        return new FileDialogs() {
            @Override
            public Optional<Path> toWrite(Window window, String kind, String name) {
                assertTrue(name.matches("suat-[0-9a-f]{16}\\.txt"), name);
                return Optional.of(folder.resolve("suat.txt"));
            }

            @Override
            public Optional<Path> toRead(Window window, String kind) {
                return Optional.of(folder.resolve("suat.txt"));
            }
        };
    }
}
