package vn.hoidan.server.app.quota;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.OpenListName;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.QuotaAct;
import vn.hoidan.server.app.book.SampleLists;
import vn.hoidan.server.app.book.Staff;

/// Says in a free quota where each person looks for people. A place is an area that no other lies below; for each place
/// a laptop gets an open list of its own, in which the enumerator numbers the households he or she comes to. Units are
/// not tied to a place: they come at the laptop's next round of sync.
public final class PlaceDesk {

    /// Most places that one person works in; each is an item that the laptop is told and a line at its home screen.
    public static final int MOST_PLACES = 500;

    private final CentralStore store;
    private final InstantSource clock;

    public PlaceDesk(CentralStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Where a person works, and how many places that is.
    public record Line(Person person, Area area, int places) {
    }

    /// Everybody's areas, in the order in which the people were added.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN
    public List<Line> lines(SurveyId survey) {
        return store.read(central -> {
            QuotaCells cells = QuotaCells.of(central.surveys().find(survey).orElseThrow(
                    () -> Problem.of(ProblemKind.SURVEY_UNKNOWN, "name", survey.text()).exception()));
            return central.staff().of(survey).stream().map(Staff.Member::person)
                    .flatMap(person -> central.workplaces().of(person.id()).stream().map(area ->
                            new Line(person, cells.areas().get(area), cells.placesIn(area).size()))).toList();
        });
    }

    /// Assigns an area with all places in it. If the person has no laptop yet they are delivered when one is enrolled.
    ///
    /// @return false if the person works there already
    /// @throws vn.hoidan.core.problem.ProblemException PERSON_UNKNOWN, AREA_UNKNOWN, NOT_ALLOWED for a person who does
    ///                                                 not interview, NO_FREE_QUOTA for a survey of drawn households,
    ///                                                 NO_QUOTA_HERE, TOO_MANY_PLACES
    public boolean assign(PersonId person, String areaCode, QuotaDesk.Decision decision) {
        return store.write(central -> {
            Staff.Member member = member(central, person);
            if (member.person().role() != Role.ENUMERATOR) {
                throw Problem.of(ProblemKind.NOT_ALLOWED).exception();
            }
            QuotaCells cells = cells(central, member);
            Area area = area(cells, areaCode);
            if (central.workplaces().of(person).contains(area.key())) {
                return false;
            }
            for (Area place : cells.placesIn(area.key())) {
                if (cells.at(place.key()).isEmpty()) {
                    throw Problem.of(ProblemKind.NO_QUOTA_HERE, "name", place.fullName()).exception();
                }
            }
            Instant now = clock.instant();
            central.workplaces().add(person, area.key(), now);
            Map<AreaKey, Area> places = places(central, cells, person);
            if (places.size() > MOST_PLACES) {
                throw Problem.of(ProblemKind.TOO_MANY_PLACES, "count", String.valueOf(places.size()), "limit",
                        String.valueOf(MOST_PLACES)).exception();
            }
            arrange(central, cells, person, now);
            decided(central, member, QuotaAct.Kind.PLACE_ASSIGNED, area, decision);
            return true;
        });
    }

    /// Takes an area from a person. What was done there stays; the laptop gives its units back at its next round.
    ///
    /// @return false if the person does not work there
    /// @throws vn.hoidan.core.problem.ProblemException PERSON_UNKNOWN, AREA_UNKNOWN, NO_FREE_QUOTA
    public boolean withdraw(PersonId person, String areaCode, QuotaDesk.Decision decision) {
        return store.write(central -> {
            Staff.Member member = member(central, person);
            QuotaCells cells = cells(central, member);
            Area area = area(cells, areaCode);
            if (!central.workplaces().of(person).contains(area.key())) {
                return false;
            }
            central.workplaces().remove(person, area.key());
            arrange(central, cells, person, clock.instant());
            decided(central, member, QuotaAct.Kind.PLACE_WITHDRAWN, area, decision);
            return true;
        });
    }

    /// Opens a person's places on a laptop just enrolled; those of the one it replaces end.
    public void moveTo(CentralStore.Central central, Survey survey, PersonId person) {
        if (!survey.design().isList()) {
            arrange(central, QuotaCells.of(survey), person, clock.instant());
        }
    }

    /// Brings a person's places to a log whose down-log has begun anew.
    public void bring(CentralStore.Central central, Survey survey, Devices.Device log) {
        Predicate<SampleLists.Entry> here = held -> held.device().equals(Optional.of(log.id()));
        List<ListId> before = central.lists().heldBy(log.person()).stream().filter(here)
                .map(SampleLists.Entry::id).toList();
        moveTo(central, survey, log.person());
        central.lists().heldBy(log.person()).stream().filter(here).map(SampleLists.Entry::id)
                .filter(before::contains).forEach(place -> central.logs().tell(log.id(),
                        new DownItem.PlaceAssigned(central.lists().households(place).orElseThrow()), clock.instant()));
    }

    /// The open list of a place that a server which was restored has forgotten: opened again for the laptop that worked
    /// there, as one that has ended.
    ///
    /// @return empty if it cannot be one of those
    public static Optional<SampleLists.Entry> openedAgain(CentralStore.Central central, QuotaCells cells,
            Devices.Device log, ListId list) {
        SurveyId survey = cells.survey().id();
        if (cells.survey().design().isList()) {
            return Optional.empty();
        }
        return OpenListName.of(list).filter(name -> name.survey().equals(survey.text())
                && name.epoch() < central.surveys().epoch())
                .flatMap(name -> cells.areas().all().stream().filter(area -> area.key().code().equals(name.place())
                        && cells.areas().below(area.key()).isEmpty()).findFirst())
                .flatMap(place -> {
                    central.lists().addOpen(survey, SampleList.open(list, place.key(), name(cells, place)),
                            log.person(), log.id());
                    central.lists().free(list);
                    return central.lists().find(list);
                });
    }

    /// Makes the open lists those of the person's places, and the person known to the cells they are in.
    private static void arrange(CentralStore.Central central, QuotaCells cells, PersonId person, Instant now) {
        SurveyId survey = cells.survey().id();
        Map<AreaKey, Area> missing = places(central, cells, person);
        Optional<String> device = central.devices().current(person).map(Devices.Device::id);
        for (SampleLists.Entry held : central.lists().heldBy(person)) {
            boolean stays = held.device().equals(device) && missing.remove(held.village()) != null;
            if (!stays) {
                central.lists().free(held.id());
                held.device().ifPresent(old ->
                        central.logs().tell(old, new DownItem.ListWithdrawn(held.id()), now));
            }
        }
        device.ifPresent(id -> missing.values().forEach(place -> {
            SampleList list = SampleList.open(central.lists().nextOpen(survey, place.key()), place.key(),
                    name(cells, place));
            central.lists().addOpen(survey, list, person, id);
            central.logs().tell(id, new DownItem.PlaceAssigned(list), now);
        }));
        central.workplaces().worksTowards(survey, person, cells.cellsIn(central.workplaces().of(person)), now);
    }

    /// As people say it, with the area above: `Thôn 1, Xã Tản Lĩnh`.
    private static String name(QuotaCells cells, Area place) {
        return place.parent().flatMap(cells.areas()::find).map(above -> place.fullName() + ", " + above.fullName())
                .orElse(place.fullName());
    }

    private static Map<AreaKey, Area> places(CentralStore.Central central, QuotaCells cells, PersonId person) {
        Map<AreaKey, Area> places = new LinkedHashMap<>();
        central.workplaces().of(person)
                .forEach(area -> cells.placesIn(area).forEach(place -> places.put(place.key(), place)));
        return places;
    }

    private void decided(CentralStore.Central central, Staff.Member member, QuotaAct.Kind kind, Area area,
            QuotaDesk.Decision decision) {
        central.ledger().decided(member.survey(), new QuotaAct(kind, member.person().id().text(), area.fullName(),
                decision.by(), decision.reason(), clock.instant()));
    }

    private static Staff.Member member(CentralStore.Central central, PersonId person) {
        return central.staff().find(person)
                .orElseThrow(() -> Problem.of(ProblemKind.PERSON_UNKNOWN, "name", person.text()).exception());
    }

    private static QuotaCells cells(CentralStore.Central central, Staff.Member member) {
        Survey survey = central.surveys().find(member.survey()).orElseThrow();
        if (survey.design().isList()) {
            throw Problem.of(ProblemKind.NO_FREE_QUOTA).exception();
        }
        return QuotaCells.of(survey);
    }

    private static Area area(QuotaCells cells, String code) {
        return cells.areas().all().stream().filter(each -> each.key().code().equals(code)).findFirst()
                .orElseThrow(() -> Problem.of(ProblemKind.AREA_UNKNOWN, "name", code).exception());
    }
}
