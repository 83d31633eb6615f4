package vn.hoidan.server.app.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.BalanceView;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LedgerPlanner;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.SampleLists;
import vn.hoidan.server.app.book.Staff;

/// Gives village lists to people and takes them back. A list is held by one person and leased to one laptop; its units
/// come with it and go back with it.
public final class ListDesk {

    /// A village is worked with call-backs for some weeks; after this the device warns.
    public static final Duration LEASE_LIFE = Duration.ofDays(30);

    private final CentralStore store;
    private final InstantSource clock;
    private final QuotaTurns turns;

    /// @param random chooses among those that wait
    public ListDesk(CentralStore store, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.clock = clock;
        this.turns = new QuotaTurns(random);
    }

    /// The lists of drawn households.
    public List<SampleLists.Entry> lists(SurveyId survey) {
        return store.read(central -> central.lists().of(survey)).stream().filter(list -> !list.isOpen()).toList();
    }

    /// Assigns a list. If the person has no laptop yet it is delivered when one is enrolled. Assigning it again to the
    /// same person changes nothing.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException LIST_UNKNOWN, PERSON_UNKNOWN, LIST_TAKEN, NOT_ALLOWED for a
    ///                                                 person who does not interview, QUOTA_FULL if no unit is free
    public void assign(ListId list, PersonId person) {
        store.write(central -> {
            SampleLists.Entry entry = entry(central, list);
            Person member = central.staff().find(person).filter(each -> each.survey().equals(entry.survey()))
                    .orElseThrow(() -> Problem.of(ProblemKind.PERSON_UNKNOWN, "name", person.text()).exception())
                    .person();
            if (member.role() != Role.ENUMERATOR) {
                throw Problem.of(ProblemKind.NOT_ALLOWED).exception();
            }
            if (entry.holder().equals(Optional.of(person))) {
                return null;
            }
            if (entry.holder().isPresent()) {
                String holder = central.staff().find(entry.holder().get()).orElseThrow().person().name();
                throw Problem.of(ProblemKind.LIST_TAKEN, "name", holder).exception();
            }
            Survey survey = central.surveys().find(entry.survey()).orElseThrow();
            List<CellKey> cells = QuotaCells.of(survey).at(entry.village());
            turns.promote(central, survey.id(), cells, clock.instant());
            BalanceView balances = central.ledger().books(survey.id());
            if (LedgerPlanner.grantable(cells, entry.target(), balances) == 0) {
                throw Problem.of(ProblemKind.QUOTA_FULL, "cell", entry.villageName()).exception();
            }
            central.lists().assigned(list, person);
            central.devices().current(person).ifPresent(device -> deliver(central, survey, entry, device.id()));
            return null;
        });
    }

    /// Lists that nobody holds at or below an area of the person's survey.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException PERSON_UNKNOWN, AREA_UNKNOWN
    public List<ListId> freeIn(PersonId person, String areaCode) {
        return store.read(central -> {
            SurveyId id = central.staff().find(person).map(Staff.Member::survey)
                    .orElseThrow(() -> Problem.of(ProblemKind.PERSON_UNKNOWN, "name", person.text()).exception());
            Areas areas = new Areas(central.surveys().find(id).orElseThrow().areas());
            if (areas.all().stream().noneMatch(area -> area.key().code().equals(areaCode))) {
                throw Problem.of(ProblemKind.AREA_UNKNOWN, "name", areaCode).exception();
            }
            return central.lists().of(id).stream().filter(list -> list.holder().isEmpty() && !list.isOpen())
                    .filter(list -> areas.upwards(list.village()).stream()
                            .anyMatch(area -> area.key().code().equals(areaCode)))
                    .map(SampleLists.Entry::id).toList();
        });
    }

