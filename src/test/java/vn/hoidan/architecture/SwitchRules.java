package vn.hoidan.architecture;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.PatternTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// Finds switches over our own enums and sealed types that have a `default`: a case added later would pass through it
/// unseen. Works on names alone, as the parser gives them.
final class SwitchRules {
    private final Map<String, Set<String>> constantsOfEnum = new HashMap<>();
    private final Set<String> casesOfSealedTypes = new HashSet<>();

    /// @param units all sources, since the type may stand in another one than the switch
    SwitchRules(Iterable<? extends CompilationUnitTree> units) {
        for (CompilationUnitTree unit : units) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitClass(ClassTree tree, Void nothing) {
                    learn(tree);
                    return super.visitClass(tree, nothing);
                }
            }.scan(unit, null);
        }
    }

    private void learn(ClassTree tree) {
        String name = tree.getSimpleName().toString();
        if (tree.getKind() == Tree.Kind.ENUM) {
            constantsOfEnum.put(name, tree.getMembers().stream().filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(field -> field.getInitializer() instanceof NewClassTree made
                            && made.getIdentifier().toString().equals(name))
                    .map(field -> field.getName().toString()).collect(Collectors.toSet()));
        }
        if (tree.getModifiers().getFlags().stream().anyMatch(flag -> flag.toString().equals("sealed"))) {
            tree.getPermitsClause().forEach(type -> casesOfSealedTypes.add(lastStep(type)));
            tree.getMembers().stream().filter(ClassTree.class::isInstance).map(ClassTree.class::cast)
                    .filter(inner -> inner.getImplementsClause().stream().anyMatch(type -> lastStep(type).equals(name)))
                    .forEach(inner -> casesOfSealedTypes.add(inner.getSimpleName().toString()));
        }
    }

    /// @param report told each switch and what is wrong with it
    void check(CompilationUnitTree unit, BiConsumer<Tree, String> report) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitSwitch(SwitchTree tree, Void nothing) {
                look(tree, tree.getCases());
                return super.visitSwitch(tree, nothing);
            }

            @Override
            public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
                look(tree, tree.getCases());
                return super.visitSwitchExpression(tree, nothing);
            }

            private void look(Tree tree, List<? extends CaseTree> cases) {
                if (hidesCases(cases)) {
                    report.accept(tree, "has a default although its cases are known");
                }
            }
        }.scan(unit, null);
    }

    private boolean hidesCases(List<? extends CaseTree> cases) {
        boolean hasDefault = false;
        Set<String> constants = new HashSet<>();
        List<String> types = new ArrayList<>();
        for (CaseTree each : cases) {
            for (CaseLabelTree label : each.getLabels()) {
                switch (label) {
                    case DefaultCaseLabelTree _ -> hasDefault = true;
                    case ConstantCaseLabelTree constant -> constants.add(lastStep(constant.getConstantExpression()));
                    case PatternCaseLabelTree pattern -> types.add(typeOf(pattern.getPattern()));
                    default -> throw new IllegalStateException("label: " + label);
                }
            }
        }
        boolean ourEnum = !constants.isEmpty()
                && constantsOfEnum.values().stream().anyMatch(known -> known.containsAll(constants));
        return hasDefault && (ourEnum || types.stream().anyMatch(casesOfSealedTypes::contains));
    }

    private static String typeOf(PatternTree pattern) {
        return switch (pattern) {
            case BindingPatternTree binding -> lastStep(binding.getVariable().getType());
            case DeconstructionPatternTree parts -> lastStep(parts.getDeconstructor());
            default -> "";
        };
    }

    private static String lastStep(Tree name) {
        String text = name.toString().replaceFirst("<.*", "");
        return text.substring(text.lastIndexOf('.') + 1);
    }
}
