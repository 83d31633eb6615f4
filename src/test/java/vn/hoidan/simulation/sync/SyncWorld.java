package vn.hoidan.simulation.sync;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import vn.hoidan.client.app.office.HeadOffices.DeviceCredentials;
import vn.hoidan.client.app.quota.GivenVoucher;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.simulation.Events;
import vn.hoidan.simulation.Violation;
import vn.hoidan.support.LosingDisk;
import vn.hoidan.support.MemoryFieldStore;
import vn.hoidan.wire.RecordDictionary;

/// Some people with laptops, an office, and everything that may happen between them.
final class SyncWorld implements AutoCloseable {
    static final RecordDictionary DICTIONARY = SmallSurvey.dictionary();
    private static final int PEOPLE = 3;
    /// Longer than a laptop keeps answers that are safe.
    private static final int WEEKS_MINUTES = 20 * 24 * 60;
    private static final int QUIET_ROUNDS = 12;
    private static final Instant BEGAN = Instant.parse("2024-11-04T00:00:00Z");
    private static final List<String> VILLAGES = List.of("27100-1", "27100-2", "27500-1", "27500-2");

    final long seed;
    final WorldKind kind;
    /// On their way from one laptop to another; they may come twice, or never.
    final List<GivenVoucher> vouchers = new ArrayList<>();
    int households;
    /// Some laptop's disk was copied or put back, so that what is in hand may be there twice.
    boolean copied;
    final Random random;
    final SyncRules rules;
    final Events events = new Events();
    final List<SimulatedLaptop> laptops = new ArrayList<>();
    final List<Late> late = new ArrayList<>();
    /// What windows called saved.
    final Set<InterviewId> saved = new LinkedHashSet<>();
    /// What was given to be saved, by interview: after copies and damage it may have been completed more than once.
    final Map<InterviewId, Set<Bytes>> tried = new HashMap<>();
    /// All that were ever kept with an interview.
    final Map<AttachmentName, Bytes> photographs = new HashMap<>();
    /// Interviews that somebody sent and nobody did.
    final Set<InterviewId> madeUp = new HashSet<>();
    /// Interviews whose only copies were destroyed by people.
    final Set<InterviewId> destroyed = new HashSet<>();
    /// Interviews that no laptop has any more.
    private final Set<InterviewId> fragile = new HashSet<>();
    final SimulatedOffice office;
    final ReadRecords records;
    final LosingDisk losing;
    private final List<Disk> disks = new ArrayList<>();
    private final SyncChecks checks;
    private final List<Person> people = new ArrayList<>();
    private boolean faults = true;
    private int minute;

    /// A request that the network delivers when it pleases.
    record Late(String device, SyncRequest request) {
    }

    /// @param place  taken over by this world
    /// @param losing on which laptops' files are
    SyncWorld(long seed, SyncRules rules, OfficePlace place, LosingDisk losing) {
        this.seed = seed;
        this.kind = WorldKind.of(seed);
        this.random = new Random(seed);
        this.rules = rules;
        this.losing = losing;
        place.clear();
        this.office = new SimulatedOffice(this, place);
        this.records = new ReadRecords(this);
        this.checks = new SyncChecks(this);
        for (int number = 0; number < PEOPLE; number++) {
            Person person = office.person();
            people.add(person);
            if (kind.free()) {
                office.assignPlace(person);
            } else {
                office.lists.assign(SmallSurvey.list(VILLAGES.get(number)), person.id());
            }
            laptops.add(office.enrol(person));
        }
        office.backUp();
    }

    /// A new laptop's disk.
    Disk disk(Profile profile, DeviceCredentials credentials) {
        return used(kind.files() ? FileDisk.joined(this, profile, credentials)
                : new MemoryDisk(this, kind.sealed() ? MemoryFieldStore.sealing(profile.device())
                        : new MemoryFieldStore()));
    }

    private Disk used(Disk disk) {
        disks.add(disk);
        return disk;
    }

    /// For another disk.
    Path nextFolder() {
        return office.place.file().resolveSibling("laptops").resolve(seed + "-" + disks.size());
    }

    @Override
    public void close() {
        disks.forEach(Disk::close);
    }

    Instant now() {
        return BEGAN.plus(Duration.ofMinutes(minute));
    }

    boolean fault(double probability) {
        return faults && random.nextDouble() < probability;
    }

    void run(int steps) {
        for (int step = 0; step < steps; step++) {
            minute += 1 + random.nextInt(90);
            step();
            checks.afterAStep();
        }
        faults = false;
        late.clear();
        for (int round = 0; round < QUIET_ROUNDS && (round < 3 || !checks.isQuiet()); round++) {
            minute += 10;
            for (SimulatedLaptop laptop : List.copyOf(laptops)) {
                sync(laptop);
            }
        }
        checks.atTheEnd();
    }

