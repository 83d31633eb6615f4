package vn.hoidan.form.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.pack.PracticeSample;
import vn.hoidan.core.pack.SurveyPack;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.QuotaDesign;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.form.xlsform.SheetFolder;

/// The real pack with a declaration of quotas beside its plan.
class QuotasInPackTest {

    private static final SheetFolder PLAIN = SheetFolder.onClassPath("/vn/hoidan/packs/sipas-2023");
    private static final String HEADER = "kind,level,area,answers,target,floor\n";

    @Test
    void addsWhatIsDeclaredForTheSampleToTheTargetsOfThePlan() {
        SurveyPack plain = SurveyPacks.load(PLAIN);
        Areas sampled = PracticeSample.draw(plain, 1).areas();
        String drawn = sampled.at(AreaLevel.COMMUNE).getFirst().key().code();
        String notDrawn = plain.areas().at(AreaLevel.COMMUNE).stream().map(area -> area.key())
                .filter(key -> sampled.find(key).isEmpty()).findFirst().orElseThrow().code();
        Survey survey = SurveyPacks.load(with("""
                design,list-without-replacement,,,,
                hard,district,271,,460,
                hard,commune,DRAWN,,160,
                hard,commune,NOT,,170,
                soft,district,271,gender=1,200,50
                soft,commune,NOT,gender=1,20,5
                """.replace("DRAWN", drawn).replace("NOT", notDrawn))).surveyIn(sampled, true);
        assertEquals(plain.surveyIn(sampled, true).constraints().size() + 1, survey.constraints().size());
        assertEquals(460, survey.constraints().stream()
                .filter(each -> each.area().code().equals("271")).findFirst().orElseThrow().target());
        assertEquals(5, survey.constraints().stream().filter(each -> each.target() == 450).count());
        assertEquals(1, survey.softTargets().size());
        assertEquals(QuotaDesign.LIST_WITHOUT_REPLACEMENT, survey.design());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            list-with-replacement | hard,district,999,,460, | quotas.csv:3:area
            list-with-replacement | hard,district,271,,449, | quotas.csv:3:target
            list-with-replacement | hard,district,271,,=9,  | quotas.csv:3:target
            free-quota            | hard,district,271,,460, | quotas.csv
            """)
    void refusesThePackAndNamesTheCellOfTheDeclaration(String design, String row, String place) {
        ProblemException problem = assertThrows(ProblemException.class,
                () -> SurveyPacks.load(with("design," + design + ",,,,\n" + row + "\n")));
        assertEquals(ProblemKind.PACK_INVALID, problem.problem().kind());
        assertEquals(place, problem.problem().details().get("place"));
        assertFalse(problem.problem().details().get("reason").isBlank());
    }

    private static SheetFolder with(String rows) {
        return name -> name.equals("quotas.csv")
                ? Optional.of((HEADER + rows).getBytes(StandardCharsets.UTF_8)) : PLAIN.read(name);
    }
}
