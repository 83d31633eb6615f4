package vn.hoidan.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Account;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.Movement;
import vn.hoidan.core.quota.Pace;
import vn.hoidan.core.quota.QuotaBooks;
import vn.hoidan.core.quota.QuotaDesign;
import vn.hoidan.core.quota.TurnStep;
import vn.hoidan.core.quota.WaitingInterview;
import vn.hoidan.core.sampling.Household;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.Interviews;
import vn.hoidan.server.app.book.LedgerFault;
import vn.hoidan.server.app.book.Staff;
import vn.hoidan.server.store.SqlCentralStore;

/// The books on the server's real store. Whatever the office does is one transaction of it, as in the program; every
/// answer must be that of the books in memory, and the store's own is the one that the planners get.
final class StoreBooks extends Books {

    private static final SurveyId SURVEY = SmallSurvey.ID;

    private final Shelf shelf;
    private final Path file;
    private Optional<SqlCentralStore> open = Optional.empty();
    private final Map<String, LogPosition> ends = new HashMap<>();
    private Instant now = Instant.parse("2024-11-04T00:00:00Z");
    private UpRecord last;
    /// Null outside of a transaction.
    private CentralStore.Central central;

    /// The files of one world's servers; closing it closes them.
    static final class Shelf implements World.Shelf, AutoCloseable {
        private final Path folder;
        private final List<StoreBooks> all = new ArrayList<>();

        Shelf(Path folder) {
            this.folder = folder;
        }

        @Override
        public Books books(List<Area> areas, List<Constraint> constraints) {
            StoreBooks books = next();
            books.begin(areas, constraints);
            return books;
        }

        private StoreBooks next() {
            StoreBooks books = new StoreBooks(this, folder.resolve("office-" + all.size() + ".db"));
            all.add(books);
            return books;
        }

        @Override
        public void close() {
            all.forEach(StoreBooks::shut);
        }
    }

    private StoreBooks(Shelf shelf, Path file) {
        this.shelf = shelf;
        this.file = file;
    }

    private void begin(List<Area> areas, List<Constraint> constraints) {
        Survey small = SmallSurvey.survey();
        Survey survey = new Survey(SURVEY, small.name(), small.questionnaire(), small.consent(), areas,
                QuotaDesign.FREE_QUOTA, constraints, List.of(), true);
        commit(now, () -> {
            central.surveys().add(survey, SmallSurvey.xform(), now);
            constraints.forEach(each -> central.ledger().addCell(SURVEY, each));
            central.lists().add(SURVEY, new SampleList(Office.PLACE, areas.getLast().key(), "Thôn (tập dượt)", 1,
                    List.of(new Household(1, "", ""))));
        });
    }

    private SqlCentralStore store() {
        if (open.isEmpty()) {
            open = Optional.of(SqlCentralStore.open(file));
        }
        return open.get();
    }

    private void shut() {
        open.ifPresent(SqlCentralStore::close);
        open = Optional.empty();
    }

    @Override
    void commit(Instant at, Runnable work) {
        now = at;
        store().write(transaction -> {
            central = transaction;
            try {
                work.run();
            } finally {
                central = null;
            }
            return true;
        });
    }

    private void also(Consumer<CentralStore.Central> work) {
        if (central == null) {
            commit(now, () -> work.accept(central));
        } else {
            work.accept(central);
        }
    }

