package vn.hoidan.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.UpRecord;

/// Rounds of sync over a network that loses, doubles and delays messages.
final class Rounds {

    private static final int BATCH = 25;
    private static final int MOST_ROUNDS = 12;

    private final World world;

    Rounds(World world) {
        this.world = world;
    }

    /// First everything that was done; once that got through, the unused units go back and new ones are asked for.
    void sync(Laptop laptop) {
        if (!sent(laptop, false)) {
            return;
        }
        List<HandChange.UnitsReturned> returns = world.rules.giveAllBack(laptop.disk.hand());
        Laptop.Disk disk = laptop.disk;
        for (HandChange.UnitsReturned returned : returns) {
            disk = disk.after(List.of(returned));
            disk = disk.appended(world.record(disk, new Told.Up.Returned(returned.lease(), returned.units())));
        }
        if (world.commit(laptop, disk)) {
            sent(laptop, true);
        }
    }

    /// @return true when the server has everything and its answers were applied
    private boolean sent(Laptop laptop, boolean wants) {
        LogPosition stored = LogPosition.START;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Laptop.Entry> log = laptop.disk.log();
            int from = round == 0 ? (int) Math.min(log.size(), world.office.endOf(laptop.id)) : (int) stored.number();
            if (round == 0 && world.chance(0.1)) {
                from = Math.max(0, from - 3);
            } else if (round == 0 && world.fault(0.02)) {
                from = Math.min(log.size(), from + 1);
            }
            List<UpRecord> batch = log.subList(from, Math.min(log.size(), from + BATCH)).stream()
                    .map(Laptop.Entry::record).toList();
            boolean last = from + batch.size() >= log.size();
            Told.Request request = new Told.Request(laptop.id, laptop.disk.epoch(), laptop.disk.cursor(),
                    batch, wants && last);
            Optional<Told.Answer> answer = asked(request);
            if (answer.isEmpty()) {
                return false;
            }
            switch (answer.get()) {
                case Told.Answer.EnrolAgain _ -> {
                    enrolAgain(laptop);
                    return false;
                }
                case Told.Answer.Reply reply -> {
                    if (!believed(laptop, reply)) {
                        world.events.count("own-log-is-older");
                        enrolAgain(laptop);
                        return false;
                    }
                    if (!applied(laptop, reply) || world.fault(0.03) && !applied(laptop, reply)) {
                        return false;
                    }
                    stored = reply.stored();
                    if (stored.number() >= laptop.disk.log().size()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Optional<Told.Answer> asked(Told.Request request) {
        if (world.faults && world.chance(0.05)) {
            world.events.count("request-lost");
            if (world.chance(0.3)) {
                world.delayed.add(request);
            }
            return Optional.empty();
        }
        Told.Answer answer = world.office.sync(request, world.now());
        world.checks.touched();
        if (world.faults && world.chance(0.05)) {
            world.events.count("reply-lost");
            return Optional.empty();
        }
        if (world.faults && world.chance(0.03)) {
            world.delayed.add(request);
        }
        return Optional.of(answer);
    }

    /// Messages that come days later: their answers reach nobody.
    void deliverDelayed() {
        for (Told.Request request : List.copyOf(world.delayed)) {
            if (!world.faults || world.chance(0.4)) {
                world.events.count("delayed");
                world.delayed.remove(request);
                Told.Request old = new Told.Request(request.device(), request.epoch(), request.cursor(),
                        request.records(), false);
                world.office.sync(old, world.now());
                world.checks.touched();
            }
        }
    }

    private boolean believed(Laptop laptop, Told.Answer.Reply reply) {
        if (!world.rules.acknowledgementsAreCompared()) {
            return true;
        }
        int number = (int) reply.stored().number();
        if (number > laptop.disk.log().size()) {
            return false;
        }
        return number == 0 || laptop.disk.log().get(number - 1).position().equals(reply.stored());
    }

    private boolean applied(Laptop laptop, Told.Answer.Reply reply) {
        Laptop.Disk disk = laptop.disk;
        if (reply.epoch() < disk.epoch()) {
            return true;
        }
        if (reply.epoch() != disk.epoch()) {
            List<HandChange> ends = new ArrayList<>();
            for (LeaseId lease : disk.hand().units().keySet()) {
                if (!lease.text().startsWith(reply.epoch() + "-") && world.rules.leasesOfOldEpochsEnd()) {
                    ends.add(new HandChange.LeaseEnded(lease));
                }
            }
            disk = disk.after(ends).at(0, reply.epoch());
        }
        long place = reply.from();
        for (Told.Down item : reply.items()) {
            place++;
            if (place <= disk.cursor() && world.rules.downItemsApplyOnce()) {
                continue;
            }
            disk = switch (item) {
                case Told.Down.Granted granted -> {
                    if (laptop.suspect) {
                        world.tainted.add(granted.lease().id());
                    }
                    yield disk.after(List.of(new HandChange.LeaseReceived(granted.lease())))
                            .withCodes(granted.lease().id(), granted.codes());
                }
                case Told.Down.Fenced fenced -> disk.after(List.of(new HandChange.LeaseEnded(fenced.lease())));
            };
        }
        return world.commit(laptop, disk.at(Math.max(place, disk.cursor()), reply.epoch()));
    }

    /// A new place at the server: units are gone, every interview that is still here is told again under its own name.
    private void enrolAgain(Laptop laptop) {
        world.events.count("enrolled-again");
        boolean other = world.office.currentOf(laptop.person).filter(current -> !current.equals(laptop.id)).isPresent();
        if (other) {
            laptop.person = world.newPersonLike(laptop.person);
        }
        Laptop.Disk old = laptop.disk;
        world.enrolled(laptop);
        Laptop.Disk fresh = new Laptop.Disk(Hand.EMPTY, new HashMap<>(), old.work(), List.of(), 0, 0);
        for (Laptop.Entry entry : old.log()) {
            if (entry.body() instanceof Told.Up.Interview) {
                fresh = fresh.appended(world.record(fresh, entry.body()));
            }
        }
        laptop.disk = fresh;
        laptop.durable = fresh;
        laptop.image = fresh;
        world.checks.touched();
    }
}
