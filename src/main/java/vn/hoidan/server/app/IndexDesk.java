package vn.hoidan.server.app;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.index.CountKey;
import vn.hoidan.core.index.IndexPlan;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.IndexReports;
import vn.hoidan.core.index.IndexSetup;
import vn.hoidan.core.index.Measure;
import vn.hoidan.core.index.Sample;
import vn.hoidan.core.index.SamplePoint;
import vn.hoidan.core.index.Tally;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.pack.SurveyPack;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.CodebookEntry;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.Stage;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.Ruling;

/// Counts the satisfaction index of a survey from the interviews that count. One interview is in memory at a time.
public final class IndexDesk {
    private static final int HASH_BITS = 256;

    private final CentralStore store;
    private final RecordReader reader;
    private final Codebooks codebooks;
    private final InstantSource clock;

    public IndexDesk(CentralStore store, RecordReader reader, Codebooks codebooks, InstantSource clock) {
        this.store = store;
        this.reader = reader;
        this.codebooks = codebooks;
        this.clock = clock;
    }

    /// Counts from one consistent state.
    ///
    /// @param pack with the tree of indicators, the rule and the plan of the sample
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN, INDEX_NOT_POSSIBLE if the survey's
    ///                                                 questionnaires do not ask what the pack measures
    public IndexReport report(SurveyId survey, SurveyPack pack) {
        return store.read(central -> {
            Survey found = central.surveys().find(survey).orElseThrow(
                    () -> Problem.of(ProblemKind.SURVEY_UNKNOWN, "name", survey.text()).exception());
            Map<Path, CodebookEntry> questions = questions(central, survey);
            IndexPlan plan = plan(pack, questions);
            Counting counting = new Counting(plan, pack.index().classifiers());
            Map<ListId, SampleLists.Entry> lists = new LinkedHashMap<>();
            central.lists().of(survey).forEach(list -> lists.put(list.id(), list));
            central.interviews().each(survey, kept -> counting.add(kept, lists.get(kept.entry().list())));
            return report(central, found, pack, questions, counting, lists);
        });
    }

    /// Questions of all versions; what a later one says of a question stands.
    private Map<Path, CodebookEntry> questions(CentralStore.Central central, SurveyId survey) {
        Map<Path, CodebookEntry> questions = new LinkedHashMap<>();
        for (Surveys.Version version : central.surveys().versions(survey)) {
            codebooks.of(central.surveys().questionnaire(version.questionnaire())
                    .orElseThrow(() -> new IllegalStateException("version without form")))
                    .forEach(entry -> questions.put(entry.path(), entry));
        }
        return questions;
    }

    private static IndexPlan plan(SurveyPack pack, Map<Path, CodebookEntry> questions) {
        Map<Path, List<String>> codes = new HashMap<>();
        questions.forEach((path, entry) -> codes.put(path,
                entry.choices().stream().map(CodebookEntry.Code::code).toList()));
        for (Indicator indicator : pack.indicators().indicators()) {
            indicator.question().ifPresent(asked -> {
                if (!codes.getOrDefault(asked.path(), List.of()).containsAll(asked.counts())) {
                    throw Problem.of(ProblemKind.INDEX_NOT_POSSIBLE, "name", indicator.code(), "place",
                            asked.path().text()).exception();
                }
            });
        }
        return IndexPlan.of(pack.indicators(), pack.index().rule(), codes);
    }

    private IndexReport report(CentralStore.Central central, Survey survey, SurveyPack pack,
            Map<Path, CodebookEntry> questions, Counting counting, Map<ListId, SampleLists.Entry> lists) {
        Areas areas = new Areas(survey.areas());
        SampleWeights weights = new SampleWeights(pack, areas);
        List<SamplePoint> points = new ArrayList<>();
        List<IndexReport.PointLine> lines = new ArrayList<>();
        for (SampleLists.Entry list : lists.values()) {
            int listed = central.lists().households(list.id()).orElseThrow().households().size();
            SampleWeights.Village village = weights.village(list.village(), list.villageName(), listed,
                    list.target(), counting.completed(list));
            village.point().ifPresent(points::add);
            lines.add(village.line());
        }
        Sample sample = Sample.of(counting.tally, points, List.of());
        int wanted = lists.values().stream().mapToInt(SampleLists.Entry::target).sum();
        IndexReport.Data data = new IndexReport.Data(sample.interviews(), counting.waiting, wanted,
                counting.fingerprint(), counting.forms);
        return IndexReports.of(sample, new IndexReports.Wanted(
                new IndexReport.Heading(survey.id().text(), survey.name(), clock.instant()), pack.index().target(),
                data, areaParts(pack, areas, lists), classParts(pack, questions), labels(sample.plan(), questions),
                Map.of(), lines, weights.troubles()));
    }

