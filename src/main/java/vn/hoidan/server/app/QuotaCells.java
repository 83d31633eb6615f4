package vn.hoidan.server.app;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.survey.Survey;

/// Which quota cells an interview in a village uses: those of the village and of the areas above it.
final class QuotaCells {

    private QuotaCells() {
    }

    /// Nearest first.
    static List<CellKey> of(Survey survey, AreaKey village) {
        Set<CellKey> declared = survey.constraints().stream().map(Constraint::cell).collect(Collectors.toSet());
        return new Areas(survey.areas()).upwards(village).stream()
                .map(QuotaCells::cell).filter(declared::contains).toList();
    }

    private static CellKey cell(Area area) {
        return CellKey.of(area.level(), area.key());
    }
}
