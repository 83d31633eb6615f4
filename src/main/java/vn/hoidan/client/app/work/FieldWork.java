package vn.hoidan.client.app.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.quota.PlaceQuota;
import vn.hoidan.client.app.quota.QuestionWords;
import vn.hoidan.client.app.quota.UnitPlan;
import vn.hoidan.client.app.quota.VoucherForm;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.HeldList;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.QuestionnaireLoader;
import vn.hoidan.client.app.store.RecordEncoder;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.interview.PaperSheet;
import vn.hoidan.core.interview.Replay;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.questionnaire.SessionContext;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.QuotaSnapshot;
import vn.hoidan.core.quota.SoftTarget;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.HouseholdState;
import vn.hoidan.core.sampling.HouseholdStatus;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.RecordType;

/// An enumerator's day. Every method reads or writes the store: call them on the writer's lane.
public final class FieldWork implements Work {
    private final Profile profile;
    private final FieldStore store;
    private final Surroundings surroundings;
    private final Map<QuestionnaireId, Questionnaire> loaded = new ConcurrentHashMap<>();
    private final Map<Map.Entry<QuestionnaireId, Set<Path>>, QuestionWords> words = new ConcurrentHashMap<>();

    /// What the work needs from outside.
    ///
    /// @param writer             the lane on which everything is written
    /// @param ids                gives a new random id each time
    /// @param applicationVersion stored with each interview
    public record Surroundings(Background writer, DeviceClock clock, Supplier<UUID> ids, QuestionnaireLoader loader,
            RecordEncoder encoder, VoucherForm vouchers, String applicationVersion) {
    }

    public FieldWork(Profile profile, FieldStore store, Surroundings surroundings) {
        this.profile = profile;
        this.store = store;
        this.surroundings = surroundings;
    }

    public Home home() {
        return HomePlan.of(store, store.survey().filter(survey -> !survey.design().isList())
                .filter(survey -> store.questionnaire(survey.questionnaire()).isPresent())
                .map(survey -> words(survey.questionnaire(), screeningQuestions(survey)))
                .orElseGet(() -> new QuestionWords(Map.of())));
    }