    /// A copy of the file as it stands between two transactions.
    @Override
    Books copy() {
        StoreBooks copy = shelf.next();
        shut();
        try {
            Files.copy(file, copy.file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        copy.ends.putAll(ends);
        return copyInto(copy);
    }

    @Override
    void carryOut(Movement movement) {
        super.carryOut(movement);
        also(each -> each.ledger().carryOut(SURVEY, movement, now));
    }

    @Override
    void grant(String device, TurnStep.Granted granted) {
        super.grant(device, granted);
        also(each -> each.ledger().grant(SURVEY, device, List.of(granted), now));
    }

    @Override
    void fenced(LeaseId id) {
        super.fenced(id);
        also(each -> each.ledger().ended(id, HeldLease.State.FENCED, now));
    }

    @Override
    void kept(String device, UpRecord record) {
        last = record;
        ends.put(device, record.position());
        also(each -> {
            each.logs().keep(device, record, now);
            each.devices().storedLate(device, record.position());
        });
    }

    @Override
    void came(Told.Up.Interview interview, String device, Office.Row row) {
        boolean counts = row.state() == Office.State.ACCEPTED;
        also(each -> {
            each.interviews().add(new Interviews.Entry(interview.id(), SURVEY, SmallSurvey.questionnaire(),
                    Office.PLACE, interview.household(), device, last.number(), last.position().hash(),
                    counts ? Ruling.ACCEPTED : Ruling.PENDING, row.reason(), now), List.of());
            if (counts) {
                each.devices().acceptedChanged(device, 1);
            }
        });
    }

    @Override
    void ruled(InterviewId id, Office.Row row, Office.State before) {
        also(each -> {
            switch (row.state()) {
                case ACCEPTED -> {
                    each.interviews().accepted(id);
                    each.devices().acceptedChanged(row.device(), 1);
                }
                case VOID -> {
                    each.interviews().voided(id);
                    if (before == Office.State.ACCEPTED) {
                        each.devices().acceptedChanged(row.device(), -1);
                    }
                }
                case PENDING -> throw new IllegalStateException("nothing becomes pending again");
            }
        });
    }

    @Override
    void waits(WaitingInterview interview) {
        super.waits(interview);
        also(each -> each.ledger().waits(SURVEY, interview.interview(), interview.cells()));
    }

    @Override
    WaitingInterview waitsNoMore(InterviewId id) {
        also(each -> each.ledger().waitsNoMore(SURVEY, id));
        return super.waitsNoMore(id);
    }

    @Override
    void pace(String device, Pace pace, Collection<CellKey> worksIn) {
        boolean known = super.pace(device).isPresent();
        super.pace(device, pace, worksIn);
        also(each -> {
            if (known) {
                each.devices().heard(device, new Devices.Heard(ends.getOrDefault(device, LogPosition.START), 0, now,
                        OptionalLong.empty(), false, List.of(), pace));
            } else {
                PersonId person = new PersonId("p-" + device);
                each.staff().add(new Staff.Member(new Person(person, "Điều tra viên (tập dượt)", Role.ENUMERATOR,
                        SmallSurvey.survey().areas().getFirst().key(), "D"), SURVEY), now);
                each.devices().add(Devices.Device.enrolled(device, person, SURVEY, "Máy thử",
                        Bytes.of(Arrays.copyOf(device.getBytes(StandardCharsets.UTF_8), 32))), now);
                each.workplaces().worksTowards(SURVEY, person, worksIn, Instant.EPOCH);
            }
        });
    }

    @Override
    void gone(String device) {
        if (pace(device).isPresent()) {
            also(each -> each.devices().replaced(device, now));
        }
        super.gone(device);
    }

    @Override
    QuotaBooks forPlan(Collection<CellKey> about) {
        return new Compared(central.ledger().booksForPlan(SURVEY, about));
    }

    private QuotaBooks compared() {
        return new Compared(central.ledger().books(SURVEY));
    }

    @Override
    public int of(Account account) {
        return central == null ? super.of(account) : compared().of(account);
    }

    @Override
    Optional<HeldLease> lease(LeaseId id) {
        Optional<HeldLease> here = super.lease(id);
        if (central != null) {
            Optional<HeldLease> there = central.ledger().lease(id);
            same(here, there, "lease");
            return there;
        }
        return here;
    }

    @Override
    List<HeldLease> liveOf(String device) {
        List<HeldLease> there = central.ledger().liveLeases(device);
        same(Set.copyOf(super.liveOf(device)), Set.copyOf(there), "leases of " + device);
        return there;
    }

    @Override
    public List<HeldLease> due(CellKey cell, Instant at) {
        return compared().due(cell, at);
    }

    @Override
    public List<WaitingInterview> waiting(Collection<CellKey> in) {
        return central == null ? super.waiting(in) : compared().waiting(in);
    }

    @Override
    public double speedOfOthers(CellKey cell, String device, Instant at) {
        return compared().speedOfOthers(cell, device, at);
    }

    @Override
    void audit() {
        List<LedgerFault> faults = store().read(each -> each.ledger().faults());
        Violation.unless(faults.isEmpty(), "AUDIT", faults.toString());
    }

    private static void same(Object here, Object there, String what) {
        Violation.unless(here.equals(there), "STORE", what + ": " + there + " instead of " + here);
    }

    /// The store's answers, each beside that of the books in memory.
    private final class Compared implements QuotaBooks {
        private final QuotaBooks there;

        Compared(QuotaBooks there) {
            this.there = there;
        }

        @Override
        public int of(Account account) {
            int units = there.of(account);
            same(StoreBooks.super.of(account), units, account.toString());
            return units;
        }

        @Override
        public List<HeldLease> due(CellKey cell, Instant at) {
            List<HeldLease> found = there.due(cell, at);
            same(Set.copyOf(StoreBooks.super.due(cell, at)), Set.copyOf(found), "due in " + cell.text());
            return found;
        }

        @Override
        public List<WaitingInterview> waiting(Collection<CellKey> in) {
            List<WaitingInterview> found = there.waiting(in);
            same(ids(StoreBooks.super.waiting(in)), ids(found), "waiting");
            return found;
        }

        private static Set<InterviewId> ids(List<WaitingInterview> waiting) {
            return Set.copyOf(waiting.stream().map(WaitingInterview::interview).toList());
        }

        @Override
        public double speedOfOthers(CellKey cell, String device, Instant at) {
            double speed = there.speedOfOthers(cell, device, at);
            double here = StoreBooks.super.speedOfOthers(cell, device, at);
            Violation.unless(Math.abs(speed - here) < 1e-6, "STORE", "speed in " + cell.text() + ": " + speed
                    + " instead of " + here);
            return speed;
        }
    }
}
