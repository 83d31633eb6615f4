package vn.hoidan.core.sampling;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.hoidan.core.area.AreaLevel;

/// How a survey's sample comes about: a list of stages, as many as it needs, because the levels differ between rounds
/// (districts ended in July 2025).
///
/// @param stages  from the largest unit down to the households
/// @param targets interviews wanted in each area of a level that has a hard quota
public record SamplePlan(List<Stage> stages, Map<AreaLevel, Integer> targets) {
    public SamplePlan {
        stages = List.copyOf(stages);
        targets = Map.copyOf(targets);
        if (stages.size() < 2 || !(stages.getFirst() instanceof Stage.Named)
                || !(stages.getLast() instanceof Stage.Households)) {
            throw new IllegalArgumentException("a plan goes from named areas to households");
        }
        long middle = stages.stream().skip(1).limit(stages.size() - 2L).filter(Stage.Drawn.class::isInstance).count();
        if (middle != stages.size() - 2) {
            throw new IllegalArgumentException("between the first stage and the households areas are drawn");
        }
        if (stages.stream().anyMatch(stage -> stage.count() < 1)) {
            throw new IllegalArgumentException("a stage takes nothing");
        }
    }

    /// The stage of the households.
    public Stage.Households households() {
        return (Stage.Households) stages.getLast();
    }

    /// Interviews in each area, by the level of the stages above: for Hanoi 2024 450 a district, 75 a village.
    public Map<AreaLevel, Integer> interviewsByLevel() {
        Map<AreaLevel, Integer> byLevel = new EnumMap<>(AreaLevel.class);
        int interviews = households().take();
        for (Stage stage : stages.reversed()) {
            switch (stage) {
                case Stage.Named named -> byLevel.put(named.level(), interviews);
                case Stage.Drawn drawn -> {
                    byLevel.put(drawn.level(), interviews);
                    interviews = Math.multiplyExact(interviews, drawn.take());
                }
                case Stage.Households households -> interviews = households.take();
            }
        }
        return byLevel;
    }

    /// Interviews of the whole sample.
    public int interviews() {
        Stage.Named first = (Stage.Named) stages.getFirst();
        return Math.multiplyExact(first.areas().size(), interviewsByLevel().get(first.level()));
    }
}
