package vn.hoidan.server.app.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.index.Across;
import vn.hoidan.core.index.Blanks;
import vn.hoidan.core.index.CountTrouble;
import vn.hoidan.core.index.IndexMethod;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.IndexRule;
import vn.hoidan.core.index.IndexSeries;
import vn.hoidan.core.index.IndexSetup;
import vn.hoidan.core.index.Margin;
import vn.hoidan.core.index.OldAreas;
import vn.hoidan.core.index.ReportNotes;
import vn.hoidan.core.index.Round;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.codebook.XFormCodebook;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.app.QuestionnaireDesk;
import vn.hoidan.support.BesideOthers;

@BesideOthers
public class IndexDeskTest {
    private static final List<String> VILLAGES = List.of("27100-1", "27100-2", "27500-1", "27500-2");

    @TempDir
    Path folder;

    @Test
    void countsWhatCountsAndTellsTheRest() {
        try (TestOffice office = TestOffice.withSurvey(folder)) {
            TestOffice.Enrolled laptop = office.holding(VILLAGES.toArray(String[]::new));
            answer(laptop, VILLAGES.get(0), 1, "1");
            answer(laptop, VILLAGES.get(0), 2, "1");
            answer(laptop, VILLAGES.get(1), 1, "2");
            answer(laptop, VILLAGES.get(2), 1, "1");
            answer(laptop, VILLAGES.get(2), 2, "7");
            // a second interview of a household never counts
            answer(laptop, VILLAGES.get(2), 1, "2");
            laptop.sync();
            IndexReport report = desk(office).report(SmallSurvey.ID, SmallSurvey.indexMethod(Set.of("1"), true),
                    ZoneOffset.UTC);
            assertEquals(5, report.data().interviews());
            assertEquals(Map.of("household-counted", 1L), report.data().waiting());
            assertTrue(report.provisional());
            // weights are the households listed for each interview: 12/2, 12/1 and 12/2
            assertEquals(List.of(Optional.of(6.0), Optional.of(12.0), Optional.of(6.0), Optional.empty()),
                    report.points().stream().map(IndexReport.PointLine::weight).toList());
            IndexReport.Line overall = report.everybody().lines().getFirst();
            assertEquals(4, overall.base());
            assertEquals((6 + 6 + 6) / 30.0, overall.shown().orElseThrow().estimate().value(), 1e-12);
            assertTrue(report.troubles().contains(new CountTrouble(CountTrouble.Kind.UNKNOWN_CODE, "satisfied", 1)));
            assertEquals(2, report.parts().stream().filter(part -> part.kind().equals(IndexReport.Part.AREA)).count());
            assertEquals(1, report.districts().size(), "a base of one answer is not ranked");
            assertEquals(Map.of(SmallSurvey.questionnaire().text(), 5L), report.data().forms());
        }
    }

    @Test
    void countsAnewForThoseWhoAskOftenOnlyWhenSomethingChanged() {
        try (TestOffice office = TestOffice.withSurvey(folder)) {
            IndexDesk desk = desk(office);
            assertEquals(ProblemKind.INDEX_NOT_SET, assertThrows(ProblemException.class, () ->
                    desk.latest(SmallSurvey.ID)).problem().kind());
            desk.setMethod(SmallSurvey.ID, SmallSurvey.indexMethod(Set.of("1"), true).drawnBy(5));
            TestOffice.Enrolled laptop = office.holding(VILLAGES.getFirst());
            IndexReport first = desk.latest(SmallSurvey.ID);
            assertEquals(Optional.of(5L), first.data().seed());
            office.pass(Duration.ofMinutes(1));
            IndexReport same = desk.latest(SmallSurvey.ID);
            assertSame(first.parts(), same.parts());
            assertEquals(office.now(), same.heading().countedAt());
            answer(laptop, VILLAGES.getFirst(), 1, "1");
            laptop.sync();
            assertEquals(1, desk.latest(SmallSurvey.ID).data().interviews());
            // another method counts at once, and keeps the seed
            desk.setMethod(SmallSurvey.ID, SmallSurvey.indexMethod(Set.of("2"), true));
            IndexReport other = desk.latest(SmallSurvey.ID);
            assertEquals(Set.of("2"), other.everybody().lines().getLast().indicator().question().orElseThrow()
                    .counts());
            assertEquals(Optional.of(5L), other.data().seed());
        }
    }

