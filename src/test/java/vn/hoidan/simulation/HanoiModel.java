package vn.hoidan.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.MateUnits;
import vn.hoidan.core.quota.hand.Hand;

/// One district of the Hanoi design in the field: households, visits, evenings, the network, under leases or under a
/// counter that knows everything at once. The model and its numbers are those of the quota study, section 5.
final class HanoiModel {

    static final double DEATHS = 0.02;
    static final double SILENCES = 0.03;
    static final double DAYS_OF_TROUBLE = 14;
    static final int TARGET = 450;
    static final int CELLS = 8;
    /// Minutes.
    static final double WORKING_DAY = 420;
    /// Part of a day from morning to evening.
    static final double DAYLIGHT = 0.6;

    private static final double[] AGES = {0.22, 0.32, 0.27, 0.19};
    /// At home in working hours, men of four ages and then women.
    private static final double[] AT_HOME = {0.5, 0.6, 0.8, 1.2, 0.7, 0.9, 1.1, 1.4};
    private static final double CONSENT = 0.7;
    private static final double MEETING = 0.8;
    private static final double PRESENT = 0.9;
    private static final double MATE_REACHED = 0.5;
    private static final int MOST_BORROWED = 3;
    private static final double EARLY_SYNC = 0.5;
    private static final double REPLACED = 0.7;
    private static final int MOST_DAYS = 60;

    /// @param leases  false for the counter that knows everything
    /// @param handover units go from hand to hand: in the evening, and when a mate is reached by day
    /// @param told     in the evening all read out what they have; else each laptop goes by what it remembers
    /// @param network  true when a mate at the network takes all who are present along
    record Policy(boolean leases, boolean handover, boolean told, boolean network) {
        static final Policy ALL_KNOWING = new Policy(false, false, false, false);
        static final Policy WHOLE = new Policy(true, true, true, true);
    }

    /// What came out.
    ///
    /// @param pending     interviews that wait when the district is full
    /// @param pendingEver those that ever waited, with those promoted later
    record Outcome(int target, int overshoot, int pending, int pendingEver, int surplus, int refused, int completed,
            double idleMinutes, double workMinutes, double days, int unfilled) {
    }

    final Policy policy;
    final long seed;
    final int[] targets;
    final int[] done = new int[CELLS];
    final List<Enumerator> team = new ArrayList<>();
    private final Map<String, MateUnits> told = new HashMap<>();
    final DistrictOffice office;
    private final Instant began = Instant.parse("2024-11-04T00:00:00Z");
    private int surplus;
    private int refused;
    private int completed;
    private double idle;
    private double work;
    private double closedOn = -1;

    HanoiModel(long seed, int district, Policy policy) {
        this.policy = policy;
        this.seed = seed * 1_000_003L + district * 101L;
        this.targets = targets();
        this.office = new DistrictOffice(targets, new Random(this.seed + 3));
        int people = 5 + new Random(this.seed + 7).nextInt(6);
        for (int each = 0; each < people; each++) {
            Enumerator mate = new Enumerator("e" + each, this.seed * 31 + each * 17L);
            team.add(mate);
            office.enrol(mate, at(0), false);
        }
        if (policy.leases()) {
            // the office knows the whole team before it gives the first of them units
            team.forEach(mate -> sync(mate, at(0)));
        }
    }

    private void sync(Enumerator mate, Instant now) {
        office.sync(mate, now, policy.leases());
        mate.moved.clear();
        told.put(mate.id, Handovers.told(mate, office, now));
        mate.heard = List.copyOf(told.values());
    }

    /// By the greatest remainders.
    private static int[] targets() {
        int[] targets = new int[CELLS];
        int left = TARGET;
        for (int cell = 0; cell < CELLS; cell++) {
            targets[cell] = (int) (TARGET * AGES[cell % 4] / 2);
            left -= targets[cell];
        }
        for (int cell = 0; left > 0; cell = (cell + 3) % CELLS, left--) {
            targets[cell]++;
        }
        return targets;
    }

