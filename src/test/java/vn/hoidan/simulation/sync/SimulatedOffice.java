package vn.hoidan.simulation.sync;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.hoidan.client.app.office.HeadOffices.DeviceCredentials;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.app.BackupDesk;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.RestoreDesk;
import vn.hoidan.server.app.StaffDesk;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Sha256;
import vn.hoidan.server.app.intake.IntakeDesk;
import vn.hoidan.server.app.quota.ListDesk;
import vn.hoidan.server.app.quota.PlaceDesk;
import vn.hoidan.server.app.quota.QuotaDesk;
import vn.hoidan.server.store.KeptRecords;
import vn.hoidan.server.store.OfficeFile;
import vn.hoidan.vault.Signatures;

/// The office: its real desks on a real file, and a power that may fail before or after a commit.
final class SimulatedOffice {
    private final SyncWorld world;
    final OfficePlace place;
    private final FailingStore store;
    private final StaffDesk staff;
    private final EnrolmentDesk enrolment;
    private final IntakeDesk intake;
    final ListDesk lists;
    private final PlaceDesk places;
    /// What goes along with records.
    final AlongOffice along;
    private Path newest;
    private Set<InterviewId> backedUp = Set.of();
    /// Transactions that changed something, and restores.
    private long writes;

    /// @param place the office's file, open
    SimulatedOffice(SyncWorld world, OfficePlace place) {
        this.world = world;
        this.place = place;
        store = new FailingStore(place.store());
        staff = new StaffDesk(store, world::now, world.random, TestOffice.FINGERPRINT);
        lists = new ListDesk(store, world::now, world.random);
        places = new PlaceDesk(store, world::now);
        enrolment = new EnrolmentDesk(store, lists, places, world::now, world.random);
        intake = new IntakeDesk(store, new IntakeDesk.Checks(world.rules.reader(new KeptRecords(place.keys())),
                world.rules.signatures(Signatures::verify), place.keys()::current), lists, places, world::now,
                world.random);
        along = new AlongOffice(store, place, world::now);
    }

    /// @return the reply, or nothing reaches the laptop
    SyncReply sync(String device, SyncRequest request) {
        store.about = Optional.of(request);
        store.failing = world.fault(0.04);
        try {
            SyncReply reply = intake.sync(device, request);
            if (world.kind.files()) {
                reply = along.answered(device, request, reply);
            }
            return world.rules.insteadOfTheServer(reply, request).orElse(reply);
        } finally {
            store.about = Optional.empty();
            store.failing = false;
        }
    }

    Person person() {
        return staff.add(SmallSurvey.ID, "Điều tra viên (tập dượt)", Role.ENUMERATOR, SmallSurvey.DISTRICT);
    }

    /// A place of a free quota.
    void assignPlace(Person person) {
        places.assign(person.id(), SmallSurvey.DISTRICT, TestOffice.DECISION);
    }

    void retarget(CellKey cell, int target) {
        new QuotaDesk(store, new KeptRecords(place.keys()), lists, world::now, world.random)
                .retarget(SmallSurvey.ID, cell, target, TestOffice.DECISION);
    }

    /// The timer of a running server makes a backup soon after.
    SimulatedLaptop enrol(Person person) {
        EnrolmentCode code = staff.issueCode(person.id());
        byte[] token = new byte[32];
        world.random.nextBytes(token);
        Bytes own = Bytes.of(token);
        String device = enrolment.enrol(Bytes.of(code.secret()), Sha256.of(own), "Máy thử").device();
        return new SimulatedLaptop(world, device, own, person, world.disk(
                SimulatedLaptop.profile(device, person), new DeviceCredentials(device, own)));
    }

    boolean newestBackupHolds(InterviewId id) {
        return backedUp.contains(id);
    }

    void backUp() {
        newest = place.copies().resolve(
                new BackupDesk(store, new OfficeFile(place.file()).backups(place.copies(), world::now),
                        along.copies()).run().name());
        backedUp = new HashSet<>();
        look(central -> {
            central.interviews().each(SmallSurvey.ID, kept -> backedUp.add(kept.entry().id()));
            return backedUp;
        });
    }

    /// The state is lost and the newest checked backup takes its place.
    void restore() {
        world.events.count("restored");
        writes++;
        place.become(newest);
        along.restored();
        if (world.rules.restoreBeginsAnEpoch()) {
            new RestoreDesk(store, world.random, world::now).begin();
        }
    }

    long writes() {
        return writes;
    }

    <T> T look(Function<CentralStore.Central, T> work) {
        return store.inner.read(work);
    }

    /// The store of the server, whose power fails before a commit when it is told to.
    private final class FailingStore implements CentralStore {
        private final CentralStore inner;
        private Optional<SyncRequest> about = Optional.empty();
        private boolean failing;

        FailingStore(CentralStore inner) {
            this.inner = inner;
        }

        @Override
        public <T> T read(Function<Central, T> work) {
            return inner.read(work);
        }

        @Override
        public <T> T write(Function<Central, T> work) {
            writes++;
            Object[] made = new Object[1];
            try {
                return inner.write(central -> {
                    T result = work.apply(about.map(request -> world.rules.atTheServer(central, request))
                            .orElse(central));
                    made[0] = result;
                    if (failing) {
                        world.events.count("server-crash");
                        throw Problem.of(ProblemKind.CONNECTION_CUT).exception();
                    }
                    return result;
                });
            } catch (ProblemException crashed) {
                if (failing && made[0] != null && !world.rules.answersAfterTheCommit()) {
                    @SuppressWarnings("unchecked")
                    T early = (T) made[0];
                    return early;
                }
                throw crashed;
            }
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
