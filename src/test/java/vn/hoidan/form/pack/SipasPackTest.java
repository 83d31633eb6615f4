package vn.hoidan.form.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorKind;
import vn.hoidan.core.indicator.IndicatorTree;
import vn.hoidan.core.pack.PracticeSample;
import vn.hoidan.core.pack.SurveyPack;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.sampling.Household;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.form.xlsform.Compilation;
import vn.hoidan.form.xlsform.CsvSheet;
import vn.hoidan.form.xlsform.Sheet;
import vn.hoidan.form.xlsform.SheetFolder;
import vn.hoidan.form.xlsform.XlsFormCompiler;
import vn.hoidan.form.xlsform.XlsFormSheets;

class SipasPackTest {
    private static final SheetFolder FOLDER = SheetFolder.onClassPath("/vn/hoidan/packs/sipas-2023");
    private static final SurveyPack PACK = SurveyPacks.builtIn(SurveyPacks.SIPAS);
    private static final LocalDate LIST_OF_2024 = LocalDate.of(2024, 11, 1);
    private static final LocalDate LIST_OF_2025 = LocalDate.of(2025, 7, 1);

    private static Map<Path, List<String>> questions() {
        return ((Compilation.Compiled) XlsFormCompiler.compile(XlsFormSheets.fromCsv(FOLDER))).questions();
    }

    /// Numbers of choices of each grid's rows, by the beginning of their names.
    private static List<Integer> rows(String start) {
        return questions().entrySet().stream().filter(question -> question.getKey().name().matches(start + "_[0-9]+"))
                .map(question -> question.getValue().size()).toList();
    }

    @Test
    void asksEveryRowOfTheForm() {
        assertEquals(Collections.nCopies(9, 4), rows("q1"));
        assertEquals(Collections.nCopies(7, 4), rows("q3"));
        assertEquals(Collections.nCopies(3, 4), rows("q7"));
        assertEquals(Collections.nCopies(7, 2), rows("q8"));
        assertEquals(Collections.nCopies(39, 5), rows("q9"));
        assertEquals(Collections.nCopies(10, 4), rows("q10"));
        Map<String, Integer> single = Map.ofEntries(Map.entry("q2", 7), Map.entry("q4", 4), Map.entry("q5", 3),
                Map.entry("q6", 3), Map.entry("gender", 2), Map.entry("ethnicity", 2), Map.entry("age_group", 5),
                Map.entry("education", 6), Map.entry("occupation", 7), Map.entry("residence", 2),
                Map.entry("terrain", 3));
        Map<String, Integer> found = questions().entrySet().stream()
                .filter(question -> single.containsKey(question.getKey().name()))
                .collect(Collectors.toMap(question -> question.getKey().name(),
                        question -> question.getValue().size()));
        assertEquals(single, found);
    }

    @Test
    void namesTheSatisfactionRowsInOrder() {
        Set<String> names = questions().keySet().stream().map(Path::name).collect(Collectors.toSet());
        IntStream.rangeClosed(1, 39).forEach(number ->
                assertTrue(names.contains("q9_%02d".formatted(number)), "row " + number));
    }

    @Test
    void everyTextOfTheFormHasBothLanguagesAndTheyDiffer() {
        for (String name : List.of("survey", "choices")) {
            Sheet sheet = CsvSheet.read(FOLDER, name).orElseThrow();
            int checked = 0;
            for (int column = 0; column < sheet.header().size(); column++) {
                String header = sheet.header().get(column);
                if (!header.endsWith("::Tiếng Việt (vi)")) {
                    continue;
                }
                int english = sheet.header().indexOf(header.replace("Tiếng Việt (vi)", "English (en)"));
                for (Sheet.Row row : sheet.rows()) {
                    String place = name + " row " + row.number() + " " + header;
                    assertEquals(row.cell(column).isEmpty(), row.cell(english).isEmpty(), place);
                    if (!row.cell(column).isEmpty() && !row.cell(column).equals("Kinh")) {
                        assertNotEquals(row.cell(column), row.cell(english), place);
                        checked++;
                    }
                }
            }
            assertTrue(checked > 50, name + ": " + checked);
        }
    }

    @Test
    void countsTheFiftyOneSatisfactionIndicators() {
        IndicatorTree tree = PACK.indicators();
        assertEquals(39, tree.of(IndicatorKind.ITEM).size());
        assertEquals(9, tree.of(IndicatorKind.ELEMENT).size());
        assertEquals(2, tree.of(IndicatorKind.GROUP).size());
        assertEquals(1, tree.of(IndicatorKind.OVERALL).size());
        assertEquals(10, tree.of(IndicatorKind.EXPECTATION).size());
        assertEquals(9 + 7 + 7 + 4 + 3 + 3 + 3 + 7, tree.of(IndicatorKind.PERCEPTION).size());
    }

    @Test
    void hangsTheItemsBelowTheirElementsAndGroups() {
        IndicatorTree tree = PACK.indicators();
        assertEquals(List.of(2, 2, 9, 10), sizes(tree, "policy"));
        assertEquals(List.of(3, 4, 3, 3, 3), sizes(tree, "service"));
        assertEquals(23, tree.itemsOf("policy").size());
        assertEquals(16, tree.itemsOf("service").size());
        assertEquals(39, tree.itemsOf("sipas").size());
        assertTrue(tree.of(IndicatorKind.ITEM).stream()
                .allMatch(item -> item.question().orElseThrow().counts().equals(Set.of("4", "5"))));
    }

    private static List<Integer> sizes(IndicatorTree tree, String group) {
        return tree.below(group).stream().map(Indicator::code).map(code -> tree.below(code).size()).toList();
    }