    Instant at(double day) {
        return began.plus(Duration.ofSeconds(Math.round(day * 24 * 3600)));
    }

    Outcome run() {
        team.forEach(mate -> mate.nextSync = mate.interval() - 0.25);
        for (int day = 0; day < MOST_DAYS && closedOn < 0; day++) {
            morning(day);
            daylight(day);
            evening(day);
        }
        int unfilled = 0;
        int over = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            unfilled += Math.max(0, targets[cell] - office.accepted(cell));
            over += Math.max(0, office.accepted(cell) - targets[cell]);
        }
        return new Outcome(TARGET, policy.leases() ? over : 0, office.pending(), office.pendingEver(), surplus, refused,
                completed, idle, work, closedOn < 0 ? MOST_DAYS : closedOn, unfilled);
    }

    private void morning(int day) {
        for (Enumerator mate : team) {
            mate.idleToday = false;
            if (mate.gone && !mate.reported && day >= mate.backOn) {
                mate.reported = true;
                office.lost(mate.device(), mate);
            }
            if (!mate.alive && !mate.gone && day >= mate.backOn) {
                mate.alive = true;
                mate.laptops++;
                office.enrol(mate, at(day), policy.leases());
                mate.nextSync = day + mate.interval() - 0.25;
            }
        }
    }

    private void daylight(int day) {
        PriorityQueue<double[]> next = new PriorityQueue<>((one, other) -> Double.compare(one[0], other[0]));
        for (int place = 0; place < team.size(); place++) {
            if (team.get(place).alive) {
                next.add(new double[] {day + place * 1e-6, place});
            }
        }
        while (!next.isEmpty()) {
            double[] event = next.poll();
            Enumerator mate = team.get((int) event[1]);
            double now = event[0];
            if (mate.alive && now >= mate.dies) {
                die(mate, now);
            }
            if (!mate.alive || now >= day + DAYLIGHT) {
                continue;
            }
            if (!anyOpen(mate)) {
                if (anyWanted()) {
                    double rest = (day + DAYLIGHT - now) / DAYLIGHT * WORKING_DAY;
                    idle += rest;
                    work += rest;
                }
                mate.idleToday = true;
                continue;
            }
            double minutes = visit(mate, now) / mate.speed;
            work += minutes;
            next.add(new double[] {now + minutes / WORKING_DAY * DAYLIGHT, event[1]});
        }
    }

    private void die(Enumerator mate, double now) {
        mate.alive = false;
        mate.dies = Double.MAX_VALUE;
        for (Enumerator.Done lost : mate.log) {
            done[lost.cell()]--;
            completed--;
            surplus -= lost.surplus() ? 1 : 0;
        }
        mate.log.clear();
        mate.hand = Hand.EMPTY;
        // after two days there is another laptop, or the supervisor reports that there is none
        mate.backOn = Math.floor(now) + 2;
        mate.gone = mate.fate.nextDouble() >= REPLACED;
    }

    private boolean wanted(int cell) {
        return done[cell] < targets[cell];
    }

    private boolean anyWanted() {
        for (int cell = 0; cell < CELLS; cell++) {
            if (wanted(cell)) {
                return true;
            }
        }
        return false;
    }

    private int open(Enumerator mate, int cell) {
        return policy.leases() ? mate.hand.free(office.bundle(cell)) : targets[cell] - done[cell];
    }

    private boolean anyOpen(Enumerator mate) {
        for (int cell = 0; cell < CELLS; cell++) {
            if (open(mate, cell) > 0) {
                return true;
            }
        }
        return false;
    }

    /// One household; the tablet asks for the adult whose cell has most units left for its size.
    ///
    /// @return minutes
    private double visit(Enumerator mate, double now) {
        Random chance = mate.contacts;
        double minutes = 6 + 12 * chance.nextDouble();
        boolean consent = chance.nextDouble() < CONSENT;
        int[] adults = adults(chance);
        double length = Math.clamp(45 + 10 * chance.nextGaussian(), 25.0, 80.0);
        double reached = chance.nextDouble();
        if (!consent) {
            return minutes;
        }
        int chosen = -1;
        double most = 0;
        boolean valid = false;
        for (int cell : adults) {
            double left = Math.max(0, open(mate, cell)) / (double) targets[cell];
            chosen = left > most ? cell : chosen;
            most = Math.max(most, left);
            valid |= wanted(cell);
        }
        if (chosen < 0 && policy.handover() && reached < MATE_REACHED) {
            chosen = borrowed(mate, adults, now);
        }
        if (chosen < 0) {
            refused += valid ? 1 : 0;
            return minutes;
        }
        boolean beyond = !wanted(chosen);
        mate.log.add(new Enumerator.Done(chosen, policy.leases() ? used(mate, chosen, now) : null, beyond));
        surplus += beyond ? 1 : 0;
        done[chosen]++;
        completed++;
        return minutes + length;
    }

    private static int[] adults(Random chance) {
        double size = chance.nextDouble();
        int[] adults = new int[size < 0.3 ? 1 : size < 0.75 ? 2 : size < 0.95 ? 3 : 4];
        double all = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            all += AGES[cell % 4] / 2 * AT_HOME[cell];
        }
        for (int adult = 0; adult < adults.length; adult++) {
            double place = chance.nextDouble() * all;
            int cell = 0;
            while (cell < CELLS - 1 && (place -= AGES[cell % 4] / 2 * AT_HOME[cell]) > 0) {
                cell++;
            }
            adults[adult] = cell;
        }
        return adults;
    }

    private LeaseId used(Enumerator mate, int cell, double now) {
        return Handovers.use(mate, office.bundle(cell), at(now));
    }

    /// From the mate who has most of it: a unit, or up to three while he or she keeps as many.
    private int borrowed(Enumerator mate, int[] adults, double now) {
        for (int cell : adults) {
            Enumerator richest = null;
            for (Enumerator other : team) {
                if (other != mate && other.alive && !other.silent(now) && open(other, cell) > 0
                        && (richest == null || open(other, cell) > open(richest, cell))) {
                    richest = other;
                }
            }
            if (richest != null && Handovers.move(richest, mate, office.bundle(cell),
                    Math.clamp(open(richest, cell) / 2, 1, MOST_BORROWED), at(now)) > 0) {
                return cell;
            }
        }
        return -1;
    }

    private void evening(int day) {
        double now = day + 0.75;
        for (Enumerator mate : team) {
            if (mate.alive && mate.dies >= day && mate.dies < day + 0.7) {
                die(mate, now);
            }
        }
        Random chance = new Random(seed * 99_991 + day);
        List<Enumerator> present = chance.nextDouble() < MEETING
                ? team.stream().filter(mate -> mate.alive && !mate.silent(now))
                        .filter(_ -> chance.nextDouble() < PRESENT).toList()
                : List.of();
        if (policy.handover() && present.size() > 1) {
            if (policy.told()) {
                Handovers.level(present, office, at(day + 0.7));
            } else {
                Handovers.levelFromMemory(present, office, at(day + 0.7));
            }
        }
        List<Enumerator> syncing = new ArrayList<>();
        for (Enumerator mate : team) {
            boolean early = mate.idleToday && mate.rhythm.nextDouble() < EARLY_SYNC;
            if (mate.alive && !mate.silent(now) && (mate.nextSync <= now || early)) {
                syncing.add(mate);
            }
        }
        if (policy.network() && present.stream().anyMatch(syncing::contains)) {
            present.stream().filter(mate -> !syncing.contains(mate)).forEach(syncing::add);
        }
        Collections.shuffle(syncing, chance);
        for (Enumerator mate : syncing) {
            sync(mate, at(now));
            mate.nextSync = Math.ceil(now) + mate.interval() - 0.25;
            if (closedOn < 0 && office.isFull()) {
                closedOn = now;
            }
        }
    }
}
