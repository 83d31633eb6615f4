package vn.hoidan.core.area;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A set of units with their tree. Every parent named must be in the set and no key may stand twice.
public final class Areas {
    private final Map<AreaKey, Area> byKey = new LinkedHashMap<>();
    private final Map<AreaKey, List<Area>> children = new LinkedHashMap<>();

    public Areas(Collection<Area> areas) {
        for (Area area : areas) {
            if (byKey.put(area.key(), area) != null) {
                throw new IllegalArgumentException("area stands twice: " + area.key().asText());
            }
        }
        for (Area area : areas) {
            area.parent().ifPresent(parent -> {
                if (!byKey.containsKey(parent)) {
                    throw new IllegalArgumentException(
                            "parent of " + area.key().asText() + " is missing: " + parent.asText());
                }
                children.computeIfAbsent(parent, key -> new ArrayList<>()).add(area);
            });
        }
    }

    public Optional<Area> find(AreaKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /// The unit with this key; asking for one that is not in the set is a mistake of the caller.
    public Area get(AreaKey key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no such area: " + key.asText()));
    }

    public List<Area> all() {
        return List.copyOf(byKey.values());
    }

    public List<Area> at(AreaLevel level) {
        return byKey.values().stream().filter(area -> area.level() == level).toList();
    }

    /// Units directly below, in the order given.
    public List<Area> below(AreaKey key) {
        return List.copyOf(children.getOrDefault(key, List.of()));
    }

    /// The unit itself and those above it, nearest first.
    public List<Area> upwards(AreaKey key) {
        List<Area> path = new ArrayList<>();
        Optional<AreaKey> next = Optional.of(key);
        while (next.isPresent()) {
            Area area = get(next.get());
            if (path.contains(area)) {
                throw new IllegalArgumentException("areas form a ring at " + key.asText());
            }
            path.add(area);
            next = area.parent();
        }
        return path;
    }

    /// The unit of this level at or above the one named.
    public Optional<Area> atOrAbove(AreaKey key, AreaLevel level) {
        return upwards(key).stream().filter(area -> area.level() == level).findFirst();
    }
}
