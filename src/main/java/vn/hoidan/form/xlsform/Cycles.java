package vn.hoidan.form.xlsform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds questions whose value or visibility depends on itself. The engine would refuse such a form without saying
/// where. Constraints may name their own question and are left out, as is the number of instances of a repeat.
final class Cycles {
    private static final List<String> DEPENDENT = List.of(Columns.CALCULATION, Columns.RELEVANT, Columns.REQUIRED,
            Columns.READ_ONLY);

    private final Map<Node, Set<Node>> dependents = new LinkedHashMap<>();

    private Cycles() {
    }

    static void check(Node form, References references, CellErrors errors) {
        Cycles cycles = new Cycles();
        form.all().forEach(node -> cycles.addEdges(node, references));
        cycles.findOne().ifPresent(ring -> {
            // told from the topmost row on
            Node first = Collections.min(ring, Comparator.comparingInt(node -> node.row().number()));
            Collections.rotate(ring, -ring.indexOf(first));
            String names = ring.stream().map(Node::name).collect(Collectors.joining(" → "));
            errors.add(CellErrorKind.REFERENCE_CYCLE, SurveySheet.NAME, first.row().number(),
                    first.row().header(columnOf(first)), names + " → " + first.name());
        });
    }

    private static String columnOf(Node node) {
        return DEPENDENT.stream().filter(column -> References.hasReference(node.row().value(column))).findFirst()
                .orElse(Columns.NAME);
    }

    private void addEdges(Node node, References references) {
        for (String column : DEPENDENT) {
            boolean byTrigger = column.equals(Columns.CALCULATION) && node.row().has(Columns.TRIGGER);
            if (byTrigger) {
                continue;
            }
            for (References.Found found : references.find(node.row().value(column))) {
                Node source = found.target();
                boolean otherInstance = found.beforePredicate() || found.wantsAbsolute();
                if (!source.isQuestion() || otherInstance && source.isInRepeat()) {
                    continue;
                }
                Set<Node> all = dependents.computeIfAbsent(source, key -> new LinkedHashSet<>());
                if (column.equals(Columns.RELEVANT)) {
                    node.all().forEach(all::add);
                } else {
                    all.add(node);
                }
            }
        }
    }

    private Optional<List<Node>> findOne() {
        Set<Node> done = new LinkedHashSet<>();
        for (Node start : dependents.keySet()) {
            Deque<Node> path = new ArrayDeque<>();
            Deque<Deque<Node>> left = new ArrayDeque<>();
            path.addLast(start);
            left.push(next(start));
            while (!path.isEmpty()) {
                if (left.peek().isEmpty()) {
                    left.pop();
                    done.add(path.removeLast());
                    continue;
                }
                Node step = left.peek().poll();
                if (path.contains(step)) {
                    List<Node> ring = new ArrayList<>(path);
                    return Optional.of(new ArrayList<>(ring.subList(ring.indexOf(step), ring.size())));
                }
                if (!done.contains(step)) {
                    path.addLast(step);
                    left.push(next(step));
                }
            }
        }
        return Optional.empty();
    }

    private Deque<Node> next(Node node) {
        return new ArrayDeque<>(dependents.getOrDefault(node, Set.of()));
    }
}
