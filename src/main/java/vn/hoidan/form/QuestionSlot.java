package vn.hoidan.form;

import java.util.Optional;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.RangeQuestion;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.questionnaire.Range;

/// A question at its place in the filled-in form.
final class QuestionSlot extends Slot {
    private final QuestionDef definition;
    private final TreeElement node;
    private final TreeReference reference;
    private final Path path;
    private final QuestionType type;
    private final XFormText.BindFacts facts;
    private final Label label;
    private final Label hint;
    private final Label guidance;
    private final String appearance;
    private final Optional<Range> range;
    private final Choices.Kept keptChoices = new Choices.Kept();
    private String image = "";
    private int imageGeneration = -1;
    /// Null while it is not relevant.
    private Element.Question shown;

    QuestionSlot(QuestionDef definition, TreeElement node, QuestionType type, XFormText.BindFacts facts) {
        this.definition = definition;
        this.node = node;
        this.reference = node.getRef();
        this.path = Values.path(node);
        this.type = type;
        this.facts = facts;
        this.label = Label.of(definition, reference);
        this.hint = Label.hint(definition, reference);
        this.guidance = Label.guidance(definition, reference);
        this.appearance = definition.getAppearanceAttr() == null ? "" : definition.getAppearanceAttr().strip();
        this.range = range(definition);
    }

    private static Optional<Range> range(QuestionDef definition) {
        return definition instanceof RangeQuestion range && range.getRangeStep().signum() != 0
                ? Optional.of(new Range(range.getRangeStart(), range.getRangeEnd(), range.getRangeStep()))
                : Optional.empty();
    }

    QuestionDef definition() {
        return definition;
    }

    TreeElement node() {
        return node;
    }

    TreeReference reference() {
        return reference;
    }

    Path path() {
        return path;
    }

    QuestionType type() {
        return type;
    }

    Label label() {
        return label;
    }

    XFormText.BindFacts facts() {
        return facts;
    }

    Choices.Kept keptChoices() {
        return keptChoices;
    }

    /// The question as it stood at the last look; empty when it is not relevant.
    Optional<Element.Question> shown() {
        return Optional.ofNullable(shown);
    }

    Label hint() {
        return hint;
    }

    Label guidance() {
        return guidance;
    }

    @Override
    Optional<Element> now() {
        return Optional.ofNullable(shown);
    }

    @Override
    Optional<Element> refresh(Refresh refresh) {
        refreshItself(refresh);
        return now();
    }

    @Override
    boolean refreshItself(Refresh refresh) {
        Element.Question before = shown;
        shown = node.isRelevant() ? read(refresh, before) : null;
        if (shown != before) {
            refresh.note(this, before != null && shown != null && alikeButValue(before, shown));
        }
        return shown != before;
    }

    /// Of the same question; what never changes is not compared.
    private static boolean alikeButValue(Element.Question one, Element.Question other) {
        return one.required() == other.required() && one.readOnly() == other.readOnly()
                && one.label().equals(other.label()) && one.hint().equals(other.hint())
                && one.guidance().equals(other.guidance()) && one.choices().equals(other.choices())
                && one.image().equals(other.image());
    }

    private Element.Question read(Refresh refresh, Element.Question before) {
        Texts texts = refresh.texts();
        Element.Question now = new Element.Question(path, type, label.text(texts), hint.text(texts),
                guidance.text(texts), appearance, node.isRequired(), !node.isEnabled() || facts.calculated(),
                Values.of(node.getValue()), refresh.choices().of(this), range, image(texts));
        return before != null && now.value().equals(before.value()) && alikeButValue(before, now) ? before : now;
    }

    private Optional<String> image(Texts texts) {
        if (imageGeneration != texts.generation()) {
            image = Optional.ofNullable(definition.getTextID()).flatMap(texts::image).orElse("");
            imageGeneration = texts.generation();
        }
        return image.isEmpty() ? Optional.empty() : Optional.of(image);
    }
}
