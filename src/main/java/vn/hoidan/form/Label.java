package vn.hoidan.form;

import java.util.function.Function;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.instance.TreeReference;

/// One text at one place of a form; kept until the language changes, unless it holds an output.
final class Label {
    private final Function<Texts, String> source;
    private final TreeReference where;
    private String written = "";
    private boolean changing;
    private int generation = -1;

    private Label(Function<Texts, String> source, TreeReference where) {
        this.source = source;
        this.where = where;
    }

    static Label of(IFormElement element, TreeReference where) {
        return new Label(texts -> texts.written(element.getTextID(), element.getLabelInnerText()), where);
    }

    static Label hint(QuestionDef question, TreeReference where) {
        return new Label(texts -> texts.written(question.getHelpTextID(), question.getHelpText()), where);
    }

    static Label guidance(QuestionDef question, TreeReference where) {
        return new Label(texts -> texts.guidance(question.getHelpTextID()), where);
    }

    static Label none(TreeReference where) {
        return new Label(texts -> "", where);
    }

    /// As the form writes it in the language spoken now, outputs not filled in.
    String written(Texts texts) {
        if (generation != texts.generation()) {
            written = source.apply(texts);
            changing = Texts.hasOutputs(written);
            generation = texts.generation();
        }
        return written;
    }

    String text(Texts texts) {
        String now = written(texts);
        return changing ? texts.filled(now, where) : now;
    }
}
