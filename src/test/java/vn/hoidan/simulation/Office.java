package vn.hoidan.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Account;
import vn.hoidan.core.quota.Admission;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Claim;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.Epoch;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.LedgerPlanner;
import vn.hoidan.core.quota.Movement;
import vn.hoidan.core.quota.MovementKind;
import vn.hoidan.core.quota.Pace;
import vn.hoidan.core.quota.PendingReason;
import vn.hoidan.core.quota.Turn;
import vn.hoidan.core.quota.TurnStep;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.WaitingInterview;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.IntakePlan;
import vn.hoidan.core.sync.UpRecord;

/// The server: keeps the logs, lets the planners decide and carries out what they say.
final class Office {

    static final ListId PLACE = new ListId("sim/1");

    /// A state of an interview and why.
    record Row(String device, List<CellKey> cells, State state, Optional<PendingReason> reason) {
    }

    enum State {
        ACCEPTED("accepted"), PENDING("pending"), VOID("void");

        private final String code;

        State(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /// What every copy of the server shares: it is not the server's memory.
    record Surroundings(Rules rules, Map<Bytes, Told.Up> bodies, Map<Integer, List<Bundle>> bundlesOf, Events events,
            Random random) {
    }

    private final Surroundings around;
    Books books;
    long epoch = 1;
    private long leaseNumber;
    private final Map<String, DeviceLog> logs = new LinkedHashMap<>();
    private final Map<String, Integer> personOf = new HashMap<>();
    private final Map<Integer, String> currentOf = new HashMap<>();
    private final Map<InterviewId, Row> interviews = new LinkedHashMap<>();
    private final Vouchers vouchers = new Vouchers();
    private final Map<UnitCode, LeaseId> codes = new HashMap<>();
    private final Set<UnitCode> usedCodes = new LinkedHashSet<>();
    private Instant learnsUntil = Instant.EPOCH;

    Office(Surroundings around, Books books, List<Constraint> constraints) {
        this.around = around;
        this.books = books;
        constraints.forEach(each -> books.carryOut(LedgerPlanner.open(each)));
    }

    private Office(Office other) {
        around = other.around;
        books = other.books.copy();
        epoch = other.epoch;
        leaseNumber = other.leaseNumber;
        other.logs.forEach((device, log) -> logs.put(device, log.copy()));
        personOf.putAll(other.personOf);
        currentOf.putAll(other.currentOf);
        interviews.putAll(other.interviews);
        vouchers.takeOver(other.vouchers);
        codes.putAll(other.codes);
        usedCodes.addAll(other.usedCodes);
        learnsUntil = other.learnsUntil;
    }

    Office backup() {
        return new Office(this);
    }

    /// This state is put in the place of a lost one: a new epoch, nothing granted before counts, nothing is granted
    /// until devices have told what they did.
    void restored(Instant now, Instant learnUntil) {
        books.commit(now, () -> begunAnew(now, learnUntil));
    }

    private void begunAnew(Instant now, Instant learnUntil) {
        if (around.rules().restoreBeginsAnEpoch()) {
            epoch = Epoch.afterRestore(epoch, now);
        }
        learnsUntil = learnUntil;
        for (HeldLease lease : List.copyOf(books.leases())) {
            if (lease.isLive()) {
                fence(lease);
            }
        }
        logs.values().forEach(log -> log.down = new ArrayList<>());
        promote(books.cells(), now);
    }

    void enrol(String device, int person, Instant now) {
        books.commit(now, () -> taken(device, person, now));
    }

    private void taken(String device, int person, Instant now) {
        Optional.ofNullable(currentOf.put(person, device)).ifPresent(this::lost);
        personOf.put(device, person);
        logs.put(device, new DeviceLog());
        books.pace(device, Pace.usual(now), cellsOf(person));
        promote(books.cells(), now);
    }

    private List<CellKey> cellsOf(int person) {
        return around.bundlesOf().get(person).stream().flatMap(bundle -> bundle.cells().stream()).distinct().toList();
    }

    /// Its leases are fenced at once.
    private void lost(String device) {
        logs.get(device).replaced = true;
        books.gone(device);
        books.liveOf(device).forEach(this::fence);
    }

    /// A supervisor says that the laptop is lost.
    void declaredLost(int person, Instant now) {
        Optional.ofNullable(currentOf.get(person)).ifPresent(device -> {
            around.events().count("declared-lost");
            Set<CellKey> freed = new LinkedHashSet<>();
            books.commit(now, () -> {
                books.liveOf(device).forEach(lease -> {
                    fence(lease);
                    freed.addAll(lease.cells());
                });
                promote(freed, now);
            });
        });
    }

    Optional<String> currentOf(int person) {
        return Optional.ofNullable(currentOf.get(person));
    }

    private void fence(HeldLease lease) {
        Movement movement = LedgerPlanner.fence(lease, books);
        books.carryOut(movement);
        ended(lease);
    }

    private void ended(HeldLease lease) {
        around.events().count("fence");
        if (around.rules().fenceEndsTheLease()) {
            books.fenced(lease.id());
        }
        Optional.ofNullable(logs.get(lease.device())).ifPresent(log -> log.down.add(new Told.Down.Fenced(lease.id())));
    }

    Told.Answer sync(Told.Request request, Instant now) {
        AtomicReference<Told.Answer> answer = new AtomicReference<>();
        books.commit(now, () -> answer.set(answered(request, now)));
        return answer.get();
    }

    private Told.Answer answered(Told.Request request, Instant now) {
        DeviceLog log = logs.get(request.device());
        if (log == null || log.replaced) {
            if (log != null) {
                // what a replaced laptop did before is taken in all the same
                take(request, log, now, new LinkedHashSet<>());
            }
            return new Told.Answer.EnrolAgain();
        }
        Set<CellKey> freed = new LinkedHashSet<>();
        int before = interviews.size();
        IntakePlan plan = take(request, log, now, freed);
        if (plan.stop() instanceof IntakePlan.Stop.Fork) {
            around.events().count("fork");
            currentOf.remove(personOf.get(request.device()), request.device());
            lost(request.device());
            promote(books.cells(), now);
            return new Told.Answer.EnrolAgain();
        }
        Pace pace = books.pace(request.device()).orElseThrow().after(now, interviews.size() - before);
        books.pace(request.device(), pace, List.of());
        boolean grants = request.wants() && request.epoch() == epoch && !now.isBefore(learnsUntil);
        Turn turn = new Turn(request.device(), now, pace, around.bundlesOf().get(personOf.get(request.device())),
                grants);
        Set<CellKey> cells = new LinkedHashSet<>(freed);
        turn.bundles().forEach(bundle -> cells.addAll(bundle.cells()));
        List<TurnStep> steps = around.rules().turn(turn, freed, books.forPlan(cells), around.random(),
                () -> new LeaseId(epoch + "-" + ++leaseNumber));
        carryOut(steps, request.device(), now);
        long cursor = request.epoch() == epoch ? request.cursor() : 0;
        return new Told.Answer.Reply(epoch, log.end, cursor,
                List.copyOf(log.down.subList((int) Math.min(cursor, log.down.size()), log.down.size())));
    }

    private IntakePlan take(Told.Request request, DeviceLog log, Instant now, Set<CellKey> freed) {
        IntakePlan plan = around.rules().intake(log.end, log.hashes, request.records());
        for (UpRecord record : plan.applied()) {
            log.hashes.put(record.number(), record.position().hash());
            books.kept(request.device(), record);
            apply(request.device(), around.bodies().get(record.body()), freed);
        }
        if (plan.duplicates() > 0) {
            around.events().count("duplicate");
        }
        log.end = plan.end();
        if (plan.stop() instanceof IntakePlan.Stop.Gap) {
            around.events().count("gap");
        }
        if (!freed.isEmpty() && logs.get(request.device()).replaced) {
            promote(freed, now);
        }
        return plan;
    }

    private void apply(String device, Told.Up body, Set<CellKey> freed) {
        switch (body) {
            case Told.Up.Interview interview -> admit(device, interview, freed);
            case Told.Up.Returned returned -> books.lease(returned.lease()).ifPresent(lease -> {
                int most = lease.device().equals(device) ? returned.units()
                        : Math.min(returned.units(), vouchers.left(device, lease.id()));
                LedgerPlanner.GivenBack back = around.rules().giveBack(lease, most, books);
                back.movement().ifPresent(movement -> {
                    books.carryOut(movement);
                    freed.addAll(lease.cells());
                });
                if (!lease.device().equals(device)) {
                    vouchers.spend(device, lease.id(), most);
                }
                if (back.excess() > 0) {
                    around.events().count("clamp");
                }
            });
            case Told.Up.VoucherIn taken -> {
                boolean first = vouchers.taken(taken.voucher(), device);
                around.events().count(first ? "voucher-in" : "voucher-again");
            }
            case Told.Up.VoucherOut _ -> around.events().count("voucher-out");
            case Told.Up.CodeOut _ -> around.events().count("code-out");
        }
    }

    private void admit(String device, Told.Up.Interview interview, Set<CellKey> freed) {
        if (interviews.containsKey(interview.id()) && around.rules().interviewCountsOnce()) {
            around.events().count("interview-again");
            return;
        }
        Optional<LeaseId> named = interview.lease().or(() -> interview.code().map(codes::get));
        Optional<HeldLease> found = named.flatMap(books::lease);
        Claim.Transfer transfer = transfer(device, interview, found);
        Claim claim = new Claim(interview.id(), device, PLACE, interview.cells(), named, found, transfer, false);
        Admission admission = around.rules().admit(claim, books);
        admission.movements().forEach(movement -> {
            books.carryOut(movement);
            if (movement.kind() == MovementKind.RELEASED) {
                freed.addAll(found.orElseThrow().cells());
            }
        });
        if (transfer == Claim.Transfer.VOUCHER) {
            vouchers.spend(device, named.orElseThrow(), 1);
        }
        interview.code().ifPresent(usedCodes::add);
        switch (admission) {
            case Admission.Accepted accepted -> {
                around.events().count(
                        accepted.late().map(PendingReason::code).map("late-"::concat).orElse("on-lease"));
                accepted.late().ifPresent(_ -> around.events().count("late"));
                came(interview, new Row(device, interview.cells(), State.ACCEPTED, accepted.late()));
            }
            case Admission.Pending pending -> {
                around.events().count("pending");
                around.events().count("pending-" + pending.reason().code());
                came(interview, new Row(device, interview.cells(), State.PENDING, Optional.of(pending.reason())));
                books.waits(new WaitingInterview(interview.id(), PLACE, interview.household(), interview.cells()));
            }
        }
    }

    private void came(Told.Up.Interview interview, Row row) {
        interviews.put(interview.id(), row);
        books.came(interview, row.device(), row);
    }

    private void ruled(InterviewId id, State state) {
        Row before = interviews.get(id);
        Row row = new Row(before.device(), before.cells(), state, before.reason());
        interviews.put(id, row);
        books.ruled(id, row, before.state());
    }

    private Claim.Transfer transfer(String device, Told.Up.Interview interview, Optional<HeldLease> found) {
        if (interview.code().isPresent()) {
            return around.rules().codeCountsOnce() && usedCodes.contains(interview.code().get())
                    ? Claim.Transfer.CODE_USED : Claim.Transfer.CODE;
        }
        return found.filter(lease -> !lease.device().equals(device))
                .filter(lease -> vouchers.left(device, lease.id()) > 0).isPresent()
                ? Claim.Transfer.VOUCHER : Claim.Transfer.NONE;
    }

    private void promote(Collection<CellKey> freed, Instant now) {
        carryOut(around.rules().promote(freed, books, around.random()), "", now);
    }

    private void carryOut(List<TurnStep> steps, String device, Instant now) {
        for (TurnStep step : steps) {
            switch (step) {
                case TurnStep.Promoted promoted -> {
                    around.events().count("promoted");
                    books.carryOut(promoted.movement());
                    books.waitsNoMore(promoted.interview());
                    ruled(promoted.interview(), State.ACCEPTED);
                }
                case TurnStep.Fenced fenced -> {
                    around.events().count("fenced-when-due");
                    Violation.unless(!fenced.lease().fenceAt().isAfter(now), "Rule 5", "fenced before it was due");
                    books.carryOut(fenced.movement());
                    ended(fenced.lease());
                }
                case TurnStep.Granted granted -> {
                    around.events().count("grant");
                    books.grant(device, granted);
                    List<UnitCode> own = new ArrayList<>();
                    for (int unit = 0; unit < granted.lease().units(); unit++) {
                        UnitCode code = UnitCode.of(around.random().nextLong());
                        codes.put(code, granted.lease().id());
                        own.add(code);
                    }
                    logs.get(device).down.add(new Told.Down.Granted(granted.lease(), own));
                }
            }
        }
    }

    void retarget(CellKey cell, int target, Instant now) {
        if (-books.of(new Account.Target(cell)) != target) {
            books.commit(now, () -> {
                books.carryOut(around.rules().retarget(cell, target, books));
                promote(List.of(cell), now);
            });
        }
    }

    /// Quality control rejects an accepted interview, or a person declares any interview void.
    void uncount(MovementKind kind, InterviewId id, Instant now) {
        Row row = interviews.get(id);
        books.commit(now, () -> {
            if (row.state() == State.ACCEPTED) {
                books.carryOut(around.rules().uncount(kind, id, row.cells(), books));
            } else if (row.state() == State.PENDING) {
                books.waitsNoMore(id);
            }
            ruled(id, State.VOID);
            promote(row.cells(), now);
        });
    }

    Map<InterviewId, Row> interviews() {
        return interviews;
    }

    boolean usedCode(UnitCode code) {
        return usedCodes.contains(code);
    }

    long endOf(String device) {
        DeviceLog log = logs.get(device);
        return log == null ? 0 : log.end.number();
    }

    Optional<LeaseId> leaseOf(UnitCode code) {
        return Optional.ofNullable(codes.get(code));
    }
}
