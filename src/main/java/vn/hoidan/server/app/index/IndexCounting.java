package vn.hoidan.server.app.index;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.hoidan.core.index.CountKey;
import vn.hoidan.core.index.CountTrouble;
import vn.hoidan.core.index.IndexMethod;
import vn.hoidan.core.index.IndexPlan;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.IndexSeriesCount;
import vn.hoidan.core.index.IndexSetup;
import vn.hoidan.core.index.Tally;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.server.app.book.Interviews;
import vn.hoidan.server.app.book.SampleLists;
import vn.hoidan.server.app.book.Sha256;

/// What is gathered of a survey while its interviews pass by, one at a time.
final class IndexCounting {
    private static final int HASH_BITS = 256;
    /// How far a laptop's clock may be ahead of the server's.
    private static final Duration CLOCKS_APART = Duration.ofDays(1);
    private static final String MONTH = "month";

    private final Function<Interviews.Kept, InterviewRecord> reader;
    private final ZoneId zone;
    private final Tally tally;
    private final List<Path> measured;
    private final Map<QuestionnaireId, Set<Path>> asked;
    private final List<Path> classified;
    private final Map<String, Long> waiting = new TreeMap<>();
    private final Map<String, Long> forms = new TreeMap<>();
    private final Map<ListId, Long> completed = new HashMap<>();
    private BigInteger hashes = BigInteger.ZERO;

    /// @param asked by each version of the questionnaire
    /// @param zone  in which months begin
    IndexCounting(IndexPlan plan, Map<QuestionnaireId, Set<Path>> asked, List<IndexSetup.Classifier> classifiers,
            ZoneId zone,
            Function<Interviews.Kept, InterviewRecord> reader) {
        this.reader = reader;
        this.asked = asked;
        this.zone = zone;
        tally = new Tally(plan, Stream.concat(classifiers.stream().map(IndexSetup.Classifier::name),
                Stream.of(MONTH)).toList());
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
        InterviewRecord interview = reader.apply(kept);
        List<String> classes = answers(interview, classified);
        classes.add(month(interview, entry.receivedAt()));
        QuestionnaireId form = entry.questionnaire();
        tally.add(new CountKey(list.village().asText(), classes),
                measured(interview, asked.getOrDefault(form, Set.of())));
        completed.merge(list.id(), 1L, Long::sum);
        forms.merge(form.text(), 1L, Long::sum);
        addHash(entry);
    }

    /// In which the interview ended; none if its times cannot be right.
    private String month(InterviewRecord interview, Instant received) {
        return interview.completedAt().isBefore(interview.startedAt())
                || interview.completedAt().isAfter(received.plus(CLOCKS_APART)) ? IndexSeriesCount.NO_MONTH
                : YearMonth.from(interview.completedAt().atZone(zone)).toString();
    }

    private static List<String> answers(InterviewRecord interview, List<Path> paths) {
        List<String> answers = new ArrayList<>(paths.size());
        for (Path path : paths) {
            answers.add(interview.answers().getOrDefault(path, ""));
        }
        return answers;
    }

    /// What the version does not ask is not blank.
    private List<String> measured(InterviewRecord interview, Set<Path> known) {
        List<String> answers = answers(interview, measured);
        for (int place = 0; place < answers.size(); place++) {
            if (!known.contains(measured.get(place))) {
                answers.set(place, Tally.NOT_ASKED);
            }
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

    private String fingerprint() {
        BigInteger bounded = hashes.mod(BigInteger.TWO.pow(HASH_BITS));
        return String.format(Locale.ROOT, "%064x", bounded);
    }

    /// By the classes asked for, and the month.
    Tally tally() {
        return tally;
    }

    /// What a report says of the interviews counted and not counted.
    ///
    /// @param counted those in the sample
    IndexReport.Data data(long counted, int wanted, IndexMethod method) {
        return new IndexReport.Data(counted, waiting, wanted, fingerprint(), forms, method.seed(),
                method.setup().raked());
    }

    /// Each version with its interviews, where there are several.
    List<CountTrouble> troubles() {
        return forms.size() < 2 ? List.of() : forms.entrySet().stream().map(form ->
                new CountTrouble(CountTrouble.Kind.MIXED_FORMS, form.getKey(), form.getValue())).toList();
    }

    long completed(SampleLists.Entry list) {
        return completed.getOrDefault(list.id(), 0L);
    }
}
