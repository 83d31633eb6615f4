package vn.hoidan.form.xlsform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds questions whose value or visibility depends on itself. The engine would refuse such a form without saying
/// where. Constraints may name their own question and are left out. Whether a section is shown decides about all in it.
final class Cycles {
    private static final List<String> DEPENDENT = List.of(Columns.CALCULATION, Columns.RELEVANT, Columns.REQUIRED,
            Columns.READ_ONLY);

    private final Map<Node, Set<Node>> dependents = new LinkedHashMap<>();

    private Cycles() {
    }

    static void check(Node form, References references, CellErrors errors) {
        Cycles cycles = new Cycles();
        form.all().forEach(node -> {
            cycles.addEdges(node, references);
            checkCount(node, references, errors);
        });
        cycles.findOne().ifPresent(ring -> {
            // told from the topmost row on
            Node first = Collections.min(ring, Comparator.comparingInt(node -> node.row().number()));
            Collections.rotate(ring, -ring.indexOf(first));
            String names = ring.stream().limit(Limits.MOST_SHOWN_NAMES).map(Node::name)
                    .collect(Collectors.joining(" → ")) + (ring.size() > Limits.MOST_SHOWN_NAMES ? " → …" : "");
            errors.add(CellErrorKind.REFERENCE_CYCLE, SurveySheet.NAME, first.row().number(),
                    first.row().header(columnOf(first)), names + " → " + first.name());
        });
    }

    /// A repeat cannot be counted by what is asked in it.
    private static void checkCount(Node node, References references, CellErrors errors) {
        references.find(node.row().value(Columns.REPEAT_COUNT)).stream().map(References.Found::target)
                .filter(node::contains).findFirst().ifPresent(inner -> errors.add(CellErrorKind.REFERENCE_CYCLE,
                        SurveySheet.NAME, node.row().number(), node.row().header(Columns.REPEAT_COUNT),
                        node.name() + " → " + inner.name() + " → " + node.name()));
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
                dependents.computeIfAbsent(source, key -> new LinkedHashSet<>()).add(node);
            }
        }
    }

    private Optional<List<Node>> findOne() {
        Set<Node> done = new LinkedHashSet<>();
        for (Node start : dependents.keySet()) {
            if (done.contains(start)) {
                continue;
            }
            // keeps the order in which it was filled
            SequencedSet<Node> path = new LinkedHashSet<>();
            Deque<Iterator<Node>> left = new ArrayDeque<>();
            path.addLast(start);
            left.push(next(start));
            while (!path.isEmpty()) {
                if (!left.peek().hasNext()) {
                    left.pop();
                    done.add(path.removeLast());
                    continue;
                }
                Node step = left.peek().next();
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

    /// What is computed from a question; what a section's visibility decides about.
    private Iterator<Node> next(Node node) {
        return (node.isQuestion() ? dependents.getOrDefault(node, Set.of()) : node.children()).iterator();
    }
}