    /// Takes a list back: its unused units come free. What was done on it stays and is still taken in. A list that
    /// nobody holds stays as it is.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException LIST_UNKNOWN
    public void withdraw(ListId list) {
        store.write(central -> {
            SampleLists.Entry entry = entry(central, list);
            Survey survey = central.surveys().find(entry.survey()).orElseThrow();
            takeBack(central, survey, list);
            central.lists().free(list);
            return null;
        });
    }

    /// Brings a person's lists to a laptop just enrolled, from the one it replaces if there was one.
    public void moveTo(CentralStore.Central central, Survey survey, PersonId person, String device) {
        for (SampleLists.Entry entry : central.lists().of(survey.id())) {
            if (entry.holder().equals(Optional.of(person)) && !entry.isOpen()) {
                takeBack(central, survey, entry.id());
                deliver(central, survey, entry, device);
            }
        }
    }

    /// Brings a person's lists to a log of their laptop that has begun anew; others that it still shows are gone, and
    /// all of them if the person works on another laptop by now.
    public void bring(CentralStore.Central central, Survey survey, Devices.Device log) {
        central.logs().tell(log.id(), new DownItem.ListsBegin(), clock.instant());
        if (!log.replaced()) {
            moveTo(central, survey, log.person(), log.id());
        }
    }

    private void deliver(CentralStore.Central central, Survey survey, SampleLists.Entry entry, String device) {
        Instant now = clock.instant();
        List<CellKey> cells = QuotaCells.of(survey).at(entry.village());
        BalanceView balances = central.ledger().books(survey.id());
        int units = LedgerPlanner.grantable(cells, entry.target(), balances);
        Lease lease = new Lease(central.ledger().nextLease(), cells, units, now, now.plus(LEASE_LIFE));
        central.ledger().addListLease(survey.id(), entry.id(), device, lease);
        central.ledger().carryOut(survey.id(), LedgerPlanner.grant(lease.id(), cells, units, balances), now);
        central.logs().tell(device,
                new DownItem.ListAssigned(central.lists().households(entry.id()).orElseThrow(), lease), now);
        List<Contact> history = central.interviews().history(entry.id());
        if (!history.isEmpty()) {
            central.logs().tell(device, new DownItem.ListHistory(entry.id(), history), now);
        }
    }

    private void takeBack(CentralStore.Central central, Survey survey, ListId list) {
        takeBack(central, survey, list, HeldLease.State.WITHDRAWN);
    }

    /// The laptop of this person is lost: what it holds is fenced at once and its lists are free for others.
    ///
    /// @return how many lists came back
    int lost(CentralStore.Central central, Survey survey, PersonId person) {
        int lost = 0;
        for (SampleLists.Entry entry : central.lists().of(survey.id())) {
            if (entry.holder().equals(Optional.of(person)) && !entry.isOpen()) {
                takeBack(central, survey, entry.id(), HeldLease.State.FENCED);
                central.lists().free(entry.id());
                lost++;
            }
        }
        return lost;
    }

    private void takeBack(CentralStore.Central central, Survey survey, ListId list, HeldLease.State end) {
        Optional<HeldLease> live = central.ledger().liveLease(list);
        if (live.isEmpty()) {
            return;
        }
        HeldLease lease = live.get();
        Instant now = clock.instant();
        BalanceView balances = central.ledger().books(survey.id());
        central.ledger().carryOut(survey.id(), end == HeldLease.State.FENCED
                ? LedgerPlanner.fence(lease, balances) : LedgerPlanner.withdraw(lease, balances), now);
        central.ledger().ended(lease.id(), end, now);
        central.logs().tell(lease.device(), new DownItem.ListWithdrawn(list), now);
        turns.promote(central, survey.id(), lease.cells(), now);
    }

    private static SampleLists.Entry entry(CentralStore.Central central, ListId list) {
        return central.lists().find(list).filter(each -> !each.isOpen())
                .orElseThrow(() -> Problem.of(ProblemKind.LIST_UNKNOWN, "name", list.text()).exception());
    }
}
