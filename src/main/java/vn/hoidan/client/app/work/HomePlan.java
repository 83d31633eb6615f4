package vn.hoidan.client.app.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.hoidan.client.app.quota.OwnInterviews;
import vn.hoidan.client.app.quota.PlaceQuota;
import vn.hoidan.client.app.quota.QuestionWords;
import vn.hoidan.client.app.quota.UnitsLeft;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.FilePost;
import vn.hoidan.client.app.store.HeldList;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.QuotaCount;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.client.app.sync.Unsent;
import vn.hoidan.client.app.sync.Whereabouts;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.interview.AnswerSketch;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.QuotaSnapshot;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.Household;
import vn.hoidan.core.sampling.HouseholdState;
import vn.hoidan.core.sampling.HouseholdStatus;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.ListProgress;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.AttachmentState;

/// Works out {@link Home} from what the store holds. Nothing here is stored: it can always be worked out again.
///
/// @param sync what the server has acknowledged
/// @param unsafeFiles see {@link FilePost#unsafeInterviews}
/// @param own  interviews that the office has not counted in the groups of a free quota
record HomePlan(List<InterviewEntry> interviews, Optional<QuotaSnapshot> quota, SyncState sync,
        Map<InterviewId, AttachmentState.Stage> unsafeFiles, Hand hand,
        OwnInterviews own) {
    /// @param words for the screening questions of a free quota
    static Home of(FieldStore store, QuestionWords words) {
        List<Home.Village> villages = new ArrayList<>();
        List<Home.Task> tasks = new ArrayList<>();
        Optional<Survey> survey = store.survey();
        HomePlan plan = new HomePlan(store.interviews(), store.quota(), store.syncState(),
                store.files().unsafeInterviews(), store.hand(),
                survey.map(known -> own(known, store)).orElse(OwnInterviews.NONE));
        for (HeldList held : store.lists()) {
            List<Contact> contacts = store.contacts(held.list().id());
            Home.Village village = held.list().isOpen() ? plan.open(survey.orElseThrow(() ->
                    new IllegalStateException("a place but no survey")), held, contacts, words)
                    : plan.village(held, contacts);
            villages.add(village);
            tasks.addAll(plan.tasks(village, held.list().villageName()));
        }
        tasks.sort(Comparator.comparing((Home.Task task) -> task.time().orElse(Instant.MAX))
                .thenComparing(task -> task.interview().isPresent() ? 0 : 1));
        return new Home(survey, survey.flatMap(known -> plan.district(known, store.lists())), villages,
                tasks.subList(0, Math.min(tasks.size(), Home.MOST_TASKS)), Unsent.of(store));
    }

    /// Sketches are read only when they are needed.
    private static OwnInterviews own(Survey survey, FieldStore store) {
        long stored = store.syncState().stored().number();
        List<InterviewEntry> unsent = survey.softTargets().isEmpty() ? List.of() : store.interviews().stream()
                .filter(entry -> entry.recordNumber().filter(number -> number > stored).isPresent()).toList();
        if (unsent.isEmpty()) {
            return OwnInterviews.NONE;
        }
        Areas areas = new Areas(survey.areas());
        Map<ListId, List<AreaKey>> places = new HashMap<>();
        store.lists().forEach(held -> places.put(held.list().id(),
                areas.upwards(held.list().village()).stream().map(Area::key).toList()));
        Map<InterviewId, AnswerSketch> sketches = store.sketches(survey.questionnaire());
        return new OwnInterviews(unsent.stream()
                .filter(entry -> places.containsKey(entry.list()) && sketches.containsKey(entry.id()))
                .map(entry -> new OwnInterviews.Done(places.get(entry.list()), sketches.get(entry.id()))).toList());
    }

    Home.Village village(HeldList held, List<Contact> contacts) {
        ListId list = held.list().id();
        List<InterviewEntry> here = interviews.stream().filter(entry -> entry.list().equals(list)).toList();
        int completed = count(here, InterviewState.COMPLETED);
        int inWork = count(here, InterviewState.IN_WORK);
        int used = (int) here.stream().filter(entry -> entry.state() != InterviewState.BROKEN_OFF)
                .filter(entry -> entry.lease().equals(held.lease().map(Lease::id))).count();
        CellKey cell = CellKey.of(AreaLevel.VILLAGE, held.list().village());
        int done = Math.max(completed, accepted(cell) + unsent(here));
        QuotaCount count = new QuotaCount(held.list().villageName(), held.list().target(), done, completed,
                Math.max(0, held.list().target() - done));
        return new Home.Village(list, count, inWork, Math.max(0, held.lease().map(Lease::units).orElse(0) - used),
                held.lease().map(Lease::useBy), held.withdrawn(), households(held, contacts, here), whereabouts(here),
                Optional.empty());
    }

    /// A place of a free quota: its households are those that the enumerator came to.
    private Home.Village open(Survey survey, HeldList held, List<Contact> contacts, QuestionWords words) {
        List<InterviewEntry> here = interviews.stream().filter(entry -> entry.list().equals(held.list().id()))
                .toList();
        PlaceQuota place = new PlaceQuota(survey, held.list().village());
        List<UnitsLeft> left = place.left(hand, quota.map(QuotaSnapshot::cells).orElse(List.of()));
        int free = left.stream().mapToInt(UnitsLeft::free).sum();
        int completed = count(here, InterviewState.COMPLETED);
        List<HouseholdStatus> found = households(new HeldList(found(held.list(), contacts, here), Optional.empty(),
                held.withdrawn()), contacts, here);
        return new Home.Village(held.list().id(), new QuotaCount(held.list().villageName(), completed + free,
                completed, completed, free), count(here, InterviewState.IN_WORK), free,
                left.stream().flatMap(each -> each.useBy().stream()).min(Comparator.naturalOrder()), held.withdrawn(),
                found, whereabouts(here), Optional.of(new Home.OpenPlace(left, found.size() + 1,
                        place.advice(quota.map(QuotaSnapshot::groups).orElse(List.of()), own), words)));
    }

    /// The households found so far, as if they had been drawn, and the one to come. Numbers have no gaps.
    private static SampleList found(SampleList place, List<Contact> contacts, List<InterviewEntry> here) {
        int last = Stream.concat(contacts.stream().map(Contact::household),
                here.stream().map(InterviewEntry::household)).max(Comparator.naturalOrder()).orElse(0);
        List<Household> households = IntStream.rangeClosed(1, last)
                .mapToObj(number -> new Household(number, "", "")).toList();
        return new SampleList(place.id(), place.village(), place.villageName(), last, households);
    }

    private Map<Integer, Whereabouts> whereabouts(List<InterviewEntry> here) {
        Map<Integer, Whereabouts> places = new HashMap<>();
        here.stream().filter(entry -> entry.state() == InterviewState.COMPLETED)
                .forEach(entry -> places.put(entry.household(), Whereabouts.of(entry, sync, unsafeFiles)));
        return places;
    }

    static List<HouseholdStatus> households(HeldList held, List<Contact> contacts, List<InterviewEntry> here) {
        Map<Integer, List<Contact>> byHousehold = new HashMap<>();
        contacts.forEach(contact -> byHousehold.computeIfAbsent(contact.household(), key -> new ArrayList<>())
                .add(contact));
        Map<Integer, ListProgress.Started> started = new HashMap<>();
        here.forEach(entry -> started.put(entry.household(), new ListProgress.Started(entry.id(), entry.state())));
        return ListProgress.of(held.list(), byHousehold, started);
    }

    private Optional<QuotaCount> district(Survey survey, List<HeldList> lists) {
        if (lists.isEmpty()) {
            return Optional.empty();
        }
        return new Areas(survey.areas()).atOrAbove(lists.getFirst().list().village(), AreaLevel.DISTRICT)
                .flatMap(district -> count(survey, lists, district));
    }

    private Optional<QuotaCount> count(Survey survey, List<HeldList> lists, Area district) {
        CellKey cell = CellKey.of(AreaLevel.DISTRICT, district.key());
        Optional<Constraint> constraint = survey.constraints().stream()
                .filter(each -> each.cell().equals(cell)).findFirst();
        List<InterviewEntry> here = interviews.stream().filter(entry -> lists.stream()
                .anyMatch(held -> held.list().id().equals(entry.list())
                        && held.lease().stream().anyMatch(lease -> lease.cells().contains(cell))))
                .toList();
        return constraint.map(target -> {
            int mine = count(here, InterviewState.COMPLETED);
            int done = Math.max(mine, accepted(cell) + unsent(here));
            return new QuotaCount(district.fullName(), target.target(), done, mine,
                    Math.max(0, target.target() - done));
        });
    }

    private List<Home.Task> tasks(Home.Village village, String name) {
        List<Home.Task> tasks = new ArrayList<>();
        boolean nextFound = false;
        for (HouseholdStatus household : village.households()) {
            boolean open = switch (household.state()) {
                case APPOINTMENT, IN_WORK -> true;
                case NEW, CONTACTED -> !nextFound && village.startable() > 0 && !village.withdrawn();
                case COMPLETED, CLOSED, RESERVE -> false;
            };
            if (open) {
                nextFound |= household.state() == HouseholdState.NEW || household.state() == HouseholdState.CONTACTED;
                Optional<Instant> time = household.state() == HouseholdState.APPOINTMENT
                        ? household.contacts().getLast().appointment() : Optional.empty();
                tasks.add(new Home.Task(village.list(), name, household, time, household.interview()
                        .flatMap(id -> interviews.stream().filter(entry -> entry.id().equals(id)).findFirst())));
            }
        }
        village.open().filter(_ -> !village.withdrawn()).flatMap(place -> village.household(place.nextNew()))
                .ifPresent(next -> tasks.add(new Home.Task(village.list(), name, next, Optional.empty(),
                        Optional.empty())));
        return tasks;
    }

    private int accepted(CellKey cell) {
        return quota.flatMap(known -> known.cell(cell)).map(count -> count.accepted()).orElse(0);
    }

    /// Completed here and not yet in the server's count. An interview that the server holds but has not ruled on
    /// when it last counted is in neither number for one round; guidance only, the lease alone gives the right.
    private int unsent(List<InterviewEntry> here) {
        return (int) here.stream().filter(entry -> entry.recordNumber().map(number -> number > sync.stored().number())
                .orElse(false)).count();
    }

    private static int count(List<InterviewEntry> entries, InterviewState state) {
        return (int) entries.stream().filter(entry -> entry.state() == state).count();
    }
}
