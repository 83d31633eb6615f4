package vn.hoidan.client.ui.question;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.questionnaire.Element;

/// Makes the field for a question, once for each kind.
public final class QuestionFields {
    /// Texts of this room.
    public static final String BUNDLE = "vn/hoidan/client/ui/question/question";

    private enum Kind {
        LINE,
        LINES,
        CHOICES,
        ACKNOWLEDGE,
        SHOWN
    }

    private final Answers answers;
    private final Texts texts;
    private final ZoneId zone;
    private final Map<Kind, QuestionField> made = new EnumMap<>(Kind.class);

    public QuestionFields(Answers answers, Language language, ZoneId zone) {
        this.answers = answers;
        this.texts = new Texts(BUNDLE, language);
        this.zone = zone;
    }

    public Texts texts() {
        return texts;
    }

    public QuestionField of(Element.Question question) {
        return made.computeIfAbsent(kind(question), this::make);
    }

    private static Kind kind(Element.Question question) {
        if (question.readOnly()) {
            return Kind.SHOWN;
        }
        return switch (question.type()) {
            case TEXT -> question.appearance().contains("multiline") ? Kind.LINES : Kind.LINE;
            case INTEGER, DECIMAL, RANGE, DATE, TIME, DATE_TIME, GEOPOINT, BARCODE -> Kind.LINE;
            case SELECT_ONE, SELECT_MULTIPLE, RANK -> Kind.CHOICES;
            case ACKNOWLEDGE -> Kind.ACKNOWLEDGE;
            case NOTE, FILE, IMAGE, UNSUPPORTED -> Kind.SHOWN;
        };
    }

    private QuestionField make(Kind kind) {
        return switch (kind) {
            case LINE -> new TypedField(false, answers, texts, zone);
            case LINES -> new TypedField(true, answers, texts, zone);
            case CHOICES -> new ChoiceField(answers, texts);
            case ACKNOWLEDGE -> new AcknowledgeField(answers, texts);
            case SHOWN -> new ShownField(texts, zone);
        };
    }

}
