package vn.hoidan.simulation.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.office.HeadOffices;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.HeldList;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.ProfileStore;
import vn.hoidan.client.app.sync.SyncStatus;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.store.CompressedRecords;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.form.XForms;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.MemoryKeeper;
import vn.hoidan.support.SettableClock;
import vn.hoidan.wire.RecordBodies;

/// A laptop with a person who interviews and now and then syncs, by the client's real use cases.
final class SimulatedLaptop {
    private static final XForms FORMS = new XForms();

    final SyncWorld world;
    final String device;
    final Person person;
    final Disk disk;
    final SettableClock clock;
    private final Bytes token;
    private int attempts;

    SimulatedLaptop(SyncWorld world, String device, Bytes token, Person person, Disk disk) {
        this.world = world;
        this.device = device;
        this.token = token;
        this.person = person;
        this.disk = disk;
        this.clock = new SettableClock(world.now());
    }

    static Profile profile(String device, Person person) {
        return new Profile("p", device, person, new ServerAddress("localhost", 1, Bytes.of(new byte[32])));
    }

    /// A second laptop made from an image of this one.
    SimulatedLaptop copy(Disk copied) {
        return new SimulatedLaptop(world, device, token, person, copied);
    }

    /// One contact or completed interview, saved as the window saves it.
    void work() {
        FieldStore store = disk.store();
        if (world.kind.free()) {
            new UnitWork(this, store).interview();
            return;
        }
        List<HeldList> lists = store.lists().stream().filter(held -> !held.withdrawn()).toList();
        if (lists.isEmpty()) {
            return;
        }
        HeldList held = lists.get(world.random.nextInt(lists.size()));
        int household = 1 + world.random.nextInt(SmallSurvey.HOUSEHOLDS);
        try {
            if (world.random.nextInt(4) == 0) {
                contact(store, held, household);
            } else if (world.kind.files() && world.random.nextBoolean()) {
                new Sittings(this, store).sit(held, household);
            } else {
                interview(store, held, household);
            }
        } catch (ProblemException powerCut) {
            world.events.count("unsaved");
        }
    }

    private void contact(FieldStore store, HeldList held, int household) {
        Contact contact = new Contact(held.list().id(), household, ++attempts, Outcome.NOT_AT_HOME, "", clock.now(),
                Optional.empty());
        store.apply(List.of(new Change.ContactRecorded(contact), new Change.RecordAppended(RecordType.CONTACT,
                RecordBodies.of(contact), Optional.empty())));
    }

    private void interview(FieldStore store, HeldList held, int household) {
        InterviewId id = newInterview();
        Instant now = clock.now();
        Optional<LeaseId> lease = held.lease().map(Lease::id);
        store.apply(List.of(new Change.InterviewBegun(id, SmallSurvey.questionnaire(), held.list().id(), household,
                lease, InterviewMode.FACE_TO_FACE, now)));
        complete(store, id, record(id, held.list().id(), household, lease, 1 + world.random.nextInt(2)), List.of());
    }

    InterviewId newInterview() {
        return new InterviewId(newUuid());
    }

    private UUID newUuid() {
        return new UUID(world.random.nextLong(), world.random.nextLong());
    }

    /// @param gender what the screening asks
    InterviewRecord record(InterviewId id, ListId list, int household, Optional<LeaseId> lease, int gender) {
        Map<Path, String> answers = new LinkedHashMap<>();
        answers.put(new Path("/data/q1"), String.valueOf(gender));
        answers.put(new Path("/data/note"), Long.toHexString(world.random.nextLong()));
        return record(id, list, household, lease, answers);
    }

    InterviewRecord record(InterviewId id, ListId list, int household, Optional<LeaseId> lease,
            Map<Path, String> answers) {
        Instant now = clock.now();
        return new InterviewRecord(id, SmallSurvey.ID, SmallSurvey.questionnaire(), list, household, lease,
                InterviewMode.FACE_TO_FACE, "vi", "1", "0.1.0", now, now, 1_000, 0, answers, List.of());
    }

    /// The window says "saved" when this returns.
    ///
    /// @param more what becomes durable with it
    void complete(FieldStore store, InterviewId id, InterviewRecord record, List<Change> more) {
        Bytes body = RecordBodies.of(record, SyncWorld.DICTIONARY);
        List<Change> changes = new ArrayList<>(List.of(
                new Change.InterviewMoved(id, InterviewState.IN_WORK, InterviewState.COMPLETED, clock.now()),
                new Change.RecordAppended(RecordType.INTERVIEW, body, Optional.of(id))));
        changes.addAll(more);
        // before it is saved: it may be, and the power fails before anybody is told
        world.tried.computeIfAbsent(id, _ -> new HashSet<>()).add(body);
        store.apply(changes);
        world.saved.add(id);
        world.events.count("interview");
    }

    /// A round as the window starts it; how it ended.
    Optional<Problem> sync() {
        return atWork(place -> {
            place.sync().sync();
            SyncStatus status = place.sync().status();
            return status.problem();
        });
    }

    /// What the person does after the PIN.
    <T> T atWork(Function<Workplace, T> work) {
        Profile profile = profile(device, person);
        Portable portable = new Portable(new ProfileStore.OpenProfile(profile,
                new HeadOffices.DeviceCredentials(device, token), disk.store(), new Portable.Unlocked(),
                new MemoryKeeper()), new Net(this));
        ImmediateBackground lane = new ImmediateBackground();
        FieldWork.Surroundings surroundings = new FieldWork.Surroundings(lane, clock, this::newUuid, FORMS::load,
                new CompressedRecords(), new VoucherFiles(), "0.1.0");
        Laptop laptop = new Laptop(portable, portable, surroundings, lane, () -> token, () -> 0.5);
        Laptop.Entering entering = laptop.enter(profile, new char[0]);
        try (Workplace place = ((Laptop.Entering.Entered) entering).workplace()) {
            return work.apply(place);
        }
    }
}
