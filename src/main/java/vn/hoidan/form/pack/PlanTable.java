package vn.hoidan.form.pack;

import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.sampling.DrawMethod;
import vn.hoidan.core.sampling.SamplePlan;
import vn.hoidan.core.sampling.Stage;
import vn.hoidan.form.xlsform.SheetFolder;

/// Reads `plan.csv`: the stages of the sample, from the named areas down to the households.
final class PlanTable {
    private static final String STAGE = "stage";
    private static final String UNIT = "unit";
    private static final String METHOD = "method";
    private static final String TAKE = "take";
    private static final String LISTED = "listed";
    private static final String TARGET = "target";
    private static final String AREAS = "areas";
    private static final String NAMED = "named";
    private static final String HOUSEHOLD = "household";
    private static final int MOST_STAGES = 8;

    private final PackTable table;
    private final Areas areas;
    private final List<Stage> stages = new ArrayList<>();
    private final Map<AreaLevel, Integer> targets = new EnumMap<>(AreaLevel.class);

    private PlanTable(PackTable table, Areas areas) {
        this.table = table;
        this.areas = areas;
    }

    static SamplePlan read(SheetFolder folder, Areas areas) {
        PlanTable reader = new PlanTable(
                PackTable.read(folder, "plan", STAGE, UNIT, METHOD, TAKE, LISTED, TARGET, AREAS), areas);
        return reader.plan();
    }

    private SamplePlan plan() {
        for (int index = 0; index < table.lines().size(); index++) {
            PackTable.Line line = table.lines().get(index);
            if (line.number(STAGE) != index + 1 || index >= MOST_STAGES) {
                throw line.fault(STAGE, "stage-out-of-order", line.value(STAGE));
            }
            boolean first = index == 0;
            boolean last = index == table.lines().size() - 1;
            if (last != line.needed(UNIT).equals(HOUSEHOLD)) {
                throw line.fault(UNIT, "households-not-last");
            }
            if (first != line.needed(METHOD).equals(NAMED)) {
                throw line.fault(METHOD, "named-not-first");
            }
            stages.add(last ? households(line) : first ? named(line) : drawn(line));
        }
        if (stages.size() < 2) {
            throw table.fault("households-not-last");
        }
        SamplePlan plan = new SamplePlan(stages, targets);
        checkFrame(plan);
        checkTargets(plan);
        return plan;
    }

    private Stage named(PackTable.Line line) {
        AreaLevel level = level(line);
        List<AreaKey> keys = new ArrayList<>();
        for (String text : line.parts(AREAS)) {
            AreaKey key = areaKey(line, text);
            if (areas.find(key).filter(area -> area.level() == level).isEmpty()) {
                throw line.fault(AREAS, "area-unknown", text);
            }
            if (keys.contains(key)) {
                throw line.fault(AREAS, "area-twice", text);
            }
            keys.add(key);
        }
        if (keys.size() != line.number(TAKE)) {
            throw line.fault(TAKE, "count-differs", line.value(TAKE), String.valueOf(keys.size()));
        }
        return new Stage.Named(level, keys);
    }

    private Stage drawn(PackTable.Line line) {
        AreaLevel level = level(line);
        return new Stage.Drawn(level, line.number(TAKE), line.known(METHOD, DrawMethod::ofCode));
    }

    private Stage households(PackTable.Line line) {
        int take = line.number(TAKE);
        int listed = line.number(LISTED);
        if (take > listed) {
            throw line.fault(TAKE, "takes-more-than-there-are", String.valueOf(take), String.valueOf(listed));
        }
        return new Stage.Households(listed, take, line.known(METHOD, DrawMethod::ofCode));
    }

    private AreaLevel level(PackTable.Line line) {
        AreaLevel level = line.known(UNIT, AreaTable::level);
        boolean deeper = stages.stream().allMatch(stage -> switch (stage) {
            case Stage.Named named -> named.level().compareTo(level) < 0;
            case Stage.Drawn drawn -> drawn.level().compareTo(level) < 0;
            case Stage.Households households -> false;
        });
        if (!deeper) {
            throw line.fault(UNIT, "stage-out-of-order", line.value(UNIT));
        }
        if (!line.value(TARGET).isEmpty()) {
            targets.put(level, line.number(TARGET));
        }
        return level;
    }

    private static AreaKey areaKey(PackTable.Line line, String text) {
        try {
            return AreaKey.parse(text);
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            throw line.fault(AREAS, "area-unknown", text);
        }
    }

    /// Each named area must have enough units to draw from; villages come with their own lists later.
    private void checkFrame(SamplePlan plan) {
        Stage.Named named = (Stage.Named) plan.stages().getFirst();
        Optional<Stage.Drawn> next = Optional.of(plan.stages().get(1)).filter(Stage.Drawn.class::isInstance)
                .map(Stage.Drawn.class::cast).filter(stage -> stage.level() != AreaLevel.VILLAGE);
        next.ifPresent(stage -> named.areas().forEach(key -> {
            long units = areas.below(key).stream().filter(area -> area.level() == stage.level()).count();
            if (units < stage.take()) {
                throw table.lines().get(1).fault(TAKE, "takes-more-than-there-are", String.valueOf(stage.take()),
                        units + " (" + areas.get(key).fullName() + ")");
            }
        }));
    }

    private void checkTargets(SamplePlan plan) {
        Map<AreaLevel, Integer> counted = plan.interviewsByLevel();
        for (PackTable.Line line : table.lines()) {
            AreaTable.level(line.value(UNIT)).filter(targets::containsKey).ifPresent(level -> {
                if (!counted.get(level).equals(targets.get(level))) {
                    throw line.fault(TARGET, "count-differs", line.value(TARGET), counted.get(level).toString());
                }
            });
        }
    }
}
