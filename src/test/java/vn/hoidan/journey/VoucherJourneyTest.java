package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.machine.Look;
import vn.hoidan.client.app.meeting.Meetings;
import vn.hoidan.client.app.office.HeadOffices;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.net.HttpHeadOffices;
import vn.hoidan.client.net.LocalMeetings;
import vn.hoidan.client.store.CompressedRecords;
import vn.hoidan.client.store.ProfileFolders;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.client.ui.frame.Hands;
import vn.hoidan.client.ui.frame.MainWindow;
import vn.hoidan.client.ui.home.TrialParts;
import vn.hoidan.client.ui.interview.InterviewScreens;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Looks;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.MateUnits;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.XForms;
import vn.hoidan.form.pack.Exercises;
import vn.hoidan.server.RunningServer;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.app.book.TeamUnits;
import vn.hoidan.server.app.quota.QuotaDesk;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.SettableClock;
import vn.hoidan.vault.PinVault;

/// Units go by voucher from one enumerator's window to another's, by keys alone, and the real server adds them up: real
/// windows, real stores, real network on loopback.
class VoucherJourneyTest {
    private static final String PIN = "482916";
    private static final ImmediateBackground LANE = new ImmediateBackground();
    private static final QuotaDesk.Decision BY_THE_OFFICE = new QuotaDesk.Decision("văn phòng", "theo kế hoạch");
    private static final List<CellKey> WOMAN = List.of(SmallSurvey.cells(SmallSurvey.DISTRICT, true));

    /// The server has the machine's clock; both laptops have the same.
    private static final SettableClock CLOCK = new SettableClock(Instant.now());

    @TempDir
    private Path folder;

    private final HttpHeadOffices offices = new HttpHeadOffices("Linux");
    private RunningServer server;
    private MainWindow window;
    private Hands hands;

    @BeforeEach
    void start() {
        server = ServerWiring.start(ServerSettings.practice(folder.resolve("office")));
        server.office().surveys().create(SmallSurvey.free(), SmallSurvey.xform(), List.of());
        UiThread.start();
        UiThread.runAndWait(() -> Theme.install());
    }

    @AfterEach
    void stop() {
        offices.close();
        server.close();
    }

    @Test
    void carriesUnitsFromOneWindowToAnotherAndTheLedgerAddsUp() throws IOException {
        String giver = enrolled("a", "Điều tra viên 1 (tập dượt)");
        String taker = enrolled("b", "Điều tra viên 2 (tập dượt)");
        synced("a");
        synced("b");
        assertEquals(women(giver), women(taker), "both have the same part");
        int each = women(giver);
        assertTrue(each > 0);

        open("a");
        hands.press("F2");
        hands.press("V");
        assertTrue(says("Suất đã chia đều. Tối nay không cần chuyển."), hands.text());
        assertTrue(says("Điều tra viên 2 (tập dượt)"), hands.text());
        type("evening-0", "0 0");
        hands.picture(Path.of("target", "screens", "hand-over-evening.png"));
        alt(KeyCode.DIGIT1);
        hands.press("Enter");
        assertTrue(says("Phiếu " + (each + 1) / 2 + " suất") || says("Phiếu " + each / 2 + " suất"), hands.text());
        String letters = of(() -> field("hand-text").getText());
        hands.press("Ctrl+D");
        shut();
        assertEquals(SmallSurvey.WOMEN_TARGET, out(), "what is under way is still out");
        assertEquals(out(), women(giver) + women(taker), "and the office knows who has it");
        assertEquals(List.of(), server.office().quotas().faults());

        open("b");
        hands.press("F2");
        hands.press("V");
        type("hand-pasted", letters);
        UiThread.runAndWait(() -> field("hand-pasted").requestFocus());
        hands.press("Enter");
        assertTrue(says("của Điều tra viên 1 (tập dượt)."), hands.text());
        type("hand-pasted", letters);
        UiThread.runAndWait(() -> field("hand-pasted").requestFocus());
        hands.press("Enter");
        assertTrue(says("Phiếu này máy đã nhận rồi."), hands.text());
        hands.press("Ctrl+D");
        shut();

        assertEquals(out(), women(giver) + women(taker), "what came by voucher went back with the others");
        assertEquals(List.of(), server.office().quotas().faults());
    }

