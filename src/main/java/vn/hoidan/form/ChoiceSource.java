package vn.hoidan.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.ItemsetBinding;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.instance.DataInstance;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.xpath.expr.XPathExpression;
import org.javarosa.xpath.expr.XPathPathExpr;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.form.lookup.RowSource;
import vn.hoidan.form.lookup.Term;

/// Reads the choices of an itemset as they stand now: of a look-up list straight from SQLite where its condition can be
/// told so, of everything else through JavaRosa. Labels as written, outputs not filled in.
final class ChoiceSource {
    private static final int STEPS_TO_ROWS = 2;

    private final FormDef form;
    private final Texts texts;
    private final Map<String, RowSource> lists;
    /// Choices made before in the language spoken now, by id of their text.
    private final Map<String, Choice> known = new HashMap<>();
    private int generation = -1;

    ChoiceSource(FormDef form, Texts texts, Map<String, RowSource> lists) {
        this.form = form;
        this.texts = texts;
        this.lists = lists;
    }

    /// @param where of the question
    List<Choice> choices(ItemsetBinding itemset, TreeReference where) {
        Optional<Looked> looked = looked(itemset, where);
        if (looked.isPresent()) {
            Looked rows = looked.get();
            return rows.list().cells(rows.term(), List.of(rows.code(), rows.label())).stream()
                    .map(cells -> choice(itemset, cells.get(0), cells.get(1))).toList();
        }
        List<Choice> choices = new ArrayList<>();
        DataInstance<?> source = source(itemset);
        for (TreeReference row : rows(itemset, where)) {
            EvaluationContext there = new EvaluationContext(form.getEvaluationContext(), row);
            String label = itemset.labelExpr.evalReadable(source, there);
            String code = itemset.valueExpr == null ? "" : itemset.valueExpr.evalReadable(source, there);
            choices.add(choice(itemset, code == null ? "" : code, label));
        }
        return choices;
    }

    /// The label of one choice, if it is among them.
    Optional<String> label(ItemsetBinding itemset, TreeReference where, String code) {
        Optional<Looked> looked = looked(itemset, where);
        if (looked.isPresent()) {
            Looked rows = looked.get();
            Term its = new Term.And(List.of(new Term.Is(rows.code(), code), rows.term()));
            return rows.list().first(its, List.of(rows.label()))
                    .map(cells -> choice(itemset, code, cells.getFirst()).label());
        }
        return choices(itemset, where).stream().filter(choice -> choice.code().equals(code)).findFirst()
                .map(Choice::label);
    }

    private Choice choice(ItemsetBinding itemset, String code, String label) {
        if (!itemset.labelIsItext) {
            return new Choice(code, label == null ? "" : label.strip());
        }
        if (generation != texts.generation()) {
            known.clear();
            generation = texts.generation();
        }
        Choice made = known.computeIfAbsent(label, id -> new Choice(code, texts.written(id, null), texts.image(id)));
        return made.code().equals(code) ? made : new Choice(code, made.label(), made.image());
    }

    /// Rows of a look-up list that a condition in SQL tells, and the columns of code and label.
    private record Looked(RowSource list, Term term, int code, int label) {
    }

    private Optional<Looked> looked(ItemsetBinding itemset, TreeReference where) {
        RowSource list = lists.get(String.valueOf(itemset.nodesetRef.getInstanceName()));
        if (list == null || itemset.valueExpr == null
                || !(itemset.nodesetExpr.getExpr() instanceof XPathPathExpr path) || !isRows(path, list)) {
            return Optional.empty();
        }
        TreeReference first = TreeReference.rootRef().extendRef(list.root(), 0).extendRef(list.item(), 0);
        first.setInstanceName(itemset.nodesetRef.getInstanceName());
        first.setContextType(TreeReference.CONTEXT_INSTANCE);
        RowTerms terms = new RowTerms(list, source(itemset), context(itemset, where).rescope(first, 0));
        Optional<Integer> code = terms.column(itemset.valueExpr.getExpr());
        Optional<Integer> label = terms.column(itemset.labelExpr.getExpr());
        if (code.isEmpty() || label.isEmpty()) {
            return Optional.empty();
        }
        XPathExpression[] predicates = path.steps[1].predicates;
        Optional<Term> term = predicates.length == 0 ? Optional.of(new Term.Always(true))
                : terms.whole(predicates[0]);
        return term.map(told -> new Looked(list, told, code.get(), label.get()));
    }

    private static boolean isRows(XPathPathExpr path, RowSource list) {
        return path.steps.length == STEPS_TO_ROWS && path.steps[0].predicates.length == 0
                && path.steps[1].predicates.length <= 1 && path.steps[0].name != null && path.steps[1].name != null
                && path.steps[0].name.toString().equals(list.root())
                && List.of(list.item(), list.item() + ListTree.FILTERED).contains(path.steps[1].name.toString());
    }

    private EvaluationContext context(ItemsetBinding itemset, TreeReference where) {
        return new EvaluationContext(form.getEvaluationContext(), itemset.contextRef.contextualize(where));
    }

    private List<TreeReference> rows(ItemsetBinding itemset, TreeReference where) {
        List<TreeReference> rows =
                itemset.nodesetExpr.evalNodeset(form.getMainInstance(), context(itemset, where));
        return rows == null ? List.of() : rows;
    }

    private DataInstance<?> source(ItemsetBinding itemset) {
        String name = itemset.nodesetRef.getInstanceName();
        DataInstance<?> source = name == null ? form.getMainInstance() : form.getNonMainInstance(name);
        if (source == null) {
            throw new IllegalStateException("no list " + name);
        }
        return source;
    }
}