    @Test
    void comparesWithTheLatestRoundAtOnceAndForgetsItWhenTold() {
        try (TestOffice office = TestOffice.withSurvey(folder)) {
            IndexDesk desk = desk(office);
            desk.setMethod(SmallSurvey.ID, SmallSurvey.indexMethod(Set.of("1"), true));
            TestOffice.Enrolled laptop = office.holding(VILLAGES.toArray(String[]::new));
            VILLAGES.forEach(village -> answer(laptop, village, 1, "1"));
            laptop.sync();
            IndexReport alone = desk.latest(SmallSurvey.ID);
            assertEquals(Optional.empty(), alone.comparison());
            Round newer = new Round("2023", LocalDate.parse("2024-04-17"), List.of(new Round.Published("", "", "index",
                    0.75, Optional.of(0.02), 12, 400), new Round.Published("999@2004-01-01", "Huyện cũ", "index",
                    0.5, Optional.of(0.02), 2, 40), new Round.Published("", "", "retired", 0.5, Optional.of(0.1), 2,
                    40)), List.of());
            assertEquals(List.of("retired"), desk.putRound(SmallSurvey.ID, newer));
            desk.putRound(SmallSurvey.ID, new Round("2022", LocalDate.parse("2023-04-17"), List.of(), List.of()));
            IndexReport compared = desk.latest(SmallSurvey.ID);
            IndexReport.Comparison comparison = compared.comparison().orElseThrow();
            assertEquals("2023", comparison.round());
            assertEquals(List.of("retired"), comparison.missing());
            assertEquals(Optional.of(OldAreas.Obstacle.NOT_MAPPED), comparison.areas().getFirst().obstacle());
            assertEquals(0.25, compared.overall().orElseThrow().change().orElseThrow().value(), 1e-12);
            assertTrue(desk.removeRound(SmallSurvey.ID, "2023"));
            assertFalse(desk.removeRound(SmallSurvey.ID, "2023"));
            assertEquals("2022", desk.latest(SmallSurvey.ID).comparison().orElseThrow().round());
        }
    }

    @Test
    void countsByTheMonthOfTheZoneAndNamesInterviewsOfADoubtfulOne() {
        try (TestOffice office = TestOffice.withSurvey(folder)) {
            IndexDesk desk = desk(office);
            assertEquals(ProblemKind.INDEX_NOT_SET, assertThrows(ProblemException.class, () ->
                    desk.report(SmallSurvey.ID, ZoneOffset.UTC)).problem().kind());
            desk.setMethod(SmallSurvey.ID, SmallSurvey.indexMethod(Set.of("1"), true));
            TestOffice.Enrolled laptop = office.holding(VILLAGES.toArray(String[]::new));
            // ends ten minutes after midnight in Vietnam, when it is still October in Greenwich
            laptop.laptop().beginAt(Instant.parse("2024-10-31T16:40:00Z"));
            answer(laptop, VILLAGES.get(0), 1, "1");
            answer(laptop, VILLAGES.get(2), 1, "2");
            laptop.laptop().beginAt(office.now().minus(Duration.ofHours(3)));
            answer(laptop, VILLAGES.get(1), 1, "1");
            laptop.laptop().beginAt(office.now().plus(Duration.ofDays(2)));
            answer(laptop, VILLAGES.get(3), 1, "1");
            laptop.sync();
            assertEquals(Map.of("2024-11", 3L), bases(desk.latest(SmallSurvey.ID).series().orElseThrow()));
            IndexReport report = desk.report(SmallSurvey.ID, ZoneOffset.UTC);
            IndexSeries series = report.series().orElseThrow();
            assertEquals(Map.of("2024-10", 2L, "2024-11", 1L), bases(series));
            assertEquals(List.of(Optional.of(0.5), Optional.empty()), series.lines().getFirst().months().stream()
                    .map(month -> month.shown().map(shown -> shown.estimate().value())).toList());
            assertTrue(report.troubles().contains(new CountTrouble(CountTrouble.Kind.MONTH_DOUBTFUL, "", 1)));
            assertEquals(4, report.data().interviews());
        }
    }

