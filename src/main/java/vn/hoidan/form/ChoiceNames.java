package vn.hoidan.form;

import java.util.List;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.condition.IFunctionHandler;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.model.xform.XPathReference;
import org.javarosa.xpath.expr.XPathFuncExpr;

/// `jr:choice-name(value, 'question')`: the label of a choice. JavaRosa's own takes an answer away when it is not among
/// the choices any more, and makes all choices of a list to find one.
final class ChoiceNames implements IFunctionHandler {
    private static final int ARGUMENTS = 2;

    private final FormDef form;
    private final Texts texts;
    private final Choices choices;

    ChoiceNames(FormDef form, Texts texts, Choices choices) {
        this.form = form;
        this.texts = texts;
        this.choices = choices;
    }

    @Override
    public String getName() {
        return "jr:choice-name";
    }

    @Override
    public List<Class<?>[]> getPrototypes() {
        return List.of();
    }

    @Override
    public boolean rawArgs() {
        return true;
    }

    @Override
    public Object eval(Object[] arguments, EvaluationContext where) {
        if (arguments.length != ARGUMENTS) {
            throw new IllegalArgumentException("jr:choice-name(value, 'question')");
        }
        String code = XPathFuncExpr.toString(arguments[0]);
        XPathReference path = new XPathReference(XPathFuncExpr.toString(arguments[1]));
        TreeReference named = ((TreeReference) path.getReference()).anchor(where.getContextRef());
        QuestionDef question = FormDef.findQuestionByRef(named.genericize(), form);
        if (question == null || code.isEmpty() || !isSelect(question)) {
            return "";
        }
        TreeReference place = named.contextualize(where.getContextRef());
        for (int level = 0; level < place.size(); level++) {
            if (place.getMultiplicity(level) == TreeReference.INDEX_UNBOUND) {
                place.setMultiplicity(level, 0);
            }
        }
        return choices.label(question, place, code).map(label -> texts.filled(label, place)).orElse("");
    }

    private static boolean isSelect(QuestionDef question) {
        return switch (question.getControlType()) {
            case Constants.CONTROL_SELECT_ONE, Constants.CONTROL_SELECT_MULTI, Constants.CONTROL_RANK -> true;
            default -> false;
        };
    }
}
