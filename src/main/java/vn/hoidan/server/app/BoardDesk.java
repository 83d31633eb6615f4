package vn.hoidan.server.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Forecast;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.server.app.book.Attachments;
import vn.hoidan.server.app.book.BoardBooks;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Staff;

/// Makes the quota board from counters; its cost does not depend on how many interviews there are. Only files that did
/// not come are looked up, for each that is named, in the store.
public final class BoardDesk {

    /// Less than this tells nothing of the days to come.
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final CentralStore store;
    private final InstantSource clock;

    public BoardDesk(CentralStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// The board for the office.
    ///
    /// @param language of the survey's name
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN
    public Board board(SurveyId survey, String language) {
        return board(survey, language, (_, _) -> true);
    }

    /// The same for a supervisor: files are told that laptops of the own area have.
    ///
    /// @param language of the survey's name
    public Board board(Staff.Member supervisor, String language) {
        return board(supervisor.survey(), language, supervisor::isOver);
    }

    private Board board(SurveyId survey, String language, BiPredicate<AreaKey, Areas> whose) {
        return store.read(central -> {
            Survey found = central.surveys().find(survey).orElseThrow(
                    () -> Problem.of(ProblemKind.SURVEY_UNKNOWN, "name", survey.text()).exception());
            Tree tree = new Tree(found, central);
            Instant now = clock.instant();
            return new Board(found.name().in(language), now, tree.rows(), tree.cells(central, now),
                    devices(central, survey), awaited(central, survey,
                            person -> whose.test(person.area(), tree.areas)));
        });
    }

    /// Interviews that count in a cell of a survey, the newest first.
    ///
    /// @param before number of the oldest that is known
    public List<Board.Counted> counted(SurveyId survey, CellKey cell, long before) {
        return store.read(central -> central.board().counted(survey, cell, before, Board.Counted.MOST));
    }

    private static List<Board.Device> devices(CentralStore.Central central, SurveyId survey) {
        Map<String, Integer> inWork = new HashMap<>();
        central.devices().drafts(survey)
                .forEach(each -> inWork.merge(each.device(), each.count().count(), Integer::sum));
        Map<String, Integer> accepted = new HashMap<>();
        central.devices().of(survey).forEach(log -> accepted.merge(log.name(), log.accepted(), Integer::sum));
        List<Board.Device> lines = new ArrayList<>();
        for (Staff.Member member : central.staff().of(survey)) {
            if (member.person().role() == Role.ENUMERATOR) {
                central.devices().current(member.person().id()).ifPresent(device -> lines.add(new Board.Device(
                        member.person().name(), member.person().areaName(), device.lastSync(),
                        accepted.getOrDefault(device.name(), 0), inWork.getOrDefault(device.id(), 0),
                        Optional.of(member.person().id().text()))));
            }
        }
        return lines;
    }

    private static List<Board.Awaited> awaited(CentralStore.Central central, SurveyId survey,
            Predicate<Person> whose) {
        List<Board.Awaited> lines = new ArrayList<>();
        for (Attachments.Awaited each : central.attachments().awaited(survey)) {
            Person person = central.staff().find(each.person()).orElseThrow().person();
            if (whose.test(person)) {
                boolean replaced = central.devices().newestLog(each.device()).orElseThrow().replaced();
                lines.add(new Board.Awaited(person.name(), each.device(), replaced, each.interviews(),
                        each.contents(), each.since()));
            }
        }
        return lines;
    }

    /// The areas of a survey with their numbers. An area with a cell of its own shows that cell, others the sum of what
    /// lies below; an area with neither is left out.
    private static final class Tree {

        private final Survey survey;
        private final Areas areas;
        private final Map<CellKey, CellCount> counts = new HashMap<>();
        private final Map<AreaKey, Integer> inWork = new HashMap<>();

        Tree(Survey survey, CentralStore.Central central) {
            this.survey = survey;
            areas = new Areas(survey.areas());
            central.ledger().counts(survey.id()).forEach(count -> counts.put(count.cell(), count));
            Map<ListId, AreaKey> villages = new HashMap<>();
            central.lists().of(survey.id()).forEach(list -> villages.put(list.id(), list.village()));
            central.devices().drafts(survey.id()).stream().filter(each -> villages.containsKey(each.count().list()))
                    .forEach(each -> inWork.merge(villages.get(each.count().list()), each.count().count(),
                            Integer::sum));
        }

        List<Board.Cell> cells(CentralStore.Central central, Instant now) {
            BoardBooks books = central.board();
            Map<CellKey, List<Board.Holding>> holdings = books.holdings(survey.id());
            Map<CellKey, List<Board.Waiting>> waiting = books.waiting(survey.id());
            Map<CellKey, Integer> late = books.late(survey.id());
            Map<CellKey, List<Board.Share>> shares = survey.design().isList() ? Map.of()
                    : EveningShares.of(survey, central.team().all(survey.id(), now), now);
            BoardBooks.Recent recent = books.since(survey.id(), now.minus(Duration.ofDays(Forecast.DAYS_BACK)));
            Duration over = Duration.between(recent.began(), now);
            Duration looked = over.compareTo(ONE_DAY) < 0 ? ONE_DAY : over;
            return survey.constraints().stream().map(each -> {
                CellCount count = counts.get(each.cell());
                return new Board.Cell(count, each.area(), areas.get(each.area()).fullName(), each.answers(),
                        late.getOrDefault(each.cell(), 0), first(holdings.getOrDefault(each.cell(), List.of())),
                        first(waiting.getOrDefault(each.cell(), List.of())),
                        first(shares.getOrDefault(each.cell(), List.of())), Forecast.of(count.left(),
                                recent.done().getOrDefault(each.cell(), 0), looked, now));
            }).toList();
        }

        private static <T> List<T> first(List<T> all) {
            return all.subList(0, Math.min(all.size(), Board.MOST_DETAILS));
        }

        List<Board.Row> rows() {
            List<Board.Row> rows = new ArrayList<>();
            for (Area area : areas.all()) {
                if (area.parent().isEmpty()) {
                    rows.addAll(counts.containsKey(CellKey.of(area.level(), area.key()))
                            ? List.of(row(area)) : below(area));
                }
            }
            return rows;
        }

        private List<Board.Row> below(Area area) {
            return areas.below(area.key()).stream().map(this::row)
                    .filter(row -> row.target() > 0 || !row.below().isEmpty()).toList();
        }

        private Board.Row row(Area area) {
            List<Board.Row> below = below(area);
            int working = inWork.getOrDefault(area.key(), 0) + below.stream().mapToInt(Board.Row::inWork).sum();
            CellCount own = counts.get(CellKey.of(area.level(), area.key()));
            if (own != null) {
                return new Board.Row(area.key(), area.level(), area.fullName(), own.target(), own.accepted(),
                        own.pending(), working, own.onLease(), below);
            }
            return new Board.Row(area.key(), area.level(), area.fullName(),
                    below.stream().mapToInt(Board.Row::target).sum(),
                    below.stream().mapToInt(Board.Row::accepted).sum(),
                    below.stream().mapToInt(Board.Row::pending).sum(), working,
                    below.stream().mapToInt(Board.Row::onLease).sum(), below);
        }
    }
}
