package vn.hoidan.form;

import org.javarosa.core.model.Constants;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.instance.TreeElement;
import vn.hoidan.core.questionnaire.QuestionType;

/// Tells the type of a question from its control and the type of its bind.
final class QuestionTypes {
    private QuestionTypes() {
    }

    static QuestionType of(QuestionDef question, TreeElement node, XFormText.BindFacts facts) {
        return switch (question.getControlType()) {
            case Constants.CONTROL_INPUT, Constants.CONTROL_TEXTAREA, Constants.CONTROL_SECRET ->
                input(node, facts);
            case Constants.CONTROL_SELECT_ONE -> QuestionType.SELECT_ONE;
            case Constants.CONTROL_SELECT_MULTI -> QuestionType.SELECT_MULTIPLE;
            case Constants.CONTROL_RANK -> QuestionType.RANK;
            case Constants.CONTROL_RANGE -> QuestionType.RANGE;
            case Constants.CONTROL_TRIGGER -> QuestionType.ACKNOWLEDGE;
            case Constants.CONTROL_FILE_CAPTURE, Constants.CONTROL_UPLOAD -> QuestionType.FILE;
            case Constants.CONTROL_IMAGE_CHOOSE -> isDrawn(question) ? QuestionType.UNSUPPORTED : QuestionType.IMAGE;
            default -> QuestionType.UNSUPPORTED;
        };
    }

    private static QuestionType input(TreeElement node, XFormText.BindFacts facts) {
        return switch (node.getDataType()) {
            case Constants.DATATYPE_INTEGER, Constants.DATATYPE_LONG -> QuestionType.INTEGER;
            case Constants.DATATYPE_DECIMAL -> QuestionType.DECIMAL;
            case Constants.DATATYPE_DATE -> QuestionType.DATE;
            case Constants.DATATYPE_TIME -> QuestionType.TIME;
            case Constants.DATATYPE_DATE_TIME -> QuestionType.DATE_TIME;
            case Constants.DATATYPE_GEOPOINT -> QuestionType.GEOPOINT;
            case Constants.DATATYPE_BARCODE -> QuestionType.BARCODE;
            case Constants.DATATYPE_GEOSHAPE, Constants.DATATYPE_GEOTRACE, Constants.DATATYPE_BINARY,
                    Constants.DATATYPE_BOOLEAN -> QuestionType.UNSUPPORTED;
            default -> facts.alwaysReadOnly() && !facts.calculated() && node.getValue() == null
                    ? QuestionType.NOTE : QuestionType.TEXT;
        };
    }

    private static boolean isDrawn(QuestionDef question) {
        String appearance = question.getAppearanceAttr();
        return appearance != null && (appearance.contains("signature") || appearance.contains("draw")
                || appearance.contains("annotate"));
    }
}
