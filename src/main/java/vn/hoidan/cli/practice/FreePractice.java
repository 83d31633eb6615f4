package vn.hoidan.cli.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.pack.PracticeSample;
import vn.hoidan.core.pack.QuotaReading;
import vn.hoidan.core.pack.SurveyPack;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.declaration.QuotaDeclaration;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.server.ServerWiring;

/// The small survey of free quotas that one person can fill alone: one rural district, a hard total, one small hard
/// group, and soft targets by gender and age. Its declaration is left in the practice folder, to be changed and
/// declared again.
final class FreePractice {

    static final String DECLARATION = "quotas.csv";

    private static final String ROWS = """
            kind,level,area,answers,target,floor
            design,free-quota,,,,
            hard,district,%1$s,,12,
            hard,district,%1$s,gender=2; age_group=5,2,
            soft,district,%1$s,"gender=1; age_group=1,2",3,1
            soft,district,%1$s,"gender=1; age_group=3,4,5",3,1
            soft,district,%1$s,"gender=2; age_group=1,2",3,1
            soft,district,%1$s,"gender=2; age_group=3,4,5",3,1
            """;

    private FreePractice() {
    }

    /// Of the district that stands last in the plan.
    static Survey survey(SurveyPack pack, PracticeSample sample, Path folder) {
        Area district = sample.areas().at(AreaLevel.DISTRICT).getLast();
        Areas areas = around(sample.areas(), district.key());
        QuotaDeclaration declared = declared(pack, areas, folder, district.key().code());
        return pack.surveyIn(areas, true)
                .wanting(declared.design(), declared.constraints(), declared.softTargets());
    }

    private static QuotaDeclaration declared(SurveyPack pack, Areas areas, Path folder, String district) {
        Path file = folder.resolve(DECLARATION);
        try {
            Files.writeString(file, ROWS.formatted(district));
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", folder.toString()).exception(refused);
        }
        return switch (ServerWiring.quotas(file, areas, pack.xform())) {
            case QuotaReading.Usable usable -> usable.declaration();
            case QuotaReading.Refused refused -> throw new IllegalStateException(refused.remarks().toString());
        };
    }

    /// An area with those above and below it.
    private static Areas around(Areas all, AreaKey area) {
        List<Area> around = new ArrayList<>(all.upwards(area).reversed());
        List<Area> below = all.below(area);
        while (!below.isEmpty()) {
            around.addAll(below);
            below = below.stream().flatMap(each -> all.below(each.key()).stream()).toList();
        }
        return new Areas(around);
    }
}