    static Set<Path> screeningQuestions(Survey survey) {
        return Stream.concat(survey.constraints().stream().map(Constraint::answers),
                survey.softTargets().stream().map(SoftTarget::answers))
                .flatMap(answers -> answers.questions().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /// Gives a unit away by telephone; see {@link UnitCalls#give}.
    public Optional<UnitCode> giveByCode(Bundle bundle) {
        return new UnitCalls(store, surroundings.encoder()).give(bundle);
    }

    /// Units handed to colleagues and taken from them by voucher.
    public HandOver handOver() {
        return new HandOver(profile.device(), store, surroundings);
    }

    /// What the office said.
    public OfficeMail mail() {
        return new OfficeMail(store);
    }

    /// Loads the questionnaire so that the first interview opens at once; nothing happens if none came down yet.
    public void warmUp() {
        store.survey().ifPresent(survey -> {
            if (store.questionnaire(survey.questionnaire()).isPresent()) {
                questionnaire(survey.questionnaire()).begin(context(surroundings.clock().now(), "vi"));
            }
        });
    }

    /// Keeps an attempt to reach a household and puts it in the up-log.
    ///
    /// @param reason code of a refusal's reason, or empty
    public void recordContact(ListId list, int household, Outcome outcome, String reason) {
        record(new Contact(list, household, attempt(list, household), outcome, reason, surroundings.clock().now(),
                Optional.empty()));
    }

    /// Keeps an attempt that ended with an appointment and puts it in the up-log.
    ///
    /// @param at agreed time
    public void recordAppointment(ListId list, int household, Instant at) {
        record(new Contact(list, household, attempt(list, household), Outcome.APPOINTMENT, "",
                surroundings.clock().now(), Optional.of(at)));
    }

    private int attempt(ListId list, int household) {
        return (int) store.contacts(list).stream().filter(each -> each.household() == household).count() + 1;
    }

    private void record(Contact contact) {
        HouseholdStatus status = status(contact.list(), contact.household());
        if (!canStart(status.state()) && status.state() != HouseholdState.IN_WORK) {
            throw new IllegalStateException("no contact at a household that is " + status.state().code());
        }
        List<Change> changes = new ArrayList<>();
        status.interview().flatMap(store::interview)
                .filter(entry -> entry.state() == InterviewState.IN_WORK)
                .filter(entry -> contact.outcome().isFinal())
                .ifPresent(entry -> {
                    changes.add(new Change.FactAppended(entry.id(),
                            new Fact.BrokenOff(surroundings.clock().moment(), contact.outcome() == Outcome.QUOTA_FULL
                                    ? contact.outcome().code() : contact.reason()),
                            entry.answered(), entry.asked()));
                    changes.add(new Change.InterviewMoved(entry.id(), InterviewState.IN_WORK,
                            InterviewState.BROKEN_OFF, surroundings.clock().now()));
                    if (store.hand().heldFor(entry.id()).isPresent()) {
                        changes.add(new Change.HandChanged(new HandChange.HoldReleased(entry.id())));
                    }
                });
        changes.addAll(appended(contact));
        store.apply(changes);
    }

    private List<Change> appended(Contact contact) {
        return List.of(new Change.ContactRecorded(contact), new Change.RecordAppended(RecordType.CONTACT,
                surroundings.encoder().contact(contact), Optional.empty()));
    }

    /// Starts an interview at a household after consent. In a drawn list it holds a unit of the village's lease from
    /// now on; in a free quota it gets its unit when the screening questions are answered.
    ///
    /// @param language to begin in
    public Starting start(ListId list, int household, InterviewMode mode, String language) {
        return start(list, household, mode, language, Optional.empty());
    }

    /// Starts an interview from a form that was filled in on paper, whose respondent agreed on it; else as
    /// {@link #start}.
    public Starting startPaper(ListId list, int household, PaperSheet sheet, String language) {
        return start(list, household, InterviewMode.PAPER, language, Optional.of(sheet));
    }

    /// The paper forms of this person.
    public PaperOverview paperForms() {
        return PaperOverview.of(store);
    }

    private Starting start(ListId list, int household, InterviewMode mode, String language,
            Optional<PaperSheet> sheet) {
        HeldList held = held(list);
        Home.Village village = village(held);
        HouseholdStatus status = status(list, household);
        if (held.withdrawn() || !canStart(status.state())) {
            return new Starting.Refused(Problem.of(ProblemKind.HOUSEHOLD_CLOSED, "household",
                    status.household().label()));
        }
        if (village.open().isEmpty() && (village.startable() <= 0 || village.quota().full())) {
            return new Starting.Refused(Problem.of(ProblemKind.QUOTA_FULL, "cell", village.quota().name()));
        }
        Optional<Problem> noRoom = store.room().refusal();
        if (noRoom.isPresent()) {
            return new Starting.Refused(noRoom.get());
        }
        Survey survey = store.survey().orElseThrow(() -> new IllegalStateException("a list but no survey"));
        InterviewId id = new InterviewId(surroundings.ids().get());
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.InterviewBegun(id, survey.questionnaire(), list, household,
                held.lease().map(Lease::id), mode, surroundings.clock().now()));
        changes.add(new Change.FactAppended(id, new Fact.InterviewStarted(surroundings.clock().moment(), language,
                mode, survey.consent().version(), surroundings.applicationVersion()), 0, 0));
        sheet.ifPresent(taken -> changes.add(new Change.FactAppended(id,
                new Fact.Paper.Taken(surroundings.clock().moment(), taken), 0, 0)));
        changes.addAll(appended(new Contact(list, household, attempt(list, household), Outcome.INTERVIEW_STARTED, "",
                surroundings.clock().now(), Optional.empty())));
        store.apply(changes);
        return new Starting.Started(open(id));
    }

    private static boolean canStart(HouseholdState state) {
        return switch (state) {
            case NEW, CONTACTED, APPOINTMENT -> true;
            case IN_WORK, COMPLETED, CLOSED, RESERVE -> false;
        };
    }

    /// Opens an interview in work again, where it stopped.
    public InterviewWork resume(InterviewId id) {
        InterviewEntry entry = entry(id);
        if (entry.state() != InterviewState.IN_WORK) {
            throw new IllegalStateException("interview is " + entry.state().code());
        }
        store.apply(List.of(new Change.FactAppended(id, new Fact.Resumed(surroundings.clock().moment()),
                entry.answered(), entry.asked())));
        return open(id);
    }

    /// Opens an interview where it stopped if it is still in work, such as after the laptop was locked.
    public Optional<InterviewWork> resumeIfInWork(InterviewId id) {
        return store.interview(id).filter(entry -> entry.state() == InterviewState.IN_WORK).map(_ -> resume(id));
    }

    private InterviewWork open(InterviewId id) {
        InterviewEntry entry = entry(id);
        List<Fact> facts = store.facts(id);
        Session session = session(entry);
        List<Fact> notTaken = Replay.into(session, facts);
        return new InterviewWork(entry, session, store, surroundings, this, facts, notTaken.size(),
                screening(entry, session).stream().toList());
    }

    /// What an interview of a free quota needs to go on, settled as its answers are; empty where nothing is needed, and
    /// for a paper form, whose respondent has answered already.
    private Optional<Screening> screening(InterviewEntry entry, Session session) {
        return openPlace(entry).filter(_ -> entry.mode() != InterviewMode.PAPER).map(quota -> {
            Optional<List<CellKey>> needed = Screening.needed(quota, session);
            AtomicReference<UnitPlan> settled = new AtomicReference<>();
            store.applyFromHand(hand -> {
                settled.set(UnitPlan.of(hand, entry.id(), needed.orElse(List.of()), true,
                        surroundings.clock().now()));
                return settled.get().changes().stream().<Change>map(Change.HandChanged::new).toList();
            });
            QuestionWords words = words(entry.questionnaire(), quota.questions());
            return new Screening(entry.id(), new Screening.Surroundings(quota, words,
                    store.quota().map(QuotaSnapshot::cells).orElse(List.of()), surroundings.clock()), session,
                    settled.get());
        });
    }

    /// The quotas of the place where an interview is held; empty at a drawn list.
    Optional<PlaceQuota> openPlace(InterviewEntry entry) {
        return store.lists().stream().map(HeldList::list).filter(list -> list.id().equals(entry.list()))
                .filter(SampleList::isOpen).findFirst().map(list -> new PlaceQuota(survey(), list.village()));
    }

    private QuestionWords words(QuestionnaireId id, Set<Path> questions) {
        return words.computeIfAbsent(Map.entry(id, questions), key -> {
            Questionnaire form = questionnaire(id);
            return QuestionWords.of(questions, form.begin(context(surroundings.clock().now(), "vi")),
                    form.languages());
        });
    }

    /// A fresh session of the interview's own version of the questionnaire, without answers.
    Session session(InterviewEntry entry) {
        return questionnaire(entry.questionnaire()).begin(context(entry.startedAt(), "vi"));
    }

    private SessionContext context(Instant startedAt, String language) {
        return new SessionContext(startedAt.atZone(surroundings.clock().zone()), profile.device(),
                profile.person().id().text(), language);
    }

    Questionnaire questionnaire(QuestionnaireId id) {
        return loaded.computeIfAbsent(id, missing -> surroundings.loader().load(store.questionnaire(missing)
                .orElseThrow(() -> new IllegalStateException("questionnaire not received: " + missing.text()))));
    }

    InterviewEntry entry(InterviewId id) {
        return store.interview(id).orElseThrow(() -> new IllegalArgumentException("no interview " + id.asText()));
    }

    /// Names the survey and the person, for choosing the paper forms that are keyed twice.
    String keyingSeed() {
        return survey().id().text() + " " + profile.person().id().text();
    }

    Survey survey() {
        return store.survey().orElseThrow(() -> new IllegalStateException("no survey received"));
    }

    private HeldList held(ListId list) {
        return store.lists().stream().filter(each -> each.list().id().equals(list)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("list not held: " + list.text()));
    }

    private Home.Village village(HeldList held) {
        return home().villages().stream().filter(each -> each.list().equals(held.list().id())).findFirst()
                .orElseThrow();
    }

    private HouseholdStatus status(ListId list, int household) {
        return village(held(list)).household(household)
                .orElseThrow(() -> new IllegalArgumentException("no household " + household));
    }
}
