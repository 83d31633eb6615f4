package vn.hoidan.client;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hoidan.client.app.FirstRun;
import vn.hoidan.client.app.FormSource;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.app.OfficeReading;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.machine.Look;
import vn.hoidan.client.app.meeting.Meetings;
import vn.hoidan.client.app.office.HeadOffices;
import vn.hoidan.client.app.office.NetworkSwitch;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.office.UpdateDesk;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.ProfileStore;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.Trial;
import vn.hoidan.client.net.HttpHeadOffices;
import vn.hoidan.client.net.LocalMeetings;
import vn.hoidan.client.store.CodeFiles;
import vn.hoidan.client.store.CompressedRecords;
import vn.hoidan.client.store.LanguageFile;
import vn.hoidan.client.store.LookFile;
import vn.hoidan.client.store.OneWindow;
import vn.hoidan.client.store.ProfileFolders;
import vn.hoidan.client.store.SeizedFolder;
import vn.hoidan.client.store.ShownPeople;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.client.ui.frame.MainWindow;
import vn.hoidan.client.ui.frame.WatchedInterviews;
import vn.hoidan.client.ui.home.TrialParts;
import vn.hoidan.client.ui.interview.InterviewScreens;
import vn.hoidan.client.ui.keying.KeyingScreens;
import vn.hoidan.client.ui.kit.InterviewOpener;
import vn.hoidan.client.ui.kit.LaneBackground;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Looks;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.client.ui.preview.PreviewModel;
import vn.hoidan.core.access.OfficeWrap;
import vn.hoidan.core.access.OpenedFolder;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.pack.FormReading;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.XForms;
import vn.hoidan.form.author.AuthorForms;
import vn.hoidan.form.pack.Exercises;
import vn.hoidan.wire.Wire;

/// Puts the client together.
public final class ClientWiring {
    private ClientWiring() {
    }

    /// A switch in the way to servers over HTTPS, for {@link vn.hoidan.client.app.PracticeContext#network}.
    public static NetworkSwitch networkSwitch() {
        return new NetworkSwitch(offices());
    }