    private void step() {
        SimulatedLaptop laptop = laptops.get(random.nextInt(laptops.size()));
        laptop.clock.forward(Duration.ofMinutes(random.nextInt(60)));
        int dice = random.nextInt(100);
        if (dice < 45) {
            work(laptop);
        } else if (dice < 78) {
            sync(laptop);
        } else if (dice < 84) {
            deliverLate();
        } else if (dice >= 97) {
            laptop.disk.powerCut();
        } else if (kind.gentle()) {
            sync(laptop);
        } else {
            disaster(laptop, dice);
        }
    }

    private void work(SimulatedLaptop laptop) {
        int act = kind.free() ? random.nextInt(4) : 0;
        if (act == 1) {
            new UnitWork(laptop, laptop.disk.store()).give();
        } else if (act == 2 && !vouchers.isEmpty()) {
            GivenVoucher voucher = vouchers.get(random.nextInt(vouchers.size()));
            laptops.stream().filter(each -> each.device.equals(voucher.voucher().voucher().taker())).findFirst()
                    .ifPresent(taker -> new UnitWork(taker, taker.disk.store()).take(voucher));
        } else {
            laptop.work();
        }
    }

    private void disaster(SimulatedLaptop laptop, int dice) {
        if (dice < 85 || dice < 87 && !kind.files()) {
            laptop.disk.makeImage();
        } else if (dice < 87) {
            copied = true;
            losing(laptop, laptop.disk::rot);
        } else if (dice < 89) {
            events.count("rolled-back");
            copied = true;
            losing(laptop, laptop.disk::putImageBack);
        } else if (dice < 90 && laptops.size() < 2 * PEOPLE) {
            events.count("cloned");
            copied = true;
            laptops.add(laptop.copy(used(laptop.disk.copy())));
        } else if (dice < 92) {
            replace(laptop);
        } else if (dice < 94) {
            office.backUp();
        } else if (dice < 95) {
            restore();
        } else if (dice < 96) {
            change();
        } else if (dice < 97 && random.nextBoolean()) {
            events.count("weeks-pass");
            minute += WEEKS_MINUTES;
        } else {
            events.count("clock-jump");
            laptop.clock.turn(Duration.ofDays(random.nextInt(800) - 400));
        }
    }

    /// The office decides something else.
    private void change() {
        if (kind.free()) {
            events.count("retargeted");
            boolean women = random.nextBoolean();
            office.retarget(women ? SmallSurvey.womenIn(SmallSurvey.DISTRICT)
                    : SmallSurvey.districtCell(SmallSurvey.DISTRICT), random.nextInt(50));
        } else {
            moveAList();
        }
    }

    /// A laptop is destroyed and its person gets another one by a code.
    private void replace(SimulatedLaptop laptop) {
        events.count("destroyed");
        losing(laptop, () -> laptops.remove(laptop));
        laptops.add(office.enrol(laptop.person));
        office.backUp();
    }

    /// What was on a disk alone is lost with it. What only the office has from now on is lost if the office loses it.
    private void losing(SimulatedLaptop laptop, Runnable loss) {
        Set<InterviewId> before = new HashSet<>(laptop.disk.interviews());
        loss.run();
        Set<InterviewId> office = checks.atTheOffice().keySet();
        before.removeAll(checks.onDisks());
        fragile.addAll(before);
        before.removeAll(office);
        before.forEach(id -> events.count("lost-with-a-disk"));
        destroyed.addAll(before);
    }

    /// The office loses what it has heard since its backup. Laptops still have it, except what was lost with them.
    private void restore() {
        Set<InterviewId> before = new HashSet<>(checks.atTheOffice().keySet());
        office.restore();
        before.removeAll(checks.atTheOffice().keySet());
        before.retainAll(fragile);
        before.removeAll(checks.onDisks());
        before.forEach(id -> events.count("lost-with-both"));
        destroyed.addAll(before);
    }

    private void sync(SimulatedLaptop laptop) {
        int before = checks.incarnation(laptop);
        Optional<Problem> problem = laptop.sync();
        if (checks.incarnation(laptop) > before) {
            events.count("log-begun");
        }
        problem.ifPresent(each -> Violation.unless(each.kind() == ProblemKind.CONNECTION_CUT && faults
                || each.kind() == ProblemKind.DISK_FULL && faults, "I8", "a round failed: " + each));
        if (problem.isEmpty()) {
            events.count("synced");
        }
        checks.afterARound(laptop);
    }

    private void deliverLate() {
        if (!late.isEmpty()) {
            Late next = late.remove(random.nextInt(late.size()));
            events.count("late-arrival");
            try {
                office.sync(next.device(), next.request());
            } catch (ProblemException crashed) {
                events.count("late-lost");
            }
        }
    }

    private void moveAList() {
        ListId list = SmallSurvey.list(VILLAGES.get(random.nextInt(VILLAGES.size())));
        office.lists.withdraw(list);
        try {
            office.lists.assign(list, people.get(random.nextInt(people.size())).id());
            events.count("list-moved");
        } catch (ProblemException full) {
            events.count("quota-full");
        }
    }
}
