package vn.hoidan.client.ui.question;

import java.time.ZoneId;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.questionnaire.Element;

/// What is shown and not asked: a note, a computed value, or a clear word on what this program cannot ask.
final class ShownField implements QuestionField {
    private static final String NOTHING = "–";

    private final Texts texts;
    private final ZoneId zone;
    private final RichText value = new RichText("shown-value");
    private final VBox box = new VBox(value);

    ShownField(FieldTools tools) {
        texts = tools.texts();
        zone = tools.zone();
        // Tab passes over what nobody answers; it takes the keyboard when it is all there is on a page
        box.setFocusTraversable(false);
        box.getStyleClass().add("shown");
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Element.Question question) {
        String text = switch (question.type()) {
            case FILE, IMAGE -> texts.get(question.answered() ? "attach.some" : "attach.none");
            case UNSUPPORTED -> texts.get("unsupported");
            case NOTE -> "";
            case SELECT_ONE, SELECT_MULTIPLE, RANK -> question.answered()
                    ? String.join(", ", Chosen.words(question)) : NOTHING;
            case TEXT, INTEGER, DECIMAL, RANGE, DATE, TIME, DATE_TIME, GEOPOINT, BARCODE, ACKNOWLEDGE ->
                    question.value().map(Reading.of(question, zone)::typed).orElse(NOTHING);
        };
        value.show(text);
        box.setAccessibleText(Markup.plain(question.label()) + " " + Markup.plain(text));
    }

    @Override
    public void focus() {
        box.requestFocus();
    }
}