    private static HeadOffices offices() {
        return new HttpHeadOffices(System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }

    /// Begins what takes longest and depends on nothing, the start of the toolkit; for one who has something else to do
    /// before {@link #start}.
    ///
    /// @param folder of the program's data on this laptop
    /// @throws vn.hoidan.core.problem.ProblemException if there is no display
    public static void begin(Path folder) {
        UiThread.begin(new LookFile(folder).kept().orElse(Look.USUAL));
    }

    /// Runs the client; if a window is open for this folder already, that one comes to the front and takes over what
    /// this start is for. The toolkit goes on, until {@link #end}.
    ///
    /// @param log    what the program wrote down, for the file that asks for help
    /// @param worked what is done with the window, such as waiting until a person has closed it; closed afterwards
    /// @return true if the person goes on to practice
    /// @throws vn.hoidan.core.problem.ProblemException if there is no display or its library is missing
    public static boolean start(ClientSettings settings, Supplier<String> log, Consumer<RunningClient> worked) {
        Optional<OneWindow> only = OneWindow.open(settings.folder(), new OneWindow.Asking(settings.file()),
                OneWindow.PATIENCE);
        if (only.isEmpty()) {
            return false;
        }
        try (OneWindow first = only.get(); RunningClient client = open(settings, log)) {
            first.whenAsked(asking -> {
                client.toFront();
                asking.file().ifPresent(client::opened);
            });
            worked.accept(client);
            return client.isPractising();
        }
    }

    /// Ends the toolkit; no window can be opened after it.
    public static void end() {
        UiThread.exit();
    }

    /// Makes a folder in which somebody seems to work, enough for the page that asks for the PIN: there is no store
    /// behind it, and nobody can sign in.
    public static void showSomebody(Path folder) {
        ShownPeople.in(folder).add(new Profile("check", "check",
                new Person(new PersonId("check"), "check", Role.ENUMERATOR, new AreaKey("1", LocalDate.EPOCH), "1"),
                new ServerAddress("localhost", 1, Bytes.of(new byte[EnrolmentCode.FINGERPRINT_BYTES]))));
    }

    /// The language that somebody chose in the window before.
    ///
    /// @param folder of the program's data on this laptop
    public static Optional<String> keptLanguage(Path folder) {
        return new LanguageFile(folder).kept();
    }

    /// Opens the client's window and returns. The toolkit goes on after it is closed, so another can be opened.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException if there is no display or its library is missing
    public static RunningClient open(ClientSettings settings) {
        return open(settings, () -> "");
    }

    private static RunningClient open(ClientSettings settings, Supplier<String> log) {
        begin(settings.folder());
        DeviceClock clock = new SystemClock();
        Language language = new Language(settings.language());
        LaneBackground writer = new LaneBackground("hoidan writer");
        LaneBackground sync = new LaneBackground("hoidan sync");
        LaneBackground copies = new LaneBackground("hoidan copies");
        HeadOffices offices = settings.practice().map(context -> (HeadOffices) context.network())
                .orElseGet(ClientWiring::offices);
        FieldWork.Surroundings surroundings = new FieldWork.Surroundings(writer, clock, UUID::randomUUID,
                xform -> new XForms(language.now()).load(xform), new CompressedRecords(),
                new VoucherFiles(), version());
        Laptop laptop = new Laptop(new ProfileFolders(settings.folder(), clock), offices, surroundings, sync, copies,
                ClientWiring::token, Math::random);
        laptop.tellsOfItself(() -> about() + log.get());
        WatchedInterviews interviews = new WatchedInterviews(screens(language, clock));
        RunningClient client = new RunningClient(writer, sync, copies, interviews);
        LookFile look = new LookFile(settings.folder());
        Looks looks = new Looks(look.kept().orElse(Look.USUAL.withText(100 * settings.textScale())),
                chosen -> writer.run(() -> {
                    look.keep(chosen);
                    return chosen;
                }, _ -> { }, client::tell));
        LanguageFile languages = new LanguageFile(settings.folder());
        language.onChange(chosen -> writer.run(() -> {
            languages.keep(chosen);
            return chosen;
        }, _ -> { }, client::tell));
        Optional<FirstRun> firstRun = settings.practice().isPresent() ? Optional.empty()
                : Optional.of(new FirstRun(CodeFiles::read, client::practise));
        client.shows(ClientMain.show(new MainWindow.Parts(laptop, writer, clock, language,
                interviews, new TrialParts(Exercises::load, trials(language, clock)),
                settings.practice(), firstRun,
                new LocalMeetings(() -> SpokenCode.of(token(), Meetings.CODE_GROUPS)),
                looks), () -> {
                    settings.versions().ifPresent(folder -> keepNew(folder, client, laptop));
                    client.usable();
                }, client::closed));
        settings.file().ifPresent(client::opened);
        return client;
    }

    /// Begun when the window can be used, as nothing before needs it.
    private static void keepNew(Path versions, RunningClient client, Laptop laptop) {
        Updating.in(versions, new UpdateDesk.Told(client::tell, client::versionWaits)).ifPresent(updating -> {
            laptop.whenSynced(updating::synced);
            client.whenClosed(updating::stop);
            updating.usable();
        });
    }

    /// Shows an author's window until it is closed. It needs no laptop profile and no server, and stores nothing.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException if there is no display or its library is missing
    public static void preview(PreviewSettings settings) {
        SystemClock clock = new SystemClock();
        Language shown = new Language(settings.language());
        try (LaneBackground lane = new LaneBackground("hoidan preview")) {
            CountDownLatch closed = new CountDownLatch(1);
            PreviewModel model = new PreviewModel(authorForms(), new Trial.Surroundings(lane, clock),
                    settings.language());
            ClientMain.preview(model, shown, new InterviewScreens(shown, clock.zone()), settings, closed::countDown);
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the window was open", stopped);
        }
        UiThread.exit();
    }

    private static FormSource authorForms() {
        AuthorForms forms = new AuthorForms();
        return new FormSource() {
            @Override
            public FormReading read(Path form) {
                return forms.read(form);
            }

            @Override
            public String stamp(Path form) {
                return forms.stamp(form);
            }
        };
    }

    /// Puts a copy of a person's data into a folder of people, in the place of what is there of theirs, which is kept.
    ///
    /// @param pin that held when the copy was made; the caller wipes it
    /// @throws vn.hoidan.core.problem.ProblemException WRONG_PIN, PIN_WAIT, BACKUP_UNUSABLE
    public static Person restore(Path folder, Path copy, char[] pin) {
        return switch (new ProfileFolders(folder, new SystemClock()).restore(copy, pin)) {
            case ProfileStore.Unlocking.Opened opened -> {
                opened.profile().store().close();
                yield opened.profile().profile().person();
            }
            case ProfileStore.Unlocking.Denied denied ->
                throw Laptop.wrongPin(denied.wrongTries(), denied.waitSeconds()).exception();
        };
    }

    /// Reads all interviews out of a person's folder that came to the office without its PIN.
    ///
    /// @param folder of one person: `people/ID` in the laptop's data
    /// @param office gives the data key for its wrap; empty for a wrap that is not its own
    /// @throws vn.hoidan.core.problem.ProblemException NO_PERSONS_FOLDER, OFFICE_CANNOT_OPEN, STORE_DAMAGED
    public static OpenedFolder readSeized(Path folder, Function<OfficeWrap, Optional<Bytes>> office) {
        try (SeizedFolder seized = SeizedFolder.open(folder, office)) {
            return new OfficeReading(seized.profile(), seized.store(), xform -> new XForms().load(xform),
                    new SystemClock().zone()).read();
        }
    }

    /// The same as JSON, in UTF-8.
    public static byte[] json(OpenedFolder opened) {
        return Wire.of(opened);
    }

    /// An interview is held or keyed from paper, as it was begun.
    private static InterviewOpener screens(Language language, DeviceClock clock) {
        return (work, onLeave) -> (switch (work.entry().mode()) {
            case FACE_TO_FACE, ALONE_ON_DEVICE -> new InterviewScreens(language, clock.zone());
            case PAPER -> new KeyingScreens(language, clock);
        }).open(work, onLeave);
    }

    private static TrialParts.Opener trials(Language language, DeviceClock clock) {
        return (trial, title, onLeave) -> new InterviewScreens(language, clock.zone()).open(trial, title, onLeave);
    }

    /// Versions of what the program stands on.
    private static String about() {
        return Stream.of("java.runtime.version", "os.name", "os.version", "os.arch")
                .map(name -> name + " " + System.getProperty(name) + "\n")
                .collect(Collectors.joining("", "program " + version() + "\n", ""));
    }

    /// Randomness is opened when it is asked for; a start goes without it.
    private static Bytes token() {
        byte[] token = new byte[HeadOffices.TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return Bytes.of(token);
    }

    /// As the package says, or a word for a build that was not packaged.
    static String version() {
        return Optional.ofNullable(ClientWiring.class.getPackage().getImplementationVersion()).orElse("unpackaged");
    }
}
