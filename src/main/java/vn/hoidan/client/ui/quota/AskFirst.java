package vn.hoidan.client.ui.quota;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import vn.hoidan.client.app.quota.QuestionWords;
import vn.hoidan.client.app.quota.TypedAdults;
import vn.hoidan.client.app.work.Home;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Typing;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.AnswerCondition;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.hand.Guidance;

/// Which of the adults at home to ask first: they are typed quickly, the answer stands below at once. Anybody may be
/// asked all the same.
public final class AskFirst extends VBox {
    private final Home.OpenPlace place;
    private final Texts texts;
    private final List<Path> order;
    private final TextField field = new TextField();
    private final VBox answers = new VBox();
    private final Runnable onDone;

    /// @param onDone told on Enter: the keyboard goes back to the card
    public AskFirst(Home.OpenPlace place, Texts texts, Runnable onDone) {
        this.place = place;
        this.texts = texts;
        this.onDone = onDone;
        this.order = TypedAdults.order(place.advice().questions(), place.words());
        getStyleClass().add("ask-first");
        Label head = new Label(texts.get("ask.head"));
        head.getStyleClass().add("strong");
        Label hint = new Label(texts.get("ask.hint", order.stream().map(this::legend)
                .collect(Collectors.joining(texts.get("ask.then")))));
        hint.getStyleClass().add("secondary");
        hint.setWrapText(true);
        field.setId("adults");
        field.setPromptText(order.stream().map(this::example).collect(Collectors.joining(" ")));
        Typing.atMost(TypedAdults.MOST_CHARACTERS, field);
        field.textProperty().addListener((_, _, now) -> answer(now));
        head.setLabelFor(field);
        getChildren().addAll(head, hint, field, answers);
        // letters typed here are no keys of the card
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                onDone.run();
            }
            if (event.getCode() != KeyCode.ESCAPE && !event.isShortcutDown()) {
                event.consume();
            }
        });
    }

    /// There is something to be advised about.
    public static boolean helpsAt(Home.OpenPlace place) {
        return !place.advice().questions().isEmpty();
    }

    public void takeFocus() {
        field.requestFocus();
    }

    private String example(Path path) {
        return TypedAdults.isNumber(path, place.words()) ? "34" : Optional.ofNullable(place.words().questions()
                .get(path)).flatMap(asked -> asked.choices().keySet().stream().findFirst()).orElse("");
    }

    private String legend(Path path) {
        QuestionWords.Asked asked = place.words().questions().get(path);
        if (asked == null) {
            return path.name();
        }
        String language = texts.language().now();
        return asked.choices().isEmpty() ? asked.label().in(language) : asked.choices().entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue().in(language)).collect(Collectors.joining(", "));
    }

    private void answer(String typed) {
        answers.getChildren().clear();
        List<Map<Path, String>> adults = TypedAdults.read(typed, order, place.words());
        int number = 0;
        for (Guidance.Adult adult : place.advice().among(adults).adults()) {
            number++;
            String who = who(adults.get(adult.place()));
            Label line = new Label(adult.group().isPresent() ? texts.get("ask.lacks", number, who, adult.missing())
                    : texts.get("ask.enough", number, who));
            line.setWrapText(true);
            line.getStyleClass().add(number == 1 ? "strong" : "secondary");
            answers.getChildren().add(line);
        }
    }

    private String who(Map<Path, String> adult) {
        List<AnswerCondition> conditions = new ArrayList<>();
        adult.forEach((path, answer) -> conditions.add(TypedAdults.isNumber(path, place.words())
                ? new AnswerCondition.Between(path, Integer.parseInt(answer), Integer.parseInt(answer))
                : new AnswerCondition.OneOf(path, Set.of(answer))));
        return GroupWords.of(place.words().parts(new AnswerFilter(conditions)), texts.language());
    }
}
