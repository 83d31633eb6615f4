package vn.hoidan.client.ui.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import vn.hoidan.client.app.FirstRun;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.app.PracticeContext;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.machine.Look;
import vn.hoidan.client.app.meeting.Meetings;
import vn.hoidan.client.app.office.HeadOffices;
import vn.hoidan.client.app.office.Invitation;
import vn.hoidan.client.app.office.NetworkSwitch;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.RecordEncoder;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.net.LocalMeetings;
import vn.hoidan.client.store.CodeFiles;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.client.ui.home.TrialParts;
import vn.hoidan.client.ui.interview.InterviewScreens;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Looks;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.questionnaire.AnswerResult;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.HiddenPart;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.questionnaire.SessionContext;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.form.pack.Exercises;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.MemoryProfiles;
import vn.hoidan.support.PracticeOffice;
import vn.hoidan.support.SettableClock;

/// The real window over real use cases, with people, stores and head office in memory, driven by key presses. The
/// interview's own screen is a label that says that it is open.
final class WindowBench implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    /// What a colleague must type to meet this laptop.
    static final SpokenCode CODE = SpokenCode.of(Bytes.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}),
            Meetings.CODE_GROUPS);

    final PracticeOffice office = new PracticeOffice();
    final NetworkSwitch network = new NetworkSwitch(office);
    final MemoryProfiles profiles = new MemoryProfiles();
    final SettableClock clock;
    private final Background sync;
    final Language language = new Language("vi");
    final List<Look> kept = new ArrayList<>();
    final Looks looks = new Looks(Look.USUAL, kept::add);
    final List<InterviewWork> opened = new ArrayList<>();
    int thrownAway;
    boolean closed;
    private MainWindow window;
    private Stage stage;
    private final Hands hands;

    WindowBench(SettableClock clock) {
        this(clock, new ImmediateBackground());
    }

    /// @param sync lane of sync and of meetings
    WindowBench(SettableClock clock, Background sync) {
        this(clock, sync, List.of());
    }

    /// With code files, as at real work.
    static WindowBench withCodes(SettableClock clock) {
        return new WindowBench(clock, new ImmediateBackground(), List.of(new FirstRun(CodeFiles::read, () -> { })));
    }

    private WindowBench(SettableClock clock, Background sync, List<FirstRun> firstRun) {
        this.clock = clock;
        this.sync = sync;
        UiThread.start();
        UiThread.runAndWait(() -> {
            Theme.install();
            stage = new Stage();
            window = new MainWindow(new MainWindow.Parts(laptop(), new ImmediateBackground(), clock, language,
                    this::interview, new TrialParts(Exercises::load,
                            new InterviewScreens(language, clock.zone())::open), Optional.of(practice()),
                    firstRun.stream().findFirst(),
                    new LocalMeetings(0, LocalMeetings.Patience.USUAL, () -> CODE), looks));
            window.show(stage, () -> closed = true);
        });
        hands = new Hands(window);
        hands.resize(WIDTH, HEIGHT);
    }

    private Laptop laptop() {
        AtomicLong ids = new AtomicLong();
        FieldWork.Surroundings surroundings = new FieldWork.Surroundings(new ImmediateBackground(), clock,
                () -> new UUID(7, ids.incrementAndGet()), _ -> new NoQuestions(), new NoBodies(),
                new VoucherFiles(), "test");
        return new Laptop(profiles, network, surroundings, sync,
                () -> Bytes.of(new byte[HeadOffices.TOKEN_BYTES]), () -> 0.5);
    }

    private PracticeContext practice() {
        ServerAddress.HostAndPort place = new ServerAddress.HostAndPort("localhost", 8443);
        return new PracticeContext(List.of(
                new Invitation(PracticeOffice.person(Role.ENUMERATOR), place,
                        () -> PracticeOffice.code(Role.ENUMERATOR)),
                new Invitation(PracticeOffice.person(Role.SUPERVISOR), place,
                        () -> PracticeOffice.code(Role.SUPERVISOR))), network, () -> thrownAway++);
    }

    private Screen interview(InterviewWork work, Runnable onLeave) {
        opened.add(work);
        javafx.scene.control.Label node = new javafx.scene.control.Label("interview " + work.entry().household());
        return new Screen() {
            @Override
            public Node node() {
                return node;
            }

            @Override
            public String title() {
                return "interview";
            }

            @Override
            public List<KeyHint> keys() {
                return List.of();
            }

            @Override
            public boolean back() {
                onLeave.run();
                return true;
            }
        };
    }

    MainWindow window() {
        return window;
    }

    /// Joins as the enumerator (1) or the supervisor (2).
    WindowBench join(KeyCode who) {
        press(who).type("246810").press(KeyCode.TAB).type("246810").press(KeyCode.ENTER);
        return this;
    }

    WindowBench press(KeyCode... keys) {
        for (KeyCode key : keys) {
            hands.press(key.name());
        }
        return this;
    }

    WindowBench control(KeyCode key) {
        hands.press("Ctrl+" + key.name());
        return this;
    }

    WindowBench type(String text) {
        hands.type(text);
        return this;
    }

    /// A second goes by.
    void tick() {
        UiThread.runAndWait(window::tick);
        settle();
    }

    void settle() {
        hands.settle();
    }

    /// Everything that can be read in the window, in the order of the scene.
    String text() {
        return hands.text();
    }

    boolean says(String text) {
        return text().contains(text);
    }

    Button button(String id) {
        return (Button) window.scene().lookup("#" + id);
    }

    /// How many records the bar says wait to be sent; empty where it says nothing.
    String waiting() {
        return window.scene().lookup(".waiting-count") instanceof javafx.scene.control.Label count
                ? count.getText() : "";
    }

    boolean waitFor(String text) {
        return hands.waitFor(text, PATIENCE);
    }

    Node focused() {
        return window.scene().getFocusOwner();
    }

    /// Leaves a picture for people to look at.
    void picture(String name) {
        try {
            hands.picture(Path.of("target", "screens", name + ".png"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        UiThread.runAndWait(window::close);
        settle();
    }

    /// A form without questions.
    private record NoQuestions() implements Questionnaire {
        @Override
        public QuestionnaireId id() {
            return PracticeOffice.survey().questionnaire();
        }

        @Override
        public String title() {
            return "";
        }

        @Override
        public String version() {
            return "";
        }

        @Override
        public List<String> languages() {
            return List.of("vi", "en");
        }

        @Override
        public Optional<byte[]> file(String name) {
            return Optional.empty();
        }

        @Override
        public List<vn.hoidan.core.questionnaire.Path> unaskable() {
            return List.of();
        }

        @Override
        public Set<vn.hoidan.core.questionnaire.Path> lastSavedPaths() {
            return Set.of();
        }

        @Override
        public Session begin(SessionContext context) {
            return new NoSession();
        }
    }

    private static final class NoSession implements Session {
        private String language = "vi";

        @Override
        public List<Element.Group> sections() {
            return List.of();
        }

        @Override
        public Optional<Element.Question> question(vn.hoidan.core.questionnaire.Path path) {
            return Optional.empty();
        }

        @Override
        public AnswerResult answer(vn.hoidan.core.questionnaire.Path path, String value) {
            throw new IllegalArgumentException("no questions");
        }

        @Override
        public AnswerResult clear(vn.hoidan.core.questionnaire.Path path) {
            throw new IllegalArgumentException("no questions");
        }

        @Override
        public vn.hoidan.core.questionnaire.Path addRepeat(vn.hoidan.core.questionnaire.Path repeat) {
            throw new IllegalArgumentException("no questions");
        }

        @Override
        public void removeRepeat(vn.hoidan.core.questionnaire.Path instance) {
            throw new IllegalArgumentException("no questions");
        }

        @Override
        public List<Finding> findings() {
            return List.of();
        }

        @Override
        public List<HiddenPart> hidden() {
            return List.of();
        }

        @Override
        public Map<vn.hoidan.core.questionnaire.Path, String> answers() {
            return Map.of();
        }

        @Override
        public void setLanguage(String chosen) {
            language = chosen;
        }

        @Override
        public String language() {
            return language;
        }
    }

    private record NoBodies() implements RecordEncoder {
        @Override
        public Bytes interview(InterviewRecord record, Bytes questionnaire) {
            return Bytes.of(new byte[] {1});
        }

        @Override
        public Bytes contact(Contact contact) {
            return Bytes.of(contact.outcome().code().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        @Override
        public Bytes units(UnitsRecord record) {
            throw new IllegalStateException("no units here");
        }
    }
}
