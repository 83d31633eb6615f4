package vn.hoidan.server.app.index;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.index.CountTrouble;
import vn.hoidan.core.index.IndexMethod;
import vn.hoidan.core.index.IndexPlan;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.IndexReports;
import vn.hoidan.core.index.IndexSeries;
import vn.hoidan.core.index.IndexSeriesCount;
import vn.hoidan.core.index.IndexSetup;
import vn.hoidan.core.index.Margin;
import vn.hoidan.core.index.Measure;
import vn.hoidan.core.index.OldAreas;
import vn.hoidan.core.index.Response;
import vn.hoidan.core.index.Round;
import vn.hoidan.core.index.Sample;
import vn.hoidan.core.index.SamplePoint;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.CodebookEntry;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.sampling.Stage;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.server.app.Codebooks;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.RecordReader;
import vn.hoidan.server.app.book.SampleLists;
import vn.hoidan.server.app.book.Surveys;

/// Counts the satisfaction index of a survey from the interviews that count. One interview is in memory at a time.
public final class IndexDesk {
    /// While interviews come in, counting takes at most one part in so many of the server's time.
    private static final int REST = 20;

    private final CentralStore store;
    private final RecordReader reader;
    private final Codebooks codebooks;
    private final InstantSource clock;
    private final Map<SurveyId, Counted> counted = new HashMap<>();

    public IndexDesk(CentralStore store, RecordReader reader, Codebooks codebooks, InstantSource clock) {
        this.store = store;
        this.reader = reader;
        this.codebooks = codebooks;
        this.clock = clock;
    }

    /// A report that is kept until something changes.
    ///
    /// @param state of the interviews that it was counted from
    /// @param again when it may be counted anew
    private record Counted(String state, IndexMethod method, List<Round> rounds, IndexReport report, Instant again) {
    }

    /// Says how a survey's index is counted from now on. A method without a seed keeps the one that is known.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN, INDEX_NOT_POSSIBLE if the survey's
    ///                                                 questionnaires do not ask what is to be measured
    public void setMethod(SurveyId survey, IndexMethod method) {
        store.write(central -> {
            plan(method, asked(central, found(central, survey).id()).all());
            Optional<Long> seed = method.seed().isPresent() ? Optional.empty()
                    : central.index().method(survey).flatMap(IndexMethod::seed);
            central.index().setMethod(survey, seed.map(method::drawnBy).orElse(method));
            return null;
        });
    }

    /// Counts from one consistent state.
    ///
    /// @param zone in which months begin
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN, INDEX_NOT_SET, INDEX_NOT_POSSIBLE
    public IndexReport report(SurveyId survey, ZoneId zone) {
        return store.read(central -> count(central, found(central, survey), method(central, survey), zone));
    }

    /// Counts by another method than the survey's own, which stays.
    ///
    /// @param zone in which months begin
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN, INDEX_NOT_POSSIBLE
    public IndexReport report(SurveyId survey, IndexMethod method, ZoneId zone) {
        return store.read(central -> count(central, found(central, survey), method, zone));
    }

    /// The same for those who ask often: counted anew only when something has changed, and while interviews come in
    /// not all the time; the report says when it was counted.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN, INDEX_NOT_SET, INDEX_NOT_POSSIBLE
    public synchronized IndexReport latest(SurveyId survey) {
        return store.read(central -> {
            IndexMethod method = method(central, survey);
            String state = central.interviews().state(survey);
            Instant now = clock.instant();
            List<Round> rounds = central.index().rounds(survey);
            Counted known = counted.get(survey);
            if (known != null && known.method().equals(method) && known.rounds().equals(rounds)) {
                if (known.state().equals(state)) {
                    return known.report().at(now);
                }
                if (now.isBefore(known.again())) {
                    return known.report();
                }
            }
            IndexReport report = count(central, found(central, survey), method, IndexSeries.FIELD_ZONE);
            Instant done = clock.instant();
            counted.put(survey, new Counted(state, method, rounds, report,
                    done.plus(Duration.between(now, done).multipliedBy(REST))));
            return report;
        });
    }