    private static List<IndexReports.AreaPart> areaParts(SurveyPack pack, Areas areas,
            Map<ListId, SampleLists.Entry> lists) {
        Stage.Named named = (Stage.Named) pack.plan().stages().getFirst();
        List<IndexReports.AreaPart> parts = new ArrayList<>();
        for (Area area : areas.at(named.level())) {
            List<String> points = lists.values().stream().map(SampleLists.Entry::village)
                    .filter(village -> areas.atOrAbove(village, named.level()).equals(Optional.of(area)))
                    .map(village -> village.asText()).toList();
            if (!points.isEmpty()) {
                parts.add(new IndexReports.AreaPart(area.key().asText(),
                        Text.of(area.fullName(), area.fullName()), Set.copyOf(points)));
            }
        }
        return parts;
    }

    private static List<IndexReports.ClassParts> classParts(SurveyPack pack, Map<Path, CodebookEntry> questions) {
        List<IndexReports.ClassParts> parts = new ArrayList<>();
        List<IndexSetup.Classifier> classifiers = pack.index().classifiers();
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

    /// What is gathered while interviews pass by.
    private final class Counting {
        private final Tally tally;
        private final List<Path> measured;
        private final List<Path> classified;
        private final Map<String, Long> waiting = new TreeMap<>();
        private final Map<String, Long> forms = new TreeMap<>();
        private final Map<ListId, Long> completed = new HashMap<>();
        private BigInteger hashes = BigInteger.ZERO;

        Counting(IndexPlan plan, List<IndexSetup.Classifier> classifiers) {
            tally = new Tally(plan, classifiers.stream().map(IndexSetup.Classifier::name).toList());
            measured = plan.measures().stream()
                    .map(measure -> measure.indicator().question().orElseThrow().path()).toList();
            classified = classifiers.stream().map(IndexSetup.Classifier::question).toList();
        }

        void add(Interviews.Kept kept, SampleLists.Entry list) {
            Interviews.Entry entry = kept.entry();
            if (entry.ruling() != Ruling.ACCEPTED) {
                waiting.merge(entry.reason().map(reason -> reason.code()).orElse(entry.ruling().code()), 1L,
                        Long::sum);
                return;
            }
            InterviewRecord interview = reader.interview(kept.body());
            tally.add(new CountKey(list.village().asText(), answers(interview, classified)),
                    answers(interview, measured));
            completed.merge(list.id(), 1L, Long::sum);
            QuestionnaireId form = entry.questionnaire();
            forms.merge(form.text(), 1L, Long::sum);
            addHash(entry);
        }

        private static List<String> answers(InterviewRecord interview, List<Path> paths) {
            List<String> answers = new ArrayList<>(paths.size());
            for (Path path : paths) {
                answers.add(interview.answers().getOrDefault(path, ""));
            }
            return answers;
        }

        /// A sum of hashes is the same in any order.
        private void addHash(Interviews.Entry entry) {
            byte[] id = entry.id().asText().getBytes(StandardCharsets.UTF_8);
            byte[] content = entry.contentHash().toArray();
            byte[] both = ByteBuffer.allocate(id.length + content.length).put(id).put(content).array();
            hashes = hashes.add(new BigInteger(1, Sha256.of(Bytes.of(both)).toArray()));
        }

        String fingerprint() {
            BigInteger bounded = hashes.mod(BigInteger.TWO.pow(HASH_BITS));
            return String.format(Locale.ROOT, "%064x", bounded);
        }

        long completed(SampleLists.Entry list) {
            return completed.getOrDefault(list.id(), 0L);
        }
    }
}