    @Test
    void everyTextOfThePackHasBothLanguages() {
        assertBoth(PACK.title());
        assertBoth(PACK.surveyTitle());
        assertBoth(PACK.consent().text());
        PACK.consent().refusalReasons().forEach(reason -> assertBoth(reason.label()));
        PACK.indicators().indicators().forEach(indicator -> assertBoth(indicator.label()));
        assertTrue(PACK.consent().refusalReasons().size() >= 5);
    }

    private static void assertBoth(Text text) {
        assertEquals(Set.of("vi", "en"), text.byLanguage().keySet());
        assertNotEquals(text.in("vi"), text.in("en"));
    }

    @Test
    void holdsTheCommunesOfTheSixDistricts() {
        Map<String, Integer> expected =
                Map.of("002", 18, "006", 21, "017", 24, "269", 15, "271", 31, "275", 21);
        assertEquals(6, PACK.areas().at(AreaLevel.DISTRICT).size());
        expected.forEach((code, communes) ->
                assertEquals(communes, PACK.areas().below(new AreaKey(code, LIST_OF_2024)).size(), code));
        assertEquals("Huyện Ba Vì", PACK.areas().get(new AreaKey("271", LIST_OF_2024)).fullName());
        assertEquals("Thị trấn Tây Đằng", PACK.areas().get(new AreaKey("09619", LIST_OF_2024)).fullName());
        assertEquals(Set.of("Phường"), kinds("002"));
        assertEquals(Set.of("Phường"), kinds("006"));
        assertEquals(Set.of("Phường", "Xã"), kinds("269"));
        assertEquals(Set.of("Thị trấn", "Xã"), kinds("275"));
    }

    private static Set<String> kinds(String district) {
        return PACK.areas().below(new AreaKey(district, LIST_OF_2024)).stream().map(Area::kind)
                .collect(Collectors.toSet());
    }

    @Test
    void holdsTheUnitsOfJuly2025BesideThemUnderTheSameCodes() {
        List<Area> units = PACK.areas().at(AreaLevel.COMMUNE).stream()
                .filter(area -> area.key().validFrom().equals(LIST_OF_2025)).toList();
        assertEquals(126, units.size());
        assertEquals(51, units.stream().filter(area -> area.kind().equals("Phường")).count());
        assertEquals(75, units.stream().filter(area -> area.kind().equals("Xã")).count());
        assertEquals("Xã Thanh Mỹ", PACK.areas().get(new AreaKey("09604", LIST_OF_2024)).fullName());
        assertEquals("Phường Tùng Thiện", PACK.areas().get(new AreaKey("09604", LIST_OF_2025)).fullName());
    }

    @Test
    void plansTwoThousandSevenHundredInterviews() {
        assertEquals(2_700, PACK.plan().interviews());
        assertEquals(Map.of(AreaLevel.DISTRICT, 450, AreaLevel.COMMUNE, 150, AreaLevel.VILLAGE, 75),
                PACK.plan().interviewsByLevel());
        assertEquals(Map.of(AreaLevel.DISTRICT, 450, AreaLevel.VILLAGE, 75), PACK.plan().targets());
        assertEquals(250, PACK.plan().households().listed());
    }

    @Test
    void drawsThePracticeSampleByThePlan() {
        PracticeSample sample = PracticeSample.draw(PACK, 2024);
        Areas areas = sample.areas();
        assertEquals(6, areas.at(AreaLevel.DISTRICT).size());
        areas.at(AreaLevel.DISTRICT).forEach(district -> {
            assertEquals(3, areas.below(district.key()).size());
            areas.below(district.key()).forEach(commune -> assertEquals(2, areas.below(commune.key()).size()));
        });
        assertEquals(36, sample.lists().size());
        for (SampleList list : sample.lists()) {
            assertEquals(75, list.target());
            assertEquals(250, list.households().size());
            assertEquals(AreaLevel.VILLAGE, areas.get(list.village()).level());
        }
        assertEquals(36, sample.lists().stream().map(SampleList::id).collect(Collectors.toSet()).size());
        assertEquals(sample.lists(), PracticeSample.draw(PACK, 2024).lists());
        assertNotEquals(sample.lists(), PracticeSample.draw(PACK, 2025).lists());
    }

    @Test
    void practiceSaysThatItIsPractice() {
        PracticeSample sample = PracticeSample.draw(PACK, 7);
        Set<String> titles = new HashSet<>();
        for (SampleList list : sample.lists()) {
            Area village = sample.areas().get(list.village());
            Area commune = sample.areas().get(village.parent().orElseThrow());
            titles.add(village.kind());
            assertEquals(commune.kind().equals("Xã") ? "Thôn" : "Tổ dân phố", village.kind());
            assertTrue(list.villageName().matches("(Thôn|Tổ dân phố) [12] \\(tập dượt\\), (xã|phường|thị trấn) .+"),
                    list.villageName());
            for (Household household : list.households()) {
                assertEquals("Hộ %03d".formatted(household.number()), household.label());
                assertTrue(household.place().endsWith("(tập dượt)"), household.place());
            }
        }
        assertEquals(Set.of("Thôn", "Tổ dân phố"), titles);
    }

    @Test
    void makesTheSurveyWithItsHardQuotas() {
        Survey survey = PACK.surveyIn(PracticeSample.draw(PACK, 1).areas(), true);
        assertEquals(6, survey.constraints().stream().filter(quota -> quota.target() == 450).count());
        assertEquals(36, survey.constraints().stream().filter(quota -> quota.target() == 75).count());
        assertEquals(2_700, survey.constraints().stream().filter(quota -> quota.level() == AreaLevel.VILLAGE)
                .mapToInt(Constraint::target).sum());
        assertTrue(survey.practice());
        assertEquals("hanoi-2024", survey.id().text());
    }
}
