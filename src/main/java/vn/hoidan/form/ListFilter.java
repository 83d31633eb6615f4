package vn.hoidan.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.condition.FilterStrategy;
import org.javarosa.core.model.instance.DataInstance;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.xpath.expr.XPathExpression;
import vn.hoidan.form.lookup.Term;

/// Finds the rows of look-up lists that a condition holds for: by SQL as far as it can be told so, the rest by
/// JavaRosa, row for row.
final class ListFilter implements FilterStrategy {
    private final Map<String, ListTree> trees;

    /// @param trees by id of their instance
    ListFilter(Map<String, ListTree> trees) {
        this.trees = trees;
    }

    @Override
    @SuppressWarnings("rawtypes") // as JavaRosa declares it
    public List<TreeReference> filter(DataInstance source, TreeReference rows, XPathExpression predicate,
            List<TreeReference> found, EvaluationContext context, Supplier<List<TreeReference>> next) {
        ListTree tree = rows.getNameLast().endsWith(ListTree.FILTERED) ? trees.get(source.getInstanceId()) : null;
        if (tree == null || !tree.isRowName(rows.getNameLast())) {
            return next.get();
        }
        TreeReference parent = rows.getParentRef();
        TreeReference first = parent.extendRef(tree.list().item(), 0);
        RowTerms terms = new RowTerms(tree.list(), source, context.rescope(first, 0));
        Optional<Term> whole = tree.list().size() == 0 ? Optional.of(new Term.Always(false)) : terms.whole(predicate);
        int[] fitting = whole.isPresent() ? tree.list().rows(whole.get())
                : rowForRow(tree, tree.list().rows(terms.atLeast(predicate)), source, parent, predicate, context);
        tree.expect(fitting);
        List<TreeReference> references = new ArrayList<>(fitting.length);
        for (int row : fitting) {
            references.add(parent.extendRef(tree.list().item(), row));
        }
        return references;
    }

    private static int[] rowForRow(ListTree tree, int[] candidates, DataInstance<?> source, TreeReference parent,
            XPathExpression predicate, EvaluationContext context) {
        tree.expect(candidates);
        IntStream.Builder fitting = IntStream.builder();
        for (int row : candidates) {
            TreeReference reference = parent.extendRef(tree.list().item(), row);
            if (Boolean.TRUE.equals(predicate.eval(source, context.rescope(reference, row)))) {
                fitting.add(row);
            }
        }
        return fitting.build().toArray();
    }
}
