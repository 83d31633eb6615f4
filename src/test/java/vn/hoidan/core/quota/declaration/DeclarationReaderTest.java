package vn.hoidan.core.quota.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.CellIndex;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.QuotaDesign;
import vn.hoidan.core.quota.declaration.DeclarationFault.Reason;

class DeclarationReaderTest {

    private static final LocalDate DAY = LocalDate.of(2024, 11, 1);
    private static final AreaKey DISTRICT = new AreaKey("271", DAY);
    private static final AreaKey NORTH = new AreaKey("09619", DAY);
    private static final AreaKey SOUTH = new AreaKey("09622", DAY);
    private static final Areas AREAS = new Areas(List.of(
            new Area(DISTRICT, AreaLevel.DISTRICT, "Huyện", "Ba Vì", Optional.empty(), Optional.empty()),
            new Area(NORTH, AreaLevel.COMMUNE, "Xã", "Tản Lĩnh", Optional.of(DISTRICT), Optional.empty()),
            new Area(SOUTH, AreaLevel.COMMUNE, "Xã", "Vân Hòa", Optional.of(DISTRICT), Optional.empty())));
    private static final Path GENDER = new Path("/data/screening/gender");
    private static final Path AGE = new Path("/data/screening/age");
    private static final List<ScreeningQuestion> QUESTIONS = List.of(
            new ScreeningQuestion(GENDER, false, Set.of("1", "2")), new ScreeningQuestion(AGE, true, Set.of()));

    @Test
    void readsHardQuotasByAnswersAndFindsTheBundlesTheyMake() {
        QuotaDeclaration declaration = usable("design,free-quota,,,,", "hard,district,271,,450,",
                "hard,district,271,gender=1,225,", "hard,district,271,gender=2,225,",
                "hard,commune,09619,,250,", "hard,commune,09622,,200,",
                "soft,district,271,age=18..29,100,30", "");
        assertEquals(QuotaDesign.FREE_QUOTA, declaration.design());
        assertEquals(30, declaration.softTargets().getFirst().floor());
        CellIndex index = new CellIndex(AREAS, declaration.constraints());
        List<CellKey> cells = index.cellsOf(NORTH, Map.of(GENDER, "2", AGE, "44"));
        assertEquals(List.of("commune:09619@2024-11-01", "district:271@2024-11-01",
                "district:271@2024-11-01/gender=2"), cells.stream().map(CellKey::text).toList());
        List<Bundle> bundles = index.bundlesIn(DISTRICT);
        assertEquals(4, bundles.size(), "two communes, two genders, nobody without a gender");
        assertEquals(Set.copyOf(cells), Set.copyOf(bundles.stream()
                .filter(bundle -> Set.copyOf(bundle.cells()).equals(Set.copyOf(cells))).findFirst().orElseThrow()
                .cells()));
    }

    @Test
    void leavesRoomForOthersWhenTheCellsOfAKindAskForLessThanTheCellAbove() {
        QuotaDeclaration declaration = usable("design,free-quota,,,,", "hard,district,271,,450,",
                "hard,district,271,gender=2; age=60..99,50,");
        assertEquals(2, new CellIndex(AREAS, declaration.constraints()).bundlesIn(NORTH).size());
    }

    @Test
    void refusesWhatItDoesNotKnowWithItsRow() {
        assertEquals(List.of("3 unknown-area", "4 unknown-question", "5 unknown-choice", "6 no-number",
                "7 target-unreadable", "8 unknown-kind", "9 condition-unreadable", "10 floor-above-target",
                "11 unknown-level"),
                faults("design,free-quota,,,,", "hard,district,999,,10,", "hard,district,271,income=1,10,",
                        "hard,district,271,gender=3,10,", "hard,district,271,gender=1..2,10,",
                        "hard,district,271,,ten,", "must,district,271,,10,", "hard,district,271,age=30..20,10,",
                        "soft,district,271,gender=1,10,11", "hard,nation,271,,10,"));
    }

    @Test
    void refusesCellsThatAskForMoreThanTheCellAboveThem() {
        List<DeclarationFault> faults = refused("design,free-quota,,,,", "hard,district,271,,450,",
                "hard,commune,09619,,250,", "hard,commune,09622,,201,");
        assertEquals(List.of(new DeclarationFault(3, Reason.CHILDREN_ABOVE_PARENT,
                List.of("district:271@2024-11-01", "450", "451"))), faults);
    }

    @Test
    void allowsTwoDivisionsOfTheSameTotal() {
        usable("design,free-quota,,,,", "hard,district,271,,450,", "hard,commune,09619,,250,",
                "hard,commune,09622,,200,", "hard,district,271,gender=1,225,", "hard,district,271,gender=2,225,");
    }

    @Test
    void refusesCellsThatOnePersonCouldFallInTwice() {
        assertEquals(List.of("4 cells-overlap", "5 same-cell-twice"), faults("design,free-quota,,,,",
                "hard,district,271,age=18..30,10,", "hard,district,271,age=30..44,10,",
                "hard,district,271,age=18..30,12,"));
    }

    @Test
    void refusesAnswersInAListDesign() {
        assertEquals(List.of("3 answers-in-list-design"),
                faults("design,list-with-replacement,,,,", "hard,district,271,gender=1,225,"));
    }

    @Test
    void refusesASheetWithoutDesignOrWithoutQuotas() {
        assertEquals(List.of("0 design-missing"), faults("hard,district,271,,450,"));
        assertEquals(List.of("0 nothing-declared"), faults("design,free-quota,,,,"));
    }

    private static QuotaDeclaration usable(String... lines) {
        return switch (read(lines)) {
            case DeclarationReader.Reading.Usable usable -> usable.declaration();
            case DeclarationReader.Reading.Refused refused -> throw new AssertionError(refused.faults().toString());
        };
    }

    private static List<DeclarationFault> refused(String... lines) {
        return ((DeclarationReader.Reading.Refused) read(lines)).faults();
    }

    private static List<String> faults(String... lines) {
        return refused(lines).stream().map(fault -> fault.row() + " " + fault.reason().code()).toList();
    }

    private static DeclarationReader.Reading read(String... lines) {
        List<String> columns = List.of("kind", "level", "area", "answers", "target", "floor");
        List<DeclarationReader.Row> rows = new ArrayList<>();
        for (int index = 0; index < lines.length; index++) {
            String[] cells = lines[index].split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < Math.min(cells.length, columns.size()); column++) {
                row.put(columns.get(column), cells[column]);
            }
            rows.add(new DeclarationReader.Row(index + 2, row));
        }
        return DeclarationReader.read(Set.copyOf(columns), rows, AREAS, QUESTIONS);
    }
}
