package vn.hoidan.simulation.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.quota.GivenVoucher;
import vn.hoidan.client.app.quota.VoucherTaking;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.HeldList;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.HandOver;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.HandPlanner;
import vn.hoidan.core.quota.hand.UnitsInHand;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.core.sync.SignedVoucher;
import vn.hoidan.server.SmallSurvey;

/// What a person does with the units of a free quota: interviews, and vouchers by the client's own desk.
record UnitWork(SimulatedLaptop laptop, FieldStore store) {
    private static final int MOST_UNITS_OF_A_VOUCHER = 2;

    /// An interview with a unit in hand; nobody begins without one.
    void interview() {
        List<HeldList> places = store.lists().stream().filter(held -> !held.withdrawn()).toList();
        if (places.isEmpty()) {
            return;
        }
        SyncWorld world = laptop.world;
        boolean woman = world.random.nextBoolean();
        List<CellKey> cells = List.of(SmallSurvey.cells(SmallSurvey.DISTRICT, woman));
        InterviewId id = laptop.newInterview();
        HeldList place = places.getFirst();
        try {
            Optional<LeaseId> lease = begin(id, place, cells);
            if (lease.isEmpty()) {
                world.events.count("no-unit");
                return;
            }
            laptop.complete(store, id, laptop.record(id, place.list().id(), ++world.households, lease,
                    woman ? 2 : 1), List.of(new Change.HandChanged(new HandChange.HoldUsed(id))));
        } catch (ProblemException powerCut) {
            world.events.count("unsaved");
        }
    }

    /// The screening was answered: a unit is held.
    private Optional<LeaseId> begin(InterviewId id, HeldList place, List<CellKey> cells) {
        Instant now = laptop.clock.now();
        List<LeaseId> leases = new ArrayList<>();
        store.applyFromHand(hand -> {
            List<Change> changes = new ArrayList<>();
            if (HandPlanner.start(hand, id, cells, now) instanceof HandPlanner.Start.Go go) {
                leases.add(((HandChange.UnitHeld) go.change()).lease());
                changes.add(new Change.InterviewBegun(id, SmallSurvey.questionnaire(), place.list().id(), 1,
                        Optional.empty(), InterviewMode.FACE_TO_FACE, now));
                changes.add(new Change.HandChanged(go.change()));
            }
            return changes;
        });
        return leases.stream().findFirst();
    }

    /// Units are written off here and a voucher for them is on its way.
    void give() {
        SyncWorld world = laptop.world;
        List<UnitsInHand> some = store.hand().units().values().stream().filter(units -> units.free() > 0).toList();
        if (some.isEmpty()) {
            return;
        }
        UnitsInHand units = some.get(world.random.nextInt(some.size()));
        int wished = 1 + world.random.nextInt(MOST_UNITS_OF_A_VOUCHER);
        handedOver(desk -> {
            List<Mate> mates = desk.colleagues();
            if (!mates.isEmpty()) {
                desk.give(mates.get(world.random.nextInt(mates.size())), new Bundle(units.cells()), wished)
                        .ifPresent(this::shown);
            }
        });
    }

    private void shown(GivenVoucher voucher) {
        laptop.world.events.count("voucher-given");
        laptop.world.vouchers.add(voucher);
    }

    /// The program ended before it showed a voucher that is durable: the person finds it among those given.
    private void foundAgain(HandOver desk) {
        List<SignedVoucher> known = laptop.world.vouchers.stream().map(GivenVoucher::voucher).toList();
        desk.given().stream().filter(given -> !known.contains(given.voucher())).forEach(given -> {
            laptop.world.events.count("voucher-found-again");
            shown(given);
        });
    }

    /// A voucher is pasted, perhaps not for the first time.
    void take(GivenVoucher voucher) {
        handedOver(desk -> {
            switch (desk.take(voucher.text())) {
                case VoucherTaking.Taken _ -> laptop.world.events.count("voucher-taken");
                case VoucherTaking.Refused _ -> laptop.world.events.count("voucher-refused");
                case VoucherTaking.UnknownGiver _, VoucherTaking.GiverLost _ ->
                    laptop.world.events.count("voucher-unknown");
                case VoucherTaking.Unreadable _ -> throw new AssertionError("a voucher was not read");
            }
        });
    }

    private void handedOver(Consumer<HandOver> act) {
        if (!laptop.<Boolean>atWork(place -> isDone(act, place))) {
            laptop.world.events.count("hand-over-cut");
            laptop.<Boolean>atWork(place -> isDone(this::foundAgain, place));
        }
    }

    private static boolean isDone(Consumer<HandOver> act, Workplace place) {
        try {
            act.accept(((FieldWork) place.work()).handOver());
            return true;
        } catch (ProblemException powerCut) {
            return false;
        }
    }
}
