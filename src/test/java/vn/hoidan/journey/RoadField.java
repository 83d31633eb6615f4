package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.carry.CarryOverview;
import vn.hoidan.client.app.office.HeadOffices;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.work.Completing;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.Starting;
import vn.hoidan.client.net.HttpHeadOffices;
import vn.hoidan.client.store.CompressedRecords;
import vn.hoidan.client.store.ProfileFolders;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.core.carry.DownEnvelope;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.XForms;
import vn.hoidan.server.RunningServer;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.app.intake.CarryDesk;
import vn.hoidan.server.app.quota.QuotaDesk;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.SettableClock;
import vn.hoidan.vault.PinVault;

/// Laptops with real stores and a real server between which only files go.
final class RoadField implements AutoCloseable {
    static final QuotaDesk.Decision BY_THE_OFFICE = new QuotaDesk.Decision("văn phòng", "theo kế hoạch");
    static final ListId LIST = SmallSurvey.list("27100-1");
    private static final String PIN = "482916";
    private static final ImmediateBackground LANE = new ImmediateBackground();

    private final Path folder;
    private final SettableClock clock = new SettableClock(java.time.Instant.now());
    private final HttpHeadOffices offices = new HttpHeadOffices("Linux");
    private final Map<String, Workplace> open = new HashMap<>();
    private RunningServer server;
    private int files;

    RoadField(Path folder) {
        this.folder = folder;
        this.server = ServerWiring.start(ServerSettings.practice(folder.resolve("office")));
    }

    RunningServer server() {
        return server;
    }

    String backedUp() {
        return server.office().backup().run().name();
    }

    /// The office loses what it has heard since that backup.
    void restored(String backup) {
        ServerSettings before = ServerSettings.practice(folder.resolve("office"));
        int port = server.port();
        server.close();
        ServerWiring.restore(before.data(), before.backups().resolve(backup));
        server = ServerWiring.start(new ServerSettings(before.data(), before.host(), port, before.names(),
                before.backups(), before.backupEvery()));
    }

    /// The laptop is shut, something happens to its store, and it is opened again.
    Workplace damaged(String name, String statement) throws SQLException, IOException {
        open.remove(name).close();
        try (Stream<Path> all = Files.walk(folder.resolve(name))) {
            Path file = all.filter(each -> each.endsWith("field.db")).findFirst().orElseThrow();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement act = connection.createStatement()) {
                assertEquals(1, act.executeUpdate(statement));
            }
        }
        return entered(name);
    }

    Person enumerator(String name) {
        return server.office().staff().add(SmallSurvey.ID, name, Role.ENUMERATOR, SmallSurvey.DISTRICT);
    }

    /// A laptop that knows nothing but the answer to its code.
    Workplace enrolled(String name, Person person) {
        Workplace place = laptop(name).enrol(new ServerAddress(server.host(), server.port(),
                Bytes.of(Arrays.copyOf(server.fingerprint().toArray(), EnrolmentCode.FINGERPRINT_BYTES))),
                server.office().staff().issueCode(person.id()), PIN.toCharArray());
        open.put(name, place);
        return place;
    }

    Workplace entered(String name) {
        Laptop laptop = laptop(name);
        Workplace place = assertInstanceOf(Laptop.Entering.Entered.class,
                laptop.enter(laptop.profiles().getFirst(), PIN.toCharArray())).workplace();
        open.put(name, place);
        return place;
    }

    private Laptop laptop(String name) {
        FieldWork.Surroundings surroundings = new FieldWork.Surroundings(LANE, clock, UUID::randomUUID,
                xform -> new XForms().load(xform), new CompressedRecords(), new VoucherFiles(), "0.1.0");
        return new Laptop(new ProfileFolders(folder.resolve(name), clock, PinVault.Cost.LEAST), offices, surroundings,
                LANE, RoadField::token, () -> 0);
    }

    /// The laptop is shut and its disk copied, or brought back from the copy, and it is opened again.
    Workplace imaged(String name, boolean back) {
        open.remove(name).close();
        Path image = folder.resolve(name + ".image");
        copy(back ? image : folder.resolve(name), back ? folder.resolve(name) : image);
        return entered(name);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path place = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(place);
                } else {
                    Files.copy(each, place, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path written(Workplace place) {
        Path file = folder.resolve("up-" + ++files + ".hoidan");
        place.carry().write(file, false, _ -> { }, RoadField::fail);
        return file;
    }

    /// What the office answers to a file.
    Path answered(Path file) {
        List<Envelope> envelopes = ServerWiring.carried(file);
        CarryDesk.Taken taken = server.office().carry().answerAll(envelopes);
        assertEquals(List.of(), taken.refused());
        Path back = folder.resolve("down-" + ++files + ".hoidan");
        ServerWiring.writeCarried(taken.answers(), back);
        return back;
    }

    /// One after another in one file.
    Path together(Path... downs) {
        List<DownEnvelope> all = Arrays.stream(downs).flatMap(down -> ServerWiring.carried(down).stream())
                .map(DownEnvelope.class::cast).toList();
        Path file = folder.resolve("all-" + ++files + ".hoidan");
        ServerWiring.writeCarried(all, file);
        return file;
    }

    CarryOverview.Read taken(Workplace place, Path file) {
        AtomicReference<CarryOverview.Read> seen = new AtomicReference<>();
        place.carry().read(file, seen::set, RoadField::fail);
        return seen.get();
    }

    /// By stick to the office and back.
    CarryOverview.Read trip(Workplace place) {
        return taken(place, answered(written(place)));
    }

    static CarryOverview look(Workplace place) {
        AtomicReference<CarryOverview> seen = new AtomicReference<>();
        place.carry().look(seen::set, RoadField::fail);
        return seen.get();
    }

    static FieldWork field(Workplace place) {
        return assertInstanceOf(FieldWork.class, place.work());
    }

    static void sync(Workplace place) {
        place.sync().sync();
        assertEquals(Optional.empty(), place.sync().status().problem());
    }

    static void interview(Workplace place, int household) {
        InterviewWork interview = assertInstanceOf(Starting.Started.class,
                field(place).start(LIST, household, InterviewMode.FACE_TO_FACE, "vi")).interview();
        interview.answer(new vn.hoidan.core.questionnaire.Path("/data/q1"), "1");
        interview.complete(done -> assertInstanceOf(Completing.Completed.class, done), RoadField::fail);
    }

    int accepted() {
        return server.office().board().board(SmallSurvey.ID, "vi").accepted();
    }

    private static void fail(Problem problem) {
        throw problem.exception();
    }

    private static Bytes token() {
        byte[] token = new byte[HeadOffices.TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return Bytes.of(token);
    }

    @Override
    public void close() {
        open.values().forEach(Workplace::close);
        offices.close();
        server.close();
    }
}
