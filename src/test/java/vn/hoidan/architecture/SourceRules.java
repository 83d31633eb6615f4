package vn.hoidan.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/// Rules on Java sources as the compiler's parser sees them.
final class SourceRules extends TreePathScanner<Void, Void> {
    static final int LONGEST_METHOD_LINES = 70;
    private static final Set<String> TEST_CRUTCHES =
            Set.of("Thread.sleep", "TimeUnit.SECONDS.sleep", "TimeUnit.MILLISECONDS.sleep", "assertTimeout",
                    "assertTimeoutPreemptively", "WaitForAsyncUtils.sleep");
    private static final Set<String> TEST_ANNOTATIONS = Set.of("Disabled", "Timeout", "RepeatedIfExceptionsTest");

    private final List<Violation> found = new ArrayList<>();
    private final Set<String> literals = new HashSet<>();
    private final Trees trees;
    private final SourcePositions positions;
    private CompilationUnitTree unit;
    private String file;
    private boolean main;
    private int files;
    private int methods;
    private int catches;

    private SourceRules(JavacTask task) {
        trees = Trees.instance(task);
        positions = trees.getSourcePositions();
    }

    /// What was looked at and what was found.
    ///
    /// @param literals text of every string in the program's sources
    record Report(int files, int methods, int catches, Set<String> literals, List<Violation> violations) {
    }

    /// @param sources Java files by their path from the top of the repository
    static Report check(Map<String, String> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> units = sources.entrySet().stream()
                .map(source -> Compiled.unit(source.getKey(), source.getValue())).toList();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, units);
        SourceRules rules = new SourceRules(task);
        List<CompilationUnitTree> parsed = new ArrayList<>();
        task.parse().forEach(parsed::add);
        SwitchRules switches = new SwitchRules(parsed);
        for (CompilationUnitTree unit : parsed) {
            rules.look(unit);
            switches.check(unit, (tree, what) -> rules.report("switch", tree, what));
        }
        return new Report(rules.files, rules.methods, rules.catches, rules.literals, rules.found);
    }

    private void look(CompilationUnitTree next) {
        unit = next;
        file = next.getSourceFile().toUri().getPath().substring(1);
        main = file.startsWith("src/main/");
        files++;
        scan(next, null);
    }

    @Override
    public Void visitImport(ImportTree tree, Void nothing) {
        if (tree.getQualifiedIdentifier().toString().endsWith(".*")) {
            report("import", tree, "names no class: " + tree.getQualifiedIdentifier());
        }
        return super.visitImport(tree, nothing);
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
        boolean top = getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree;
        if (main && top && trees.getDocComment(getCurrentPath()) == null) {
            report("documentation", tree, tree.getSimpleName() + " does not say what it is");
        }
        if (tree.getKind() != Tree.Kind.RECORD) {
            tree.getMembers().stream().filter(VariableTree.class::isInstance).map(VariableTree.class::cast)
                    .filter(field -> main && isOptional(field)
                            && !field.getModifiers().getFlags().contains(Modifier.PRIVATE))
                    .forEach(field -> report("optional", field, "keeps an Optional: " + field.getName()));
        }
        return super.visitClass(tree, nothing);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
        methods++;
        long lines = line(positions.getEndPosition(unit, tree)) - line(positions.getStartPosition(unit, tree)) + 1;
        if (lines > LONGEST_METHOD_LINES) {
            report("method-length", tree, tree.getName() + " has " + lines + " lines");
        }
        boolean overrides = hasAnnotation(tree, "Override");
        if (main && !overrides && tree.getParameters().isEmpty() && tree.getName().toString().matches("get[A-Z].*")) {
            report("accessor", tree, "is called without get: " + tree.getName());
        }
        boolean constructor = tree.getReturnType() == null;
        if (main && !constructor && isPublic(tree) && !overrides && tree.getParameters().stream()
                .anyMatch(SourceRules::isOptional)) {
            report("optional", tree, "takes an Optional: " + tree.getName());
        }
        if (!main && hasAnnotation(tree, "Test") && tree.getName().toString().matches("test([A-Z_0-9].*)?")) {
            report("test-name", tree, "say result and condition: " + tree.getName());
        }
        return super.visitMethod(tree, nothing);
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void nothing) {
        if (main && tree.getExpression() != null && tree.getExpression().getKind() == Tree.Kind.NULL_LITERAL) {
            for (Tree outer : getCurrentPath()) {
                if (outer instanceof LambdaExpressionTree) {
                    break;
                }
                if (outer instanceof MethodTree method) {
                    if (!method.getModifiers().getFlags().contains(Modifier.PRIVATE)
                            && !"Void".equals(String.valueOf(method.getReturnType()))) {
                        report("null", tree, method.getName() + " gives null to others");
                    }
                    break;
                }
            }
        }
        return super.visitReturn(tree, nothing);
    }

    @Override
    public Void visitCatch(CatchTree tree, Void nothing) {
        catches++;
        if (tree.getBlock().getStatements().isEmpty()) {
            report("silent-catch", tree, "passes over " + tree.getParameter().getType());
        }
        return super.visitCatch(tree, nothing);
    }

    @Override
    public Void visitLiteral(LiteralTree tree, Void nothing) {
        if (main && (tree.getValue() instanceof String || tree.getValue() instanceof Character)) {
            String text = String.valueOf(tree.getValue());
            literals.add(text);
            if (text.length() > 1 && text.codePoints().anyMatch(letter -> letter > 127 && Character.isLetter(letter))) {
                report("text-in-code", tree, "belongs in a message file or a pack: " + text);
            }
        }
        return super.visitLiteral(tree, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
        String called = tree.getMethodSelect().toString();
        if (!main && TEST_CRUTCHES.stream()
                .anyMatch(crutch -> called.equals(crutch) || called.endsWith("." + crutch))) {
            report("test-crutch", tree, "uses " + called);
        }
        return super.visitMethodInvocation(tree, nothing);
    }

    @Override
    public Void visitAnnotation(AnnotationTree tree, Void nothing) {
        String name = tree.getAnnotationType().toString();
        if (!main && TEST_ANNOTATIONS.contains(name.substring(name.lastIndexOf('.') + 1))) {
            report("test-crutch", tree, "uses @" + name);
        }
        return super.visitAnnotation(tree, nothing);
    }

    private boolean isPublic(MethodTree method) {
        Tree type = getCurrentPath().getParentPath().getLeaf();
        return method.getModifiers().getFlags().contains(Modifier.PUBLIC) || type.getKind() == Tree.Kind.INTERFACE;
    }

    private static boolean isOptional(VariableTree variable) {
        return String.valueOf(variable.getType()).matches("Optional(Int|Long|Double)?(<.*)?");
    }

    private static boolean hasAnnotation(MethodTree tree, String name) {
        return tree.getModifiers().getAnnotations().stream()
                .anyMatch(annotation -> annotation.getAnnotationType().toString().equals(name));
    }

    private long line(long position) {
        return unit.getLineMap().getLineNumber(position);
    }

    private void report(String rule, Tree tree, String what) {
        found.add(new Violation(rule, file + ":" + line(positions.getStartPosition(unit, tree)), what));
    }
}
