package vn.hoidan.client.ui.keying;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.ui.keying.PaperStartModel.Step;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.sampling.ListId;

/// Where a paper form is taken up: number, date and consent, one after the other.
public final class PaperStartScreen implements Screen {
    private final PaperStartModel model;
    private final Texts texts;
    private final ScreenTools tools;
    private final TextField number = new TextField();
    private final TextField date = new TextField();
    private final VBox column = new VBox();
    private final ProblemPane problem;
    private final ScrollPane root;
    private boolean loaded;
    private boolean gone;

    /// @param onStarted told the interview that was begun
    public PaperStartScreen(FieldWork field, ListId list, int household, ScreenTools tools,
            Consumer<InterviewWork> onStarted) {
        this.tools = tools;
        texts = tools.texts(KeyingScreen.ROOM);
        model = new PaperStartModel(field, tools.writer(), tools.clock(), list, household, work -> {
            if (!gone) {
                onStarted.accept(work);
            }
        });
        problem = new ProblemPane(tools.language());
        column.getStyleClass().add("keying-start");
        root = Theme.styled(new ScrollPane(new StackPane(column)), "/" + KeyingScreen.ROOM + ".css");
        root.getStyleClass().add("keying-end");
        root.setFitToWidth(true);
        number.setId("paper-number");
        date.setId("paper-date");
        number.setOnAction(_ -> model.number(number.getText()));
        date.setOnAction(_ -> model.date(date.getText()));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.shown().addListener((_, _, now) -> render(now));
        render(model.shown().get());
    }

    private void render(PaperStartModel.Shown now) {
        number.setText(now.number());
        date.setText(now.date());
        number.setDisable(now.busy() || now.step() != Step.NUMBER);
        date.setDisable(now.busy() || now.step() != Step.DATE);
        now.problem().ifPresentOrElse(problem::show, problem::clear);
        Label title = new Label(texts.get("start.title"));
        title.getStyleClass().add("headline");
        Label expected = wrapped("start.date.expected", "secondary");
        List<Node> parts = new ArrayList<>(List.of(title, wrapped("start.lead", "keying-lead"),
                labelOf("start.number", number), number, labelOf("start.date", date), date, expected));
        if (now.step() == Step.CONSENT) {
            parts.add(wrapped("start.consent", "subheadline"));
            parts.add(consent(now));
        }
        if (!now.message().isEmpty()) {
            Label message = new Label(texts.get(now.message(), now.about()));
            message.setWrapText(true);
            message.getStyleClass().add("keying-notice");
            parts.add(message);
        }
        parts.add(problem);
        column.getChildren().setAll(parts);
        focus(now.step());
    }

    private Node consent(PaperStartModel.Shown now) {
        Button yes = Acts.button("paper-consent", texts.get("start.consent.yes"), "1", Feather.CHECK,
                () -> model.consent(true, tools.language().now()), "success");
        Button no = Acts.button("paper-no-consent", texts.get("start.consent.no"), "2", Feather.X,
                () -> model.consent(false, tools.language().now()));
        HBox row = new HBox(yes, no);
        row.setSpacing(12);
        row.setDisable(now.busy());
        return row;
    }

    private Label wrapped(String key, String style) {
        Label label = new Label(texts.get(key));
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private Label labelOf(String key, TextField field) {
        Label label = wrapped(key, "strong");
        label.setLabelFor(field);
        field.setAccessibleText(texts.get(key));
        return label;
    }

    /// After the key press that led here: at the consent nothing is in focus, so that no Enter gives it.
    private void focus(Step step) {
        UiThread.later(() -> {
            if (root.getScene() == null) {
                return;
            }
            root.applyCss();
            switch (step) {
                case NUMBER -> take(number);
                case DATE -> take(date);
                case CONSENT -> root.requestFocus();
            }
        });
    }

    private static void take(TextField field) {
        field.requestFocus();
        field.selectAll();
    }

    private void key(KeyEvent event) {
        if (model.shown().get().step() != Step.CONSENT || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.DIGIT1 || event.getCode() == KeyCode.NUMPAD1) {
            model.consent(true, tools.language().now());
            event.consume();
        } else if (event.getCode() == KeyCode.DIGIT2 || event.getCode() == KeyCode.NUMPAD2) {
            model.consent(false, tools.language().now());
            event.consume();
        }
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return texts.get("start.title");
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("Enter", texts.get("start.key.enter")),
                new KeyHint("1, 2", texts.get("start.key.consent")));
    }

    @Override
    public void shown() {
        if (!loaded) {
            loaded = true;
            model.load();
        }
    }

    @Override
    public boolean back() {
        return model.back();
    }

    /// What was begun meanwhile is a draft, to go on with from the household's card.
    @Override
    public void left() {
        gone = true;
    }

    @Override
    public void languageChanged() {
        render(model.shown().get());
    }
}