    private static Map<String, Long> bases(IndexSeries series) {
        return series.lines().getFirst().months().stream().collect(Collectors.toMap(month -> month.month().toString(),
                IndexSeries.Month::base));
    }

    @Test
    void bringsWeightsToWhatIsKnownOfThePopulation() {
        try (TestOffice office = TestOffice.withSurvey(folder)) {
            TestOffice.Enrolled laptop = office.holding(VILLAGES.toArray(String[]::new));
            VILLAGES.forEach(village -> answer(laptop, village, 1, "1"));
            answer(laptop, VILLAGES.getFirst(), 2, "2");
            laptop.sync();
            IndexMethod plain = SmallSurvey.indexMethod(Set.of("1"), true);
            IndexMethod raked = new IndexMethod(plain.indicators(), new IndexSetup(plain.setup().rule(), 0.9,
                    List.of(new IndexSetup.Classifier("answer", new vn.hoidan.core.questionnaire.Path("/data/q1"))),
                    List.of(new Margin(0, Map.of("1", 30.0, "2", 70.0)))), plain.plan(), plain.frame(), plain.seed());
            IndexReport report = desk(office).report(SmallSurvey.ID, raked, ZoneOffset.UTC);
            assertEquals(0.3, report.overall().orElseThrow().estimate().value(), 1e-9);
            assertEquals(List.of("answer"), report.data().raked());
        }
    }

    @Test
    void theFingerprintTellsDifferentInterviewsApart() {
        List<String> prints = new ArrayList<>();
        for (String answer : List.of("1", "1", "2")) {
            try (TestOffice office = TestOffice.withSurvey(folder.resolve("f" + prints.size()))) {
                TestOffice.Enrolled laptop = office.holding(VILLAGES.getFirst());
                answer(laptop, VILLAGES.getFirst(), 1, answer);
                laptop.sync();
                prints.add(desk(office).report(SmallSurvey.ID, SmallSurvey.indexMethod(Set.of("1"), true),
                        ZoneOffset.UTC).data()
                        .fingerprint());
            }
        }
        assertEquals(prints.get(0), prints.get(1));
        assertEquals(2, Set.copyOf(prints).size());
        assertEquals(64, prints.getFirst().length());
    }

    @Test
    void tellsWhenTheFrameIsNotKnownOrTheFormDoesNotAskIt() {
        try (TestOffice office = TestOffice.withSurvey(folder)) {
            IndexReport report = desk(office).report(SmallSurvey.ID, SmallSurvey.indexMethod(Set.of("1"), false),
                    ZoneOffset.UTC);
            assertEquals(new CountTrouble(CountTrouble.Kind.CHANCE_UNKNOWN, "village", 4),
                    report.troubles().getFirst());
            assertEquals(0, report.data().interviews());
            assertEquals(Optional.empty(), report.overall());
            ProblemException refused = assertThrows(ProblemException.class, () ->
                    desk(office).report(SmallSurvey.ID, SmallSurvey.indexMethod(Set.of("4"), true),
                            ZoneOffset.UTC));
            assertEquals(ProblemKind.INDEX_NOT_POSSIBLE, refused.problem().kind());
        }
    }

