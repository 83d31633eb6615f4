package vn.hoidan.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Account;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.MovementKind;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.VoucherId;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.HandPlanner;
import vn.hoidan.core.quota.hand.Hold;
import vn.hoidan.core.quota.hand.UnitsInHand;

/// What people do in the field and in the office, and what befalls their laptops.
final class Field {

    private static final int INTERVIEWS_A_DAY = 3;

    private final World world;
    private final Rounds rounds;
    private Office backup;

    Field(World world) {
        this.world = world;
        this.rounds = new Rounds(world);
        this.backup = world.office.backup();
    }

    void dayOf(Laptop laptop) {
        if (!laptop.alive) {
            replaceWhenDue(laptop);
            return;
        }
        befall(laptop);
        if (!laptop.alive) {
            return;
        }
        for (InterviewId begun : List.copyOf(laptop.disk.work().keySet())) {
            finish(laptop, begun);
        }
        for (int visit = 0; visit < INTERVIEWS_A_DAY; visit++) {
            visit(laptop);
        }
        boolean silent = world.faults && laptop.silentUntil > world.day();
        if (!silent && (!world.faults || world.chance(0.45))) {
            rounds.sync(laptop);
        }
    }

    /// Mostly people who are wanted; when nothing else can happen only those.
    private void visit(Laptop laptop) {
        List<UnitsInHand> inHand = laptop.disk.hand().units().values().stream().filter(each -> each.free() > 0)
                .toList();
        if (!inHand.isEmpty() && (!world.faults || world.chance(0.8))) {
            interview(laptop, inHand.get(world.random.nextInt(inHand.size())).cells());
        } else if (world.faults) {
            List<Bundle> bundles = world.bundlesOf.get(laptop.person);
            interview(laptop, bundles.get(world.random.nextInt(bundles.size())).cells());
        }
    }

    private void befall(Laptop laptop) {
        if (world.fault(0.006)) {
            world.events.count("destroyed");
            laptop.alive = false;
            world.checks.forgive();
            laptop.returnsOn = world.chance(0.7) ? world.day() + 2 : Integer.MAX_VALUE;
        } else if (world.fault(0.01)) {
            world.events.count("silent");
            laptop.silentUntil = world.day() + 7 + world.random.nextInt(14);
        } else if (world.fault(0.006)) {
            world.events.count("rolled-back");
            suspect(laptop);
            laptop.disk = laptop.image;
            laptop.durable = laptop.image;
            world.checks.forgive();
            taint(laptop.image);
        } else if (world.fault(0.003)) {
            world.events.count("cloned");
            suspect(laptop);
            Laptop clone = new Laptop(laptop.id, laptop.person);
            clone.disk = laptop.disk;
            clone.durable = laptop.durable;
            clone.suspect = true;
            world.laptops.add(clone);
        } else if (world.chance(0.05)) {
            laptop.image = laptop.durable;
        }
        if (world.fault(0.02)) {
            laptop.powerCut();
        }
    }

    private void suspect(Laptop laptop) {
        laptop.suspect = true;
        taint(laptop.disk);
        world.laptops.stream().filter(other -> other.id.equals(laptop.id)).forEach(other -> other.suspect = true);
    }

    /// Units of these leases may be used twice from now on.
    private void taint(Laptop.Disk disk) {
        world.tainted.addAll(disk.hand().units().keySet());
        for (Laptop.Entry entry : disk.log()) {
            switch (entry.body()) {
                case Told.Up.Interview interview -> interview.lease().ifPresent(world.tainted::add);
                case Told.Up.Returned returned -> world.tainted.add(returned.lease());
                case Told.Up.VoucherIn taken -> world.tainted.add(taken.voucher().lease());
                case Told.Up.VoucherOut given -> world.tainted.add(given.voucher().lease());
                case Told.Up.CodeOut given -> world.tainted.add(given.lease());
            }
        }
    }

    private void replaceWhenDue(Laptop laptop) {
        if (world.day() >= laptop.returnsOn) {
            laptop.returnsOn = Integer.MAX_VALUE;
            Laptop other = world.enrolled(new Laptop("", laptop.person));
            world.laptops.add(other);
            world.events.count("replaced");
            world.checks.all();
        }
    }

