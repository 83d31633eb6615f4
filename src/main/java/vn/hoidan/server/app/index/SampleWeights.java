package vn.hoidan.server.app.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.index.CountTrouble;
import vn.hoidan.core.index.IndexMethod;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.Response;
import vn.hoidan.core.index.SamplePoint;
import vn.hoidan.core.sampling.Stage;

/// Works out from the plan what each village stands for: its chance over the stages drawn, and its households for each
/// interview.
final class SampleWeights {
    private final IndexMethod method;
    private final Areas sampled;
    private final List<Stage.Drawn> stages = new ArrayList<>();
    private final AreaLevel stratumLevel;
    private final Map<AreaLevel, Long> unknownFrames = new TreeMap<>();
    private final Map<String, Long> shortLists = new TreeMap<>();

    /// @param sampled areas of the survey, which the frame need not know: villages come with their lists
    SampleWeights(IndexMethod method, Areas sampled) {
        this.method = method;
        this.sampled = sampled;
        this.stratumLevel = ((Stage.Named) method.plan().stages().getFirst()).level();
        for (Stage stage : method.plan().stages()) {
            switch (stage) {
                case Stage.Drawn drawn -> stages.add(drawn);
                case Stage.Named named -> {
                    // taken for certain: what is drawn within each of them is a stratum of its own
                }
                case Stage.Households households -> {
                    // within the village: its share is in the households for each interview
                }
            }
        }
    }

    /// A village as the index sees it.
    record Village(SamplePoint point, IndexReport.PointLine line) {
    }

    /// @param listed    households on its list
    /// @param wanted    interviews that the plan wants there
    /// @param completed interviews that count
    /// @param response  of its households
    Village village(AreaKey village, String name, int listed, int wanted, long completed, Response response) {
        double chance = 1;
        for (Stage.Drawn stage : stages) {
            chance *= chance(village, stage);
        }
        String stratum = code(village, stratumLevel);
        String unit = stages.isEmpty() ? village.asText() : code(village, stages.getFirst().level());
        if (listed < completed) {
            shortLists.put(village.asText(), completed - listed);
        }
        SamplePoint point = SamplePoint.drawn(village.asText(), unit, stratum, code(village, AreaLevel.PROVINCE),
                chance, (int) Math.max(Math.max(1, listed), completed), (int) completed);
        return new Village(point, new IndexReport.PointLine(village.asText(), name, unit, stratum, listed, wanted,
                completed, completed == 0 ? Optional.empty() : Optional.of(point.weight()),
                response.outcomes()));
    }

    /// Where the frame does not tell how many units there were to draw from, and where a list does not tell how many
    /// households its interviews stand for.
    List<CountTrouble> troubles() {
        List<CountTrouble> troubles = new ArrayList<>();
        unknownFrames.forEach((level, villages) -> troubles.add(
                new CountTrouble(CountTrouble.Kind.CHANCE_UNKNOWN, level.code(), villages)));
        shortLists.forEach((village, missing) -> troubles.add(
                new CountTrouble(CountTrouble.Kind.WEIGHT_MISSING, village, missing)));
        return troubles;
    }

    private double chance(AreaKey village, Stage.Drawn stage) {
        Optional<AreaKey> above = sampled.atOrAbove(village, stage.level()).flatMap(Area::parent);
        int frame = method.frame().stream().filter(count -> count.level() == stage.level()
                && above.equals(Optional.of(count.within()))).mapToInt(IndexMethod.FrameCount::units).findFirst()
                .orElse(0);
        if (frame < stage.take()) {
            unknownFrames.merge(stage.level(), 1L, Long::sum);
            return 1;
        }
        return (double) stage.take() / frame;
    }

    private String code(AreaKey village, AreaLevel level) {
        return sampled.atOrAbove(village, level).map(area -> area.key().asText()).orElse(village.asText());
    }
}
