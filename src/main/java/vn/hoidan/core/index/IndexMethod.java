package vn.hoidan.core.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.indicator.IndicatorTree;
import vn.hoidan.core.sampling.SamplePlan;
import vn.hoidan.core.sampling.Stage;

/// All that a survey's index is counted by, kept with the survey when it is made.
///
/// @param plan  how the sample was drawn
/// @param frame how many units there were to draw from; what is not known does not stand here
/// @param seed  of the draw, if it was drawn by this program
public record IndexMethod(IndicatorTree indicators, IndexSetup setup, SamplePlan plan, List<FrameCount> frame,
        Optional<Long> seed) {
    public IndexMethod {
        frame = List.copyOf(frame);
    }

    /// The same, with the seed that the sample was drawn by.
    public IndexMethod drawnBy(long drawSeed) {
        return new IndexMethod(indicators, setup, plan, frame, Optional.of(drawSeed));
    }

    /// The units of a level within an area.
    public record FrameCount(AreaKey within, AreaLevel level, int units) {
        public FrameCount {
            if (units < 1) {
                throw new IllegalArgumentException(within.asText() + ": a frame of no units");
            }
        }
    }

    /// What the plan drew from, as far as these areas tell.
    public static List<FrameCount> frameOf(SamplePlan plan, Areas areas) {
        List<FrameCount> frame = new ArrayList<>();
        for (Stage stage : plan.stages()) {
            if (stage instanceof Stage.Drawn drawn) {
                for (Area area : areas.all()) {
                    int units = (int) areas.below(area.key()).stream()
                            .filter(below -> below.level() == drawn.level()).count();
                    if (units > 0) {
                        frame.add(new FrameCount(area.key(), drawn.level(), units));
                    }
                }
            }
        }
        return frame;
    }
}