    private void interview(Laptop laptop, List<CellKey> cells) {
        InterviewId id = world.newInterview();
        switch (world.rules.start(laptop.disk.hand(), id, cells, world.now())) {
            case HandPlanner.Start.Go go -> {
                if (go.stale()) {
                    world.events.count("stale");
                }
                if (world.commit(laptop, laptop.disk.after(List.of(go.change())).working(id, cells))
                        && !world.chance(0.05)) {
                    finish(laptop, id);
                }
            }
            case HandPlanner.Start.NoUnit _ -> {
                world.events.count("no-unit");
                if (world.chance(0.5)) {
                    borrow(laptop, id, cells);
                } else if (world.fault(0.01)) {
                    world.events.count("at-risk");
                    save(laptop, id, new Told.Up.Interview(id, household(), cells, Optional.empty(),
                            Optional.empty()), laptop.disk);
                }
            }
        }
    }

    private int household() {
        return world.random.nextInt(Integer.MAX_VALUE);
    }

    private void finish(Laptop laptop, InterviewId id) {
        List<CellKey> cells = laptop.disk.work().get(id);
        Optional<Hold> held = laptop.disk.hand().heldFor(id);
        if (world.chance(0.08)) {
            world.events.count("broken-off");
            List<HandChange> release = held.isPresent() ? List.of(new HandChange.HoldReleased(id)) : List.of();
            world.commit(laptop, laptop.disk.after(release).notWorking(id));
            return;
        }
        if (world.fault(0.02)) {
            world.events.count("other-cells");
            List<Bundle> bundles = world.bundlesOf.get(laptop.person);
            cells = bundles.get(world.random.nextInt(bundles.size())).cells();
        }
        Optional<LeaseId> lease = held.filter(Hold.OfLease.class::isInstance)
                .map(hold -> ((Hold.OfLease) hold).lease());
        Optional<UnitCode> code = held.filter(Hold.ByCode.class::isInstance).map(hold -> ((Hold.ByCode) hold).code());
        save(laptop, id, new Told.Up.Interview(id, household(), cells, lease, code), laptop.disk);
    }

    private void save(Laptop laptop, InterviewId id, Told.Up.Interview body, Laptop.Disk from) {
        List<HandChange> use = from.hand().heldFor(id).isPresent() ? List.of(new HandChange.HoldUsed(id)) : List.of();
        Laptop.Disk recorded = from.appended(world.record(from, body)).notWorking(id);
        boolean done = world.rules.effectGoesWithItsRecord() ? world.commit(laptop, recorded.after(use))
                : world.commit(laptop, recorded.working(id, body.cells()))
                        && world.commit(laptop, recorded.after(use));
        if (done) {
            world.events.count("interview");
            world.saved.put(id, laptop);
        }
    }

    /// A unit from a mate: by a voucher shown on the screen, or a code read out over the telephone.
    private void borrow(Laptop laptop, InterviewId id, List<CellKey> cells) {
        Optional<Laptop> mate = world.laptops.stream()
                .filter(other -> other != laptop && other.alive && other.disk.hand().free(cells) > 0).findFirst();
        if (mate.isEmpty()) {
            return;
        }
        if (world.chance(0.5)) {
            give(mate.get(), laptop, cells, 1 + world.random.nextInt(3));
            if (laptop.disk.hand().free(cells) > 0) {
                interview(laptop, cells);
            }
        } else {
            byCode(mate.get(), laptop, id, cells);
        }
    }

    private void byCode(Laptop giver, Laptop taker, InterviewId id, List<CellKey> cells) {
        Optional<LeaseId> lease = giver.disk.hand().units().values().stream()
                .filter(each -> each.free() > 0 && each.cells().equals(cells)).map(UnitsInHand::lease)
                .filter(each -> !giver.disk.codes().getOrDefault(each, List.of()).isEmpty()).findFirst();
        if (lease.isEmpty()) {
            return;
        }
        List<UnitCode> codes = giver.disk.codes().get(lease.get());
        UnitCode code = codes.getFirst();
        Laptop.Disk debited = giver.disk.after(List.of(new HandChange.CodeGiven(lease.get(), code)))
                .withCodes(lease.get(), codes.subList(1, codes.size()));
        if (!world.commit(giver, debited.appended(world.record(debited, new Told.Up.CodeOut(lease.get(), code))))) {
            return;
        }
        useCode(taker, id, code, cells);
        if (world.fault(0.1)) {
            world.events.count("code-told-twice");
            Laptop other = world.laptops.get(world.random.nextInt(world.laptops.size()));
            if (other.alive && other != giver) {
                useCode(other, world.newInterview(), code, cells);
            }
        }
    }

    private void useCode(Laptop taker, InterviewId id, UnitCode code, List<CellKey> cells) {
        UnitCode typed = UnitCode.read(code.spoken()).orElseThrow();
        HandPlanner.startByCode(taker.disk.hand(), id, typed).ifPresent(change -> {
            if (world.commit(taker, taker.disk.after(List.of(change)).working(id, cells))) {
                world.events.count("code-used");
                finish(taker, id);
            }
        });
    }

