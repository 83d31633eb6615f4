package vn.hoidan.core.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.Areas;

/// Looks for the areas of an earlier round that are no more, and for the villages that lie in them today: through the
/// round's mapping alone, and only where the new units lie wholly within the old one.
public final class OldAreas {
    private OldAreas() {
    }

    /// @param obstacle why it cannot be compared; empty when it can
    /// @param where    the unit that stands in the way, or ""
    /// @param points   villages of the sample that lie in it
    public record OldArea(String code, String name, List<String> now, Set<String> points, Optional<Obstacle> obstacle,
            String where) {
        public OldArea {
            now = List.copyOf(now);
            points = Set.copyOf(points);
        }
    }

    /// Why an old area cannot be joined.
    public enum Obstacle {
        /// The mapping does not tell what became of it.
        NOT_MAPPED("not-mapped"),
        /// A new unit holds parts of other old ones as well.
        SPLIT("split"),
        /// No village of the sample lies in it.
        NOT_SAMPLED("not-sampled");

        private final String code;

        Obstacle(String code) {
            this.code = code;
        }

        /// The word written with a result.
        public String code() {
            return code;
        }

        public static Optional<Obstacle> ofCode(String code) {
            for (Obstacle obstacle : values()) {
                if (obstacle.code.equals(code)) {
                    return Optional.of(obstacle);
                }
            }
            return Optional.empty();
        }
    }

    /// The areas of the round that the survey's areas do not have, in the round's order.
    ///
    /// @param villages of the sample
    public static List<OldArea> of(Round round, Areas areas, List<AreaKey> villages) {
        Set<String> known = new LinkedHashSet<>();
        areas.all().forEach(area -> known.add(area.key().asText()));
        Map<String, String> old = new LinkedHashMap<>();
        round.figures().stream().filter(figure -> !figure.area().isEmpty() && !known.contains(figure.area()))
                .forEach(figure -> old.putIfAbsent(figure.area(), figure.areaName()));
        List<OldArea> found = new ArrayList<>();
        old.forEach((code, name) -> found.add(join(code, name.isEmpty() ? code : name, round, areas, villages)));
        return found;
    }

    private static OldArea join(String code, String name, Round round, Areas areas, List<AreaKey> villages) {
        List<Round.Became> became = round.mapping().stream().filter(each -> each.old().equals(code)).toList();
        Set<String> units = new LinkedHashSet<>();
        became.forEach(each -> units.add(each.now()));
        List<String> names = units.stream().map(unit -> nameOf(unit, areas)).toList();
        if (became.isEmpty()) {
            return new OldArea(code, name, names, Set.of(), Optional.of(Obstacle.NOT_MAPPED), "");
        }
        Optional<Round.Became> split = became.stream().filter(each -> !each.whole()).findFirst();
        if (split.isPresent()) {
            return new OldArea(code, name, names, Set.of(), Optional.of(Obstacle.SPLIT),
                    nameOf(split.get().now(), areas));
        }
        Set<String> points = new LinkedHashSet<>();
        villages.stream().filter(village -> areas.upwards(village).stream().map(area -> area.key().asText())
                .anyMatch(units::contains)).forEach(village -> points.add(village.asText()));
        return new OldArea(code, name, names, points,
                points.isEmpty() ? Optional.of(Obstacle.NOT_SAMPLED) : Optional.empty(), "");
    }

    private static String nameOf(String unit, Areas areas) {
        return areas.find(AreaKey.parse(unit)).map(Area::fullName).orElse(unit);
    }
}
