package vn.hoidan.journey;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.ProfileStore;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.net.HttpHeadOffices;
import vn.hoidan.client.store.CompressedRecords;
import vn.hoidan.client.store.ProfileFolders;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.sampling.Household;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.form.XForms;
import vn.hoidan.form.pack.SurveyPacks;
import vn.hoidan.server.Office;
import vn.hoidan.server.RunningServer;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.store.KeptRecords;
import vn.hoidan.vault.PinVault;
import vn.hoidan.vault.RecordKeys;

/// A real server on the loopback with the SIPAS questionnaire and one village that is never full, and laptops for it
/// made of the same parts as the program's, but for the window.
final class SipasOffice implements AutoCloseable {
    static final String PIN = "482916";
    static final ListId LIST = SmallSurvey.list("27100-1");
    /// Households, and units of the village's quota.
    static final int HOUSEHOLDS = 2_000;

    private final RunningServer server;

    private final Path folder;

    SipasOffice(Path folder, List<Household> households) {
        this(folder, xform(), households);
    }

    /// With another questionnaire.
    SipasOffice(Path folder, Bytes xform, List<Household> households) {
        this.folder = folder;
        server = ServerWiring.start(ServerSettings.practice(folder));
        create(server.office(), xform, households);
    }

    /// The survey with its one village.
    static void create(Office office, Bytes xform, List<Household> households) {
        Survey small = SmallSurvey.survey();
        List<Constraint> constraints = small.constraints().stream()
                .map(each -> new Constraint(each.level(), each.area(), HOUSEHOLDS)).toList();
        Survey survey = new Survey(small.id(), small.name(), new XForms().load(xform).id(), small.consent(),
                small.areas(), constraints, true);
        SampleList village = SmallSurvey.lists().stream().filter(list -> list.id().equals(LIST)).findFirst()
                .orElseThrow();
        office.surveys().create(survey, xform, List.of(new SampleList(LIST, village.village(),
                village.villageName(), HOUSEHOLDS, households)));
    }

    static Bytes xform() {
        return SurveyPacks.builtIn(SurveyPacks.SIPAS).xform();
    }

    static List<Household> households() {
        List<Household> households = new ArrayList<>();
        for (int number = 1; number <= HOUSEHOLDS; number++) {
            households.add(new Household(number, "Hộ " + number, "ngõ " + number + " (tập dượt)"));
        }
        return households;
    }

    /// Enrols a laptop for a new enumerator who has the village, and syncs it.
    void enrol(Path laptop, Background lane) {
        enrol(laptop, lane, server.port());
    }

    int port() {
        return server.port();
    }

    /// @param port of the server or of a line to it
    void enrol(Path laptop, Background lane, int port) {
        enrol(laptop, lane, codeFor(server.office()), new ServerAddress(server.host(), port,
                Bytes.of(Arrays.copyOf(server.fingerprint().toArray(), EnrolmentCode.FINGERPRINT_BYTES))));
    }

    /// For a new enumerator who has the village.
    static EnrolmentCode codeFor(Office office) {
        Person person = office.staff().add(SmallSurvey.ID, "Điều tra viên 1 (tập dượt)", Role.ENUMERATOR,
                SmallSurvey.DISTRICT);
        office.lists().assign(LIST, person.id());
        return office.staff().issueCode(person.id());
    }

    static void enrol(Path laptop, Background lane, EnrolmentCode code, ServerAddress address) {
        try (HttpHeadOffices offices = new HttpHeadOffices("Linux");
                Workplace place = laptop(laptop, offices, lane, lane).enrol(address, code, PIN.toCharArray())) {
            place.sync().sync();
            place.sync().status().problem().ifPresent(problem -> {
                throw new AssertionError(problem);
            });
        }
    }

    /// @param writer lane of the store
    /// @param sync   lane of the network
    static Laptop laptop(Path folder, HttpHeadOffices offices, Background writer, Background sync) {
        return laptop(folders(folder), offices, writer, sync);
    }

    static Laptop laptop(ProfileStore folders, HttpHeadOffices offices, Background writer, Background sync) {
        DeviceClock clock = new MachineClock();
        FieldWork.Surroundings surroundings = new FieldWork.Surroundings(writer, clock, UUID::randomUUID,
                xform -> new XForms().load(xform), new CompressedRecords(), new VoucherFiles(), "0.1.0");
        return new Laptop(folders, offices, surroundings, sync, SipasOffice::token, () -> 0);
    }

    static ProfileFolders folders(Path folder) {
        return new ProfileFolders(folder, new MachineClock(), PinVault.Cost.LEAST);
    }

    static Workplace enter(Laptop laptop) {
        return switch (laptop.enter(laptop.profiles().getFirst(), PIN.toCharArray())) {
            case Laptop.Entering.Entered entered -> entered.workplace();
            case Laptop.Entering.Denied denied -> throw new AssertionError(denied);
        };
    }

    private static Bytes token() {
        byte[] token = new byte[32];
        new SecureRandom().nextBytes(token);
        return Bytes.of(token);
    }

    /// What the server holds of each interview.
    Map<InterviewId, InterviewRecord> received() {
        return received(server.office(), folder);
    }

    static Map<InterviewId, InterviewRecord> received(Office office, Path folder) {
        Map<InterviewId, InterviewRecord> records = new LinkedHashMap<>();
        KeptRecords reader = new KeptRecords(RecordKeys.openOrCreate(folder.resolve("identity")));
        office.store().read(central -> {
            central.interviews().each(SmallSurvey.ID, kept -> Optional.ofNullable(records.put(kept.entry().id(),
                    reader.interview(central.surveys(),
                    kept.entry().device(), kept.record()))).ifPresent(twice -> {
                        throw new AssertionError("twice: " + twice.id());
                    }));
            return records;
        });
        return records;
    }

    @Override
    public void close() {
        server.close();
    }

    private record MachineClock() implements DeviceClock {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long monotonicNanos() {
            return System.nanoTime();
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Asia/Ho_Chi_Minh");
        }
    }
}
