package vn.hoidan.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.AnswerCondition;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.CellIndex;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.VoucherId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.UpRecord;

/// Two districts with their people and laptops, an office, and everything that may happen between them.
final class World {

    private static final int DISTRICTS = 2;
    private static final LocalDate DAY_ONE = LocalDate.of(2024, 11, 1);
    private static final Path GENDER = new Path("/data/gender");
    private static final Path AGE = new Path("/data/age");

    final long seed;
    final Random random;
    final Rules rules;
    /// Nothing breaks and nobody is silent: then nothing may be left pending.
    final boolean calm;
    final Events events = new Events();
    final List<Laptop> laptops = new ArrayList<>();
    final Map<Bytes, Told.Up> bodies = new HashMap<>();
    final Map<Integer, List<Bundle>> bundlesOf = new HashMap<>();
    final Map<VoucherId, Voucher> air = new HashMap<>();
    final List<Voucher> copies = new ArrayList<>();
    final List<Told.Request> delayed = new ArrayList<>();
    /// Completed interviews that the window called saved, with the laptop.
    final Map<InterviewId, Laptop> saved = new HashMap<>();
    final Set<LeaseId> tainted = new HashSet<>();
    final Checks checks;
    private final Instant began = Instant.parse("2024-11-04T00:00:00Z");
    Office office;
    int minute;
    boolean faults = true;
    private int enrolments;
    private int persons;

    /// Where the office's books are kept.
    interface Shelf {
        Books books(List<Area> areas, List<Constraint> constraints);
    }

    World(long seed, Rules rules) {
        this(seed, rules, (_, _) -> new Books());
    }

    World(long seed, Rules rules, Shelf shelf) {
        this.seed = seed;
        this.random = new Random(seed);
        this.rules = rules;
        this.calm = random.nextInt(6) == 0;
        List<Constraint> constraints = new ArrayList<>();
        List<Area> areas = areas(constraints);
        CellIndex index = new CellIndex(new Areas(areas), constraints);
        office = new Office(new Office.Surroundings(rules, bodies, bundlesOf, events, random),
                shelf.books(areas, constraints), constraints);
        checks = new Checks(this);
        int teams = 5 + random.nextInt(4);
        for (int district = 0; district < DISTRICTS; district++) {
            for (int mate = 0; mate < teams; mate++) {
                List<Bundle> bundles = index.bundlesIn(key("D" + district));
                bundlesOf.put(persons, bundles);
                laptops.add(enrolled(new Laptop("", persons++)));
            }
        }
    }

    private List<Area> areas(List<Constraint> constraints) {
        List<Area> areas = new ArrayList<>();
        for (int district = 0; district < DISTRICTS; district++) {
            AreaKey key = key("D" + district);
            areas.add(new Area(key, AreaLevel.DISTRICT, "", "D", Optional.empty(),
                    Optional.empty()));
            int target = 24 + random.nextInt(24);
            constraints.add(new Constraint(AreaLevel.DISTRICT, key, 2 * target));
            for (int cell = 0; cell < 4; cell++) {
                constraints.add(new Constraint(AreaLevel.DISTRICT, key, AnswerFilter.of(
                        new AnswerCondition.OneOf(GENDER, Set.of(String.valueOf(1 + cell % 2))),
                        new AnswerCondition.Between(AGE, cell < 2 ? 18 : 45, cell < 2 ? 44 : 99)), target / 2));
            }
            for (int commune = 0; commune < 2; commune++) {
                AreaKey place = key("C" + district + commune);
                areas.add(new Area(place, AreaLevel.COMMUNE, "", "C", Optional.of(key),
                        Optional.empty()));
                constraints.add(new Constraint(AreaLevel.COMMUNE, place, target));
            }
        }
        return areas;
    }

    private static AreaKey key(String code) {
        return new AreaKey(code, DAY_ONE);
    }

    Instant now() {
        return began.plus(Duration.ofMinutes(minute));
    }

    int day() {
        return minute / (24 * 60);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /// A fault that calm worlds do not have.
    boolean fault(double probability) {
        return faults && !calm && chance(probability);
    }

    Laptop enrolled(Laptop laptop) {
        laptop.id = "d" + ++enrolments;
        office.enrol(laptop.id, laptop.person, now());
        laptop.suspect = false;
        return laptop;
    }

    int newPersonLike(int person) {
        bundlesOf.put(persons, bundlesOf.get(person));
        return persons++;
    }

    InterviewId newInterview() {
        return new InterviewId(new UUID(random.nextLong(), random.nextLong()));
    }

    Laptop.Entry record(Laptop.Disk disk, Told.Up body) {
        Bytes bytes = Bytes.of(body.toString().getBytes(StandardCharsets.UTF_8));
        bodies.put(bytes, body);
        UpRecord record = UpRecord.after(disk.end(),
                body instanceof Told.Up.Interview ? RecordType.INTERVIEW : RecordType.CONTACT, bytes);
        return new Laptop.Entry(record, record.position(), body);
    }

    /// Commits, unless the power is cut just before it.
    ///
    /// @return false if nothing was saved
    boolean commit(Laptop laptop, Laptop.Disk next) {
        if (faults && chance(0.01)) {
            events.count("power-cut");
            laptop.powerCut();
            return false;
        }
        laptop.disk = next;
        if (rules.commitIsDurable() || chance(0.5)) {
            laptop.durable = next;
        }
        return true;
    }

    /// Days with everything that may happen, then quiet days until all is done.
    void run(int days, int quietDays) {
        Field field = new Field(this);
        for (int day = 0; day < days; day++) {
            day(field);
        }
        faults = false;
        for (int day = 0; day < quietDays && (day < 3 || checks.somethingIsOpen()); day++) {
            day(field);
        }
        checks.all();
        checks.atTheEnd();
    }

    private void day(Field field) {
        int start = day();
        List<Laptop> order = new ArrayList<>(laptops);
        Collections.shuffle(order, random);
        for (Laptop laptop : order) {
            minute = start * 24 * 60 + random.nextInt(24 * 60 - 1);
            field.dayOf(laptop);
        }
        minute = start * 24 * 60 + 24 * 60 - 1;
        field.evening();
        checks.all();
        minute++;
    }
}
