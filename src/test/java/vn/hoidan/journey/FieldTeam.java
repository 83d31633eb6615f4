package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.office.HeadOffice;
import vn.hoidan.client.app.office.HeadOffices;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.Starting;
import vn.hoidan.client.net.HttpHeadOffices;
import vn.hoidan.client.store.CompressedRecords;
import vn.hoidan.client.store.ProfileFolders;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.XForms;
import vn.hoidan.server.RunningServer;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;
import vn.hoidan.vault.PinVault;

/// Laptops with real stores at a real server, whose line can be cut between the pieces of a file.
final class FieldTeam implements AutoCloseable {
    static final ListId LIST = SmallSurvey.list("27100-1");
    private static final String PIN = "482916";
    private static final ImmediateBackground LANE = new ImmediateBackground();

    private final Path folder;
    private final RunningServer server;
    private final HttpHeadOffices offices = new HttpHeadOffices("Linux");
    private final List<Workplace> open = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();
    private int untilCut = -1;

    FieldTeam(Path folder, RunningServer server) {
        this.folder = folder;
        this.server = server;
    }

    /// The piece after so many does not get through, once.
    void cutAfterPieces(int pieces) {
        untilCut = pieces;
    }

    /// Where the pieces began that were sent or tried.
    List<Long> pieces() {
        return offsets;
    }

    /// The laptop of a new enumerator, synced; the first one has the village.
    Workplace enrolled(String name) {
        Person person = server.office().staff().add(SmallSurvey.ID, "Điều tra viên " + name + " (tập dượt)",
                Role.ENUMERATOR, SmallSurvey.DISTRICT);
        if (open.isEmpty()) {
            server.office().lists().assign(LIST, person.id());
        }
        return enrolled(name, person);
    }

    /// Another laptop of a person.
    Workplace enrolled(String name, Person person) {
        SettableClock clock = new SettableClock(Samples.MORNING.plus(Duration.ofHours(1)));
        FieldWork.Surroundings surroundings = new FieldWork.Surroundings(LANE, clock, UUID::randomUUID,
                xform -> new XForms().load(xform), new CompressedRecords(), new VoucherFiles(), "0.1.0");
        Laptop laptop = new Laptop(new ProfileFolders(folder.resolve(name), clock, PinVault.Cost.LEAST), way(),
                surroundings, LANE, FieldTeam::token, () -> 0);
        Workplace place = laptop.enrol(new ServerAddress(server.host(), server.port(),
                Bytes.of(Arrays.copyOf(server.fingerprint().toArray(), EnrolmentCode.FINGERPRINT_BYTES))),
                server.office().staff().issueCode(person.id()), PIN.toCharArray());
        open.add(place);
        sync(place);
        return place;
    }

    private HeadOffices way() {
        return (HeadOffices) Proxy.newProxyInstance(HeadOffices.class.getClassLoader(),
                new Class<?>[] {HeadOffices.class}, (_, method, arguments) -> {
                    Object made = call(offices, method, arguments);
                    return made instanceof HeadOffice office ? cutting(office) : made;
                });
    }

    private HeadOffice cutting(HeadOffice office) {
        return (HeadOffice) Proxy.newProxyInstance(HeadOffice.class.getClassLoader(),
                new Class<?>[] {HeadOffice.class}, (_, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof AttachmentPiece piece) {
                        offsets.add(piece.offset());
                        if (untilCut-- == 0) {
                            throw Problem.of(ProblemKind.CONNECTION_CUT).exception();
                        }
                    }
                    return call(office, method, arguments);
                });
    }

    private static Object call(Object on, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            method.setAccessible(true);
            return method.invoke(on, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    static InterviewWork begun(Workplace place, int household) {
        return assertInstanceOf(Starting.Started.class, field(place).start(LIST, household,
                InterviewMode.FACE_TO_FACE, "vi")).interview();
    }

    static FieldWork field(Workplace place) {
        return assertInstanceOf(FieldWork.class, place.work());
    }

    static void sync(Workplace place) {
        place.sync().sync();
        assertEquals(Optional.empty(), place.sync().status().problem());
    }

    /// Own work, and what is carried for others, into a file.
    static void write(Workplace place, Path file) {
        place.carry().write(file, false, written -> assertEquals(file, written.file()), problem -> {
            throw problem.exception();
        });
    }

    /// Takes a file in.
    static void read(Workplace place, Path file) {
        place.carry().read(file, _ -> { }, problem -> {
            throw problem.exception();
        });
    }

    private static Bytes token() {
        byte[] token = new byte[32];
        new SecureRandom().nextBytes(token);
        return Bytes.of(token);
    }

    @Override
    public void close() {
        open.forEach(Workplace::close);
        offices.close();
    }
}