    private void give(Laptop giver, Laptop taker, List<CellKey> cells, int units) {
        VoucherId id = new VoucherId("%016x".formatted(world.random.nextLong()));
        Optional<HandChange.VoucherGiven> given = HandPlanner.give(giver.disk.hand(), cells, units,
                new HandPlanner.Handover(id, giver.id, taker.id, giver.disk.epoch(),
                        world.now().plus(Duration.ofDays(1))));
        if (given.isEmpty()) {
            return;
        }
        Voucher voucher = given.get().voucher();
        Laptop.Disk debited = giver.disk.after(List.of(given.get()));
        boolean durable = world.commit(giver,
                debited.appended(world.record(debited, new Told.Up.VoucherOut(voucher))));
        if (!durable && world.rules.debitIsDurableBeforeTheVoucherIsShown()) {
            return;
        }
        if (giver.suspect) {
            world.tainted.add(voucher.lease());
        }
        world.air.put(voucher.id(), voucher);
        if (world.chance(0.1)) {
            world.events.count("voucher-lost");
            return;
        }
        take(taker, voucher);
        if (world.chance(0.2)) {
            world.copies.add(voucher);
        }
    }

    private void take(Laptop laptop, Voucher voucher) {
        switch (world.rules.take(laptop.disk.hand(), voucher, laptop.id, laptop.disk.epoch())) {
            case HandPlanner.Taking.Taken taken -> {
                Laptop.Disk richer = laptop.disk.after(List.of(taken.change()));
                if (laptop.suspect) {
                    world.tainted.add(voucher.lease());
                }
                if (world.commit(laptop, richer.appended(world.record(richer, new Told.Up.VoucherIn(voucher))))) {
                    world.events.count("voucher-taken");
                    world.air.remove(voucher.id());
                }
            }
            case HandPlanner.Taking.Refused refused -> world.events.count("voucher-" + refused.refusal().code());
        }
    }

    void evening() {
        for (Voucher copy : List.copyOf(world.copies)) {
            Laptop somebody = world.laptops.get(world.random.nextInt(world.laptops.size()));
            Optional<Laptop> named = world.laptops.stream().filter(laptop -> laptop.id.equals(copy.taker())).findAny();
            Laptop reader = world.chance(0.2) ? somebody : named.orElse(somebody);
            if (reader.alive) {
                take(reader, copy);
            }
            if (!world.faults || world.chance(0.3)) {
                world.copies.remove(copy);
            }
        }
        rounds.deliverDelayed();
        if (world.faults) {
            office();
        }
    }

    private void office() {
        if (world.chance(0.2)) {
            backup = world.office.backup();
        }
        if (world.fault(0.012)) {
            world.events.count("restored");
            int longest = 3;
            world.office = backup.backup();
            world.office.restored(world.now(), world.now().plus(Duration.ofDays(longest)));
            world.checks.restored();
        }
        List<CellKey> cells = List.copyOf(world.office.books.cells());
        if (world.chance(0.06)) {
            CellKey cell = cells.get(world.random.nextInt(cells.size()));
            int target = -world.office.books.of(new Account.Target(cell));
            boolean up = world.calm || world.chance(0.5);
            world.events.count(up ? "raised" : "lowered");
            world.office.retarget(cell, Math.max(0, target + (up ? 1 : -1) * (1 + world.random.nextInt(6))),
                    world.now());
        }
        rule(Office.State.ACCEPTED, 0.15, MovementKind.REJECTED, "rejected");
        rule(Office.State.ACCEPTED, 0.05, MovementKind.VOIDED, "voided");
        rule(Office.State.PENDING, 0.05, MovementKind.VOIDED, "pending-voided");
        if (world.fault(0.01)) {
            world.office.declaredLost(world.random.nextInt(world.bundlesOf.size()), world.now());
        }
        world.checks.touched();
    }

    private void rule(Office.State state, double probability, MovementKind kind, String event) {
        if (!world.chance(probability)) {
            return;
        }
        List<InterviewId> some = new ArrayList<>();
        for (Map.Entry<InterviewId, Office.Row> each : world.office.interviews().entrySet()) {
            if (each.getValue().state() == state) {
                some.add(each.getKey());
            }
        }
        if (!some.isEmpty()) {
            world.events.count(event);
            world.office.uncount(kind, some.get(world.random.nextInt(some.size())), world.now());
        }
    }
}
