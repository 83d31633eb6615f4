package vn.hoidan.client.ui.signin;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.core.problem.Problem;

/// The old PIN once and the new one twice.
public final class ChangePinScreen implements Screen {
    private final ChangePinModel model;
    private final Texts texts;
    private final FormParts parts;
    private final Runnable onDone;
    private final VBox column = new VBox();
    private final ScrollPane root;
    private final ProblemPane problem;
    private final ProgressBar progress = new ProgressBar();
    private final PasswordField old = field("old-pin");
    private final PasswordField next = field("new-pin");
    private final PasswordField again = field("new-pin-again");

    /// @param onDone takes the screen away
    public ChangePinScreen(ChangePinModel model, Texts texts, Runnable onDone) {
        this.model = model;
        this.texts = texts;
        this.onDone = onDone;
        parts = new FormParts(texts);
        problem = new ProblemPane(texts.language());
        column.getStyleClass().add("sign-in");
        StackPane middle = new StackPane(column);
        middle.getStyleClass().add("sign-in-ground");
        root = Theme.styled(new ScrollPane(middle), "/vn/hoidan/client/ui/signin/signin.css");
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.setFocusTraversable(false);
        progress.getStyleClass().add("sign-in-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.visibleProperty().bind(model.busy());
        model.problem().addListener((_, _, now) -> tell(now));
        model.busy().addListener((_, _, busy) -> column.setDisable(busy));
        model.done().addListener((_, _, _) -> {
            render();
            shown();
        });
        render();
    }

    private static PasswordField field(String id) {
        PasswordField field = new PasswordField();
        field.setId(id);
        field.getStyleClass().add("sign-in-field");
        return field;
    }

    private void tell(Optional<Problem> now) {
        now.ifPresentOrElse(problem::show, problem::clear);
        if (now.isPresent()) {
            shown();
        }
    }

    private void render() {
        if (model.done().get()) {
            column.getChildren().setAll(parts.head("change.done"), parts.text("change.done.say", "secondary"),
                    parts.act("change.back", Feather.CHECK, onDone));
            return;
        }
        HBox buttons = new HBox(parts.act("change.go", Feather.CHECK, this::change),
                parts.quiet("back", onDone));
        buttons.getStyleClass().add("sign-in-buttons");
        column.getChildren().setAll(parts.head("change.head"),
                parts.text("change.say", "secondary", Laptop.SHORTEST_PIN), problem, progress,
                parts.labelled("change.old", old), parts.labelled("change.new", next),
                parts.labelled("newPin.again", again), buttons);
    }

    private void change() {
        model.change(old.getText().toCharArray(), next.getText().toCharArray(), again.getText().toCharArray());
        clear();
    }

    private void clear() {
        old.clear();
        next.clear();
        again.clear();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return texts.get("change.head");
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("Tab", texts.get("key.tab")), new KeyHint("Enter", texts.get("key.enter")));
    }

    @Override
    public void shown() {
        root.applyCss();
        Node first = model.done().get() ? column.lookup(".button") : old;
        first.requestFocus();
    }

    @Override
    public void languageChanged() {
        render();
        problem.languageChanged();
    }

    @Override
    public void left() {
        clear();
    }
}
