package vn.hoidan.form.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.index.IndexMethod;
import vn.hoidan.core.sampling.SamplePlan;
import vn.hoidan.form.xlsform.SheetFolder;

/// Works out how many units a plan draws from: of those in `areas.csv`, and by `frame.csv`, if a pack has one, of
/// those that no list of areas names, as villages.
final class FrameTable {
    private static final String NAME = "frame";
    private static final String CODE = "code";
    private static final String FROM = "valid_from";
    private static final String LEVEL = "level";
    private static final String UNITS = "units";

    private FrameTable() {
    }

    static List<IndexMethod.FrameCount> read(SheetFolder folder, SamplePlan plan, Areas areas) {
        List<IndexMethod.FrameCount> frame = new ArrayList<>(IndexMethod.frameOf(plan, areas));
        if (folder.read(NAME + ".csv").isEmpty()) {
            return frame;
        }
        Set<String> seen = new HashSet<>();
        frame.forEach(count -> seen.add(count.level() + count.within().asText()));
        for (PackTable.Line line : PackTable.read(folder, NAME, CODE, FROM, LEVEL, UNITS).lines()) {
            AreaKey within = new AreaKey(line.needed(CODE), line.date(FROM));
            if (areas.find(within).isEmpty()) {
                throw line.fault(CODE, "area-unknown", within.asText());
            }
            AreaLevel level = line.known(LEVEL, FrameTable::level);
            if (!seen.add(level + within.asText())) {
                throw line.fault(CODE, "code-twice", within.asText());
            }
            frame.add(new IndexMethod.FrameCount(within, level, line.number(UNITS)));
        }
        return frame;
    }

    private static Optional<AreaLevel> level(String word) {
        for (AreaLevel level : AreaLevel.values()) {
            if (level.code().equals(word)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