    /// Gives the name of the new laptop.
    private String enrolled(String name, String person) {
        Person added = server.office().staff().add(SmallSurvey.ID, person, Role.ENUMERATOR, SmallSurvey.DISTRICT);
        server.office().places().assign(added.id(), SmallSurvey.DISTRICT, BY_THE_OFFICE);
        EnrolmentCode code = server.office().staff().issueCode(added.id());
        try (Workplace place = laptop(name).enrol(address(), code, PIN.toCharArray())) {
            place.sync().sync();
            return place.profile().device();
        }
    }

    /// Units for women that are out.
    private int out() {
        return server.office().quotas().cells(SmallSurvey.ID).stream()
                .filter(cell -> cell.cell().equals(WOMAN.getLast())).findFirst().orElseThrow().onLease();
    }

    private ServerAddress address() {
        return new ServerAddress(server.host(), server.port(),
                Bytes.of(Arrays.copyOf(server.fingerprint().toArray(), EnrolmentCode.FINGERPRINT_BYTES)));
    }

    /// Twice: the second round asks for units.
    private void synced(String name) {
        Laptop laptop = laptop(name);
        try (Workplace place = ((Laptop.Entering.Entered) laptop.enter(laptop.profiles().getFirst(),
                PIN.toCharArray())).workplace()) {
            place.sync().sync();
            place.sync().sync();
        }
    }

    private int women(String device) {
        return server.office().store().read(central -> central.team().all(SmallSurvey.ID, CLOCK.now())).stream()
                .map(TeamUnits.Holder::units).filter(each -> each.device().equals(device))
                .flatMap(each -> each.units().stream()).filter(each -> each.cells().containsAll(WOMAN))
                .mapToInt(MateUnits.Units::free).sum();
    }

    private Laptop laptop(String name) {
        FieldWork.Surroundings surroundings = new FieldWork.Surroundings(LANE, CLOCK, UUID::randomUUID,
                xform -> new XForms().load(xform), new CompressedRecords(), new VoucherFiles(), "0.1.0");
        return new Laptop(new ProfileFolders(folder.resolve(name), CLOCK, PinVault.Cost.LEAST), offices, surroundings,
                LANE, VoucherJourneyTest::token, () -> 0);
    }

    private static Bytes token() {
        byte[] token = new byte[HeadOffices.TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return Bytes.of(token);
    }

    private void open(String name) {
        Language language = new Language("vi");
        UiThread.runAndWait(() -> {
            window = new MainWindow(new MainWindow.Parts(laptop(name), LANE, CLOCK, language,
                    new InterviewScreens(language, CLOCK.zone())::open,
                    new TrialParts(Exercises::load, new InterviewScreens(language, CLOCK.zone())::open),
                    Optional.empty(), Optional.empty(), new LocalMeetings(0, LocalMeetings.Patience.USUAL,
                            () -> SpokenCode.of(token(), Meetings.CODE_GROUPS)), new Looks(Look.USUAL, _ -> { })));
            window.show(new Stage(), () -> { });
        });
        hands = new Hands(window);
        hands.resize(1280, 900);
        hands.press("1");
        hands.type(PIN);
        hands.press("Enter");
        assertTrue(hands.waitFor("Hôm nay", Duration.ofSeconds(60)), hands.text());
    }

    private void alt(KeyCode digit) {
        UiThread.runAndWait(() -> Event.fireEvent(window.scene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", digit, false, false, true, false)));
        hands.settle();
    }

    private void shut() {
        UiThread.runAndWait(window::close);
        hands.settle();
    }

    private boolean says(String text) {
        return hands.text().contains(text);
    }

    private void type(String id, String text) {
        UiThread.runAndWait(() -> field(id).setText(text));
    }

    private TextInputControl field(String id) {
        window.scene().getRoot().applyCss();
        return (TextInputControl) window.scene().lookup("#" + id);
    }

    private static <T> T of(Supplier<T> some) {
        AtomicReference<T> result = new AtomicReference<>();
        UiThread.runAndWait(() -> result.set(some.get()));
        return result.get();
    }
}