    /// Keeps figures of an earlier round, in place of one of the same name: the index is compared with the latest.
    ///
    /// @return indicators of the round that this survey does not have, which are compared with nothing
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN, INDEX_NOT_SET
    public List<String> putRound(SurveyId survey, Round round) {
        return store.write(central -> {
            IndexMethod method = method(central, found(central, survey).id());
            central.index().putRound(survey, round);
            return round.figures().stream().map(Round.Published::indicator).distinct()
                    .filter(code -> method.indicators().find(code).isEmpty()).toList();
        });
    }

    /// Forgets an earlier round; false if there is none of this name.
    public boolean removeRound(SurveyId survey, String name) {
        return store.write(central -> central.index().removeRound(survey, name));
    }

    private static Survey found(CentralStore.Central central, SurveyId survey) {
        return central.surveys().find(survey).orElseThrow(
                () -> Problem.of(ProblemKind.SURVEY_UNKNOWN, "name", survey.text()).exception());
    }

    private static IndexMethod method(CentralStore.Central central, SurveyId survey) {
        return central.index().method(survey).orElseThrow(
                () -> Problem.of(ProblemKind.INDEX_NOT_SET, "name", survey.text()).exception());
    }

    /// What was counted, laid over the sample.
    private record Laid(Map<Path, CodebookEntry> questions, Map<ListId, SampleLists.Entry> lists, Sample sample,
            IndexSeries series, IndexReport.Data data, List<IndexReport.PointLine> lines,
            List<CountTrouble> troubles) {
    }

    private Laid laid(CentralStore.Central central, Survey survey, IndexMethod method, ZoneId zone) {
        Asked asked = asked(central, survey.id());
        IndexCounting counting = new IndexCounting(plan(method, asked.all()), asked.each(),
                method.setup().classifiers(), zone,
                kept -> reader.interview(central.surveys(), kept.entry().device(), kept.record()));
        Map<ListId, SampleLists.Entry> lists = new LinkedHashMap<>();
        central.lists().of(survey.id()).forEach(list -> lists.put(list.id(), list));
        central.interviews().each(survey.id(), kept -> counting.add(kept, lists.get(kept.entry().list())));
        SampleWeights weights = new SampleWeights(method, new Areas(survey.areas()));
        List<SamplePoint> points = new ArrayList<>();
        List<IndexReport.PointLine> lines = new ArrayList<>();
        for (SampleLists.Entry list : lists.values()) {
            int listed = central.lists().households(list.id()).orElseThrow().households().size();
            SampleWeights.Village village = weights.village(list.village(), list.villageName(), listed,
                    list.target(), counting.completed(list), response(central, list));
            points.add(village.point());
            lines.add(village.line());
        }
        List<Margin> margins = method.setup().margins();
        Sample sample = Sample.of(counting.tally().withoutLastClass(), points, margins);
        IndexSeries series = IndexSeriesCount.of(Sample.of(counting.tally(), points, margins), zone);
        int wanted = lists.values().stream().mapToInt(SampleLists.Entry::target).sum();
        List<CountTrouble> troubles = new ArrayList<>(weights.troubles());
        troubles.addAll(counting.troubles());
        return new Laid(asked.all(), lists, sample, series, counting.data(sample.interviews(), wanted, method), lines,
                troubles);
    }

    /// Attempts come in their order, interviews last.
    private static Response response(CentralStore.Central central, SampleLists.Entry list) {
        Map<Integer, Outcome> last = new HashMap<>();
        central.interviews().history(list.id()).forEach(contact -> last.put(contact.household(), contact.outcome()));
        return Response.ofLast(last.values());
    }

    private IndexReport.Heading heading(Survey survey) {
        return new IndexReport.Heading(survey.id().text(), survey.name(), clock.instant());
    }

    /// What the versions of a survey's questionnaire ask.
    ///
    /// @param all  what a later version says of a question stands
    /// @param each the questions of each
    private record Asked(Map<Path, CodebookEntry> all, Map<QuestionnaireId, Set<Path>> each) {
    }