    @Test
    void namesVersionsOfTheFormAndThoseWhoWereNotAskedAndCountsThemInNoBase() {
        try (TestOffice office = TestOffice.withSurvey(folder)) {
            TestOffice.Enrolled laptop = office.holding(VILLAGES.toArray(String[]::new));
            answer(laptop, VILLAGES.get(0), 1, "1");
            answer(laptop, VILLAGES.get(2), 1, "1");
            laptop.sync();
            Bytes without = Bytes.of(new String(SmallSurvey.xform().toArray(), StandardCharsets.UTF_8)
                    .replace("/data/q1", "/data/q9").replace("<q1/>", "<q9/>").getBytes(StandardCharsets.UTF_8));
            QuestionnaireId other = ((QuestionnaireDesk.Outcome.Replaced) office.questionnaires()
                    .replace(SmallSurvey.ID, without)).id();
            laptop.laptop().asks(without);
            laptop.laptop().interview(SmallSurvey.list(VILLAGES.get(0)), 2, Map.of("q9", "2"));
            laptop.sync();
            IndexMethod method = SmallSurvey.indexMethod(Set.of("1"), true);
            for (Blanks blanks : Blanks.values()) {
                IndexRule rule = new IndexRule("small", 2, IndexRule.SIPAS.item(), blanks,
                        IndexRule.SIPAS.aggregation(), Across.POOLED, IndexRule.SIPAS.lonely(), 1, 5, 2, 0.95, 1);
                IndexReport report = desk(office).report(SmallSurvey.ID, new IndexMethod(method.indicators(),
                        new IndexSetup(rule, 0.9, List.of(), List.of()), method.plan(), method.frame(),
                        Optional.empty()), ZoneOffset.UTC);
                assertEquals(3, report.data().interviews());
                assertEquals(2, report.everybody().lines().getLast().base());
                assertEquals(1, report.overall().orElseThrow().estimate().value(), blanks.code());
                assertEquals(Set.of(new CountTrouble(CountTrouble.Kind.MIXED_FORMS,
                        SmallSurvey.questionnaire().text(), 2), new CountTrouble(CountTrouble.Kind.MIXED_FORMS,
                        other.text(), 1), new CountTrouble(CountTrouble.Kind.NOT_ASKED, "satisfied", 1),
                        new CountTrouble(CountTrouble.Kind.EMPTY_POINT, key(VILLAGES.get(1)), 0),
                        new CountTrouble(CountTrouble.Kind.EMPTY_POINT, key(VILLAGES.get(3)), 0),
                        new CountTrouble(CountTrouble.Kind.LONELY_UNIT, key("271"), 2),
                        new CountTrouble(CountTrouble.Kind.LONELY_UNIT, key("275"), 1)),
                        Set.copyOf(report.troubles()));
            }
        }
    }

    @Test
    void namesEveryVillageAndStratumWithoutInterviews() {
        try (TestOffice office = TestOffice.withSurvey(folder)) {
            TestOffice.Enrolled laptop = office.holding(VILLAGES.getFirst());
            answer(laptop, VILLAGES.getFirst(), 1, "1");
            laptop.sync();
            IndexReport report = desk(office).report(SmallSurvey.ID, SmallSurvey.indexMethod(Set.of("1"), true),
                    ZoneOffset.UTC);
            assertEquals(List.of(key(VILLAGES.get(1)), key(VILLAGES.get(2)), key(VILLAGES.get(3))),
                    wheres(report, CountTrouble.Kind.EMPTY_POINT));
            assertEquals(List.of(key("275")), wheres(report, CountTrouble.Kind.EMPTY_STRATUM));
            assertEquals(Optional.empty(), report.points().get(1).weight());
            ReportNotes.Note empty = ReportNotes.troubles(report).stream()
                    .filter(note -> note.key().equals("trouble.empty-point")).findFirst().orElseThrow();
            assertEquals(new ReportNotes.Count(3), empty.values().getLast(), "told in one sentence");
        }
    }

    private static List<String> wheres(IndexReport report, CountTrouble.Kind kind) {
        return report.troubles().stream().filter(trouble -> trouble.kind() == kind).map(CountTrouble::where).toList();
    }

    private static String key(String code) {
        return SmallSurvey.survey().areas().stream().map(Area::key).filter(key -> key.code().equals(code)).findFirst()
                .orElseThrow().asText();
    }

    private static void answer(TestOffice.Enrolled laptop, String village, int household, String answer) {
        laptop.laptop().interview(SmallSurvey.list(village), household, Map.of("q1", answer));
    }

    private static IndexDesk desk(TestOffice office) {
        return new IndexDesk(office.store(), office.reader(), XFormCodebook::of, office::now);
    }
}