    private Asked asked(CentralStore.Central central, SurveyId survey) {
        Asked asked = new Asked(new LinkedHashMap<>(), new HashMap<>());
        for (Surveys.Version version : central.surveys().versions(survey)) {
            List<CodebookEntry> entries = codebooks.of(central.surveys().questionnaire(version.questionnaire())
                    .orElseThrow(() -> new IllegalStateException("version without form")));
            entries.forEach(entry -> asked.all().put(entry.path(), entry));
            asked.each().put(version.questionnaire(),
                    entries.stream().map(CodebookEntry::path).collect(Collectors.toSet()));
        }
        return asked;
    }

    private static IndexPlan plan(IndexMethod method, Map<Path, CodebookEntry> questions) {
        Map<Path, List<String>> codes = new HashMap<>();
        questions.forEach((path, entry) -> codes.put(path,
                entry.choices().stream().map(CodebookEntry.Code::code).toList()));
        for (Indicator indicator : method.indicators().indicators()) {
            indicator.question().ifPresent(asked -> {
                if (!codes.getOrDefault(asked.path(), List.of()).containsAll(asked.counts())) {
                    throw Problem.of(ProblemKind.INDEX_NOT_POSSIBLE, "name", indicator.code(), "place",
                            asked.path().text()).exception();
                }
            });
        }
        return IndexPlan.of(method.indicators(), method.setup().rule(), codes);
    }

    private IndexReport count(CentralStore.Central central, Survey survey, IndexMethod method, ZoneId zone) {
        Laid laid = laid(central, survey, method, zone);
        Areas areas = new Areas(survey.areas());
        AreaLevel named = ((Stage.Named) method.plan().stages().getFirst()).level();
        Optional<Round> before = central.index().rounds(survey.id()).stream().reduce((_, later) -> later);
        return IndexReports.of(laid.sample(), new IndexReports.Wanted(heading(survey), method.setup().target(),
                laid.data(), parts(areas, AreaLevel.PROVINCE, laid.lists()), parts(areas, named, laid.lists()),
                classParts(method, laid.questions()),
                labels(laid.sample().plan(), laid.questions()), before,
                before.map(round -> OldAreas.of(round, areas, laid.lists().values().stream()
                        .map(SampleLists.Entry::village).toList())).orElse(List.of()), Optional.of(laid.series()),
                laid.lines(), laid.troubles()));
    }

    /// The areas of a level that the sample reaches.
    private static List<IndexReports.AreaPart> parts(Areas areas, AreaLevel level,
            Map<ListId, SampleLists.Entry> lists) {
        List<IndexReports.AreaPart> parts = new ArrayList<>();
        for (Area area : areas.at(level)) {
            List<String> points = lists.values().stream().map(SampleLists.Entry::village)
                    .filter(village -> areas.atOrAbove(village, level).equals(Optional.of(area)))
                    .map(village -> village.asText()).toList();
            if (!points.isEmpty()) {
                parts.add(new IndexReports.AreaPart(area.key().asText(),
                        Text.of(area.fullName(), area.fullName()), Set.copyOf(points)));
            }
        }
        return parts;
    }

    private static List<IndexReports.ClassParts> classParts(IndexMethod method, Map<Path, CodebookEntry> questions) {
        List<IndexReports.ClassParts> parts = new ArrayList<>();
        List<IndexSetup.Classifier> classifiers = method.setup().classifiers();
        for (int place = 0; place < classifiers.size(); place++) {
            Map<String, Text> codes = new LinkedHashMap<>();
            Optional.ofNullable(questions.get(classifiers.get(place).question())).ifPresent(entry ->
                    entry.choices().forEach(code -> codes.put(code.code(), code.label())));
            parts.add(new IndexReports.ClassParts(classifiers.get(place).name(), place, codes));
        }
        return parts;
    }

    private static Map<String, Map<String, Text>> labels(IndexPlan plan, Map<Path, CodebookEntry> questions) {
        Map<String, Map<String, Text>> labels = new HashMap<>();
        for (Measure measure : plan.measures()) {
            Map<String, Text> codes = new HashMap<>();
            questions.get(measure.indicator().question().orElseThrow().path()).choices()
                    .forEach(code -> codes.put(code.code(), code.label()));
            labels.put(measure.indicator().code(), codes);
        }
        return labels;
    }
}
