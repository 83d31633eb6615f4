package vn.hoidan.client.ui.signin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.ui.kit.CardButton;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.RoomyPage;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.survey.Role;

/// Who you are, joining, the PIN: one narrow column in the middle.
public final class SignInScreen implements Screen {
    private static final String CODE_EXAMPLE = "XXXXX-XXXXX-XXXXX-…";
    /// Choices that have a digit of their own.
    private static final int MOST_DIGITS = 9;
    /// Left and right of what stands on a person's button, in pixels.
    private static final double PERSON_PADDING = 36;

    private final SignInModel model;
    private final Texts texts;
    private final FormParts parts;
    private final BringBackForm bringBack;
    private final FirstRunForm firstRun;
    private final VBox column = new VBox();
    private final ProblemPane problem;
    private final ProgressBar progress = new ProgressBar();
    /// Where that is while something is done.
    private final StackPane working = new StackPane();
    private final RoomyPage root;
    private final PasswordField pin = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final TextField address = new TextField();
    private final TextField code = new TextField();
    private final Timeline seconds;
    /// What was rendered last; null before the first.
    private Step step;

    public SignInScreen(SignInModel model, ScreenTools tools) {
        this.model = model;
        this.texts = tools.texts("vn/hoidan/client/ui/signin/signin");
        this.parts = new FormParts(texts);
        this.firstRun = new FirstRunForm(model, tools, parts, () -> root().getScene().getWindow());
        this.bringBack = new BringBackForm(model, tools, parts);
        problem = new ProblemPane(texts.language());
        column.getStyleClass().add("sign-in");
        StackPane middle = new StackPane(column);
        middle.getStyleClass().add("sign-in-ground");
        root = Theme.styled(new RoomyPage(middle), "/vn/hoidan/client/ui/signin/signin.css");
        root.addEventFilter(KeyEvent.KEY_TYPED, this::digit);
        List.of(pin, again, address, code).forEach(field -> field.getStyleClass().add("sign-in-field"));
        pin.setId("pin");
        again.setId("pin-again");
        address.setId("address");
        code.setId("code");
        progress.getStyleClass().add("sign-in-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        working.getStyleClass().add("sign-in-progress");
        model.step().addListener((_, _, _) -> render());
        model.choices().addListener((javafx.collections.ListChangeListener<Choice>) _ -> render());
        model.problem().addListener((_, _, now) -> tell(now));
        model.busy().addListener((_, _, busy) -> focusAfter(busy));
        model.read().addListener((_, _, _) -> render());
        seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> model.tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        render();
    }

    @Override
    public Node node() {
        return root;
    }

    /// True once it is known who may be asked; before that there is nothing to see.
    public ReadOnlyBooleanProperty known() {
        return model.read();
    }

    private RoomyPage root() {
        return root;
    }

    @Override
    public String title() {
        return texts.get("title");
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("1–9", texts.get("key.digit")), new KeyHint("Tab", texts.get("key.tab")),
                new KeyHint("Enter", texts.get("key.enter")));
    }

    @Override
    public void shown() {
        seconds.play();
        focus();
    }

    /// Uses a file of the office as if it had been chosen here.
    ///
    /// @return false if something else is under way; nothing was begun then
    public boolean use(Path codeFile) {
        boolean free = !model.busy().get();
        model.useFile(codeFile);
        return free;
    }

    @Override
    public boolean back() {
        return model.back();
    }

    @Override
    public void languageChanged() {
        render();
        problem.languageChanged();
    }

    @Override
    public void left() {
        seconds.stop();
    }

    private void focusAfter(boolean busy) {
        working.getChildren().setAll(busy ? List.of(progress) : List.of());
        if (busy) {
            hold();
        }
        column.setDisable(busy);
        if (!busy) {
            focus();
        }
    }

    /// Before what has the keyboard goes away, or it would be handed on to a button of the bar.
    private void hold() {
        root.requestFocus();
    }

    private void tell(Optional<Problem> now) {
        now.ifPresentOrElse(problem::show, problem::clear);
        if (now.isPresent() && model.step().get() != Step.CODE && model.waitSeconds().get() == 0) {
            focus();
        }
    }

    private void digit(KeyEvent event) {
        String typed = event.getCharacter();
        if (model.step().get() == Step.CHOOSE && typed.matches("[1-9]")) {
            if (model.isFirstRun()) {
                firstRun.choose(typed);
                event.consume();
            }
            int index = typed.charAt(0) - '1';
            if (index < Math.min(MOST_DIGITS, model.choices().size())) {
                model.choose(model.choices().get(index));
                event.consume();
            }
        }
    }

    /// Nobody can be said to be missing before it is known who works here.
    private void render() {
        if (!model.read().get()) {
            return;
        }
        pin.clear();
        again.clear();
        if (step != model.step().get()) {
            step = model.step().get();
            code.clear();
        }
        hold();
        column.getChildren().setAll(switch (model.step().get()) {
            case CHOOSE -> chooser();
            case CODE -> codeForm();
            case NEW_PIN -> newPinForm();
            case PIN -> pinForm();
            case FORGOTTEN -> forgottenForm();
            case BRING_BACK -> bringBackForm();
            case REJOIN -> rejoinForm();
        });
        tell(model.problem().get());
        focus();
    }

    /// After the key press that led here, or its digit would be typed into the field in focus.
    private void focus() {
        UiThread.later(() -> {
            if (root.getScene() != null) {
                if (isBare(root)) {
                    // only a skin takes keys, and only with its own does a pane that scrolls take these into the scene
                    root.applyCss();
                }
                focusFirst();
            }
        });
    }

    /// True for a page that came since the window was last drawn.
    private static boolean isBare(Node node) {
        return node instanceof Control control && control.getSkin() == null || node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(SignInScreen::isBare);
    }

    private void focusFirst() {
        Node first = switch (model.step().get()) {
            case CHOOSE -> column.lookup(model.isFirstRun() ? FirstRunForm.FIRST : ".button");
            case CODE -> address;
            case NEW_PIN, PIN, BRING_BACK -> pin;
            case FORGOTTEN, REJOIN -> code;
        };
        if (first != null) {
            first.requestFocus();
        }
    }

    private List<Node> chooser() {
        if (model.isFirstRun()) {
            return firstRun.nodes(problem, working);
        }
        VBox people = new VBox();
        people.getStyleClass().add("sign-in-people");
        for (int index = 0; index < model.choices().size(); index++) {
            people.getChildren().add(person(model.choices().get(index), index));
        }
        Button join = parts.quiet("choose.join", model::byCode);
        join.setGraphic(Icons.of(Feather.KEY));
        join.setId("join-by-code");
        HBox more = new HBox(join);
        more.getStyleClass().add("sign-in-buttons");
        if (model.offersMore()) {
            more.getChildren().addAll(parts.quiet("first.file", firstRun::chooseFile),
                    parts.quiet("practise", model::practise));
        }
        return List.of(parts.head("choose.head"), parts.text("choose.say", "secondary"), problem, working,
                model.choices().isEmpty() ? parts.text("choose.nobody", "secondary") : people, more);
    }

    private Node person(Choice choice, int index) {
        String name = choice.person().name();
        String area = choice.person().areaName();
        boolean supervisor = choice.person().role() == Role.SUPERVISOR;
        boolean known = choice instanceof Choice.Known;
        Label who = new Label(name);
        who.getStyleClass().add("strong");
        String role = texts.get(supervisor ? "role.supervisor" : "role.enumerator");
        Label what = new Label(role + " · " + area);
        what.getStyleClass().add("secondary");
        who.setWrapText(true);
        what.setWrapText(true);
        VBox both = new VBox(who, what);
        both.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(both, Priority.ALWAYS);
        Label state = new Label(texts.get(known ? "choose.locked" : "choose.new"));
        state.getStyleClass().add("secondary");
        state.setGraphic(Icons.of(known ? Feather.LOCK : Feather.USER_PLUS, "quiet"));
        Label key = new Label(index < MOST_DIGITS ? String.valueOf(index + 1) : "");
        key.getStyleClass().add("key");
        key.setVisible(index < MOST_DIGITS);
        HBox row = new HBox(key, Icons.of(supervisor ? Feather.BAR_CHART_2 : Feather.CLIPBOARD, "lively"), both,
                state);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("sign-in-row");
        Button button = CardButton.of(row);
        button.setMaxWidth(Double.MAX_VALUE);
        state.setMinWidth(Region.USE_PREF_SIZE);
        row.prefWidthProperty().bind(button.widthProperty().subtract(PERSON_PADDING));
        button.getStyleClass().add("sign-in-person");
        button.setAccessibleText(name + ", " + role + ", " + area + ", " + state.getText());
        button.setOnAction(_ -> model.choose(choice));
        return button;
    }

    private List<Node> codeForm() {
        code.setPromptText(CODE_EXAMPLE);
        address.setPromptText(texts.get("code.address.example"));
        Button go = parts.act("code.go", Feather.ARROW_RIGHT, () -> model.useCode(address.getText(), code.getText()));
        model.fromFile().ifPresent(file -> {
            address.setText(file.address());
            code.setText(file.code().asText());
        });
        Label checking = parts.text("code.checking", "secondary");
        checking.visibleProperty().bind(model.busy());
        return List.of(parts.head("code.head"), parts.text("code.say", "secondary"), problem, working, checking,
                parts.labelled("code.address", address), parts.labelled("code.code", code), buttons(go));
    }

    private List<Node> newPinForm() {
        Button go = parts.act("newPin.go", Feather.CHECK, () -> {
            model.join(pin.getText().toCharArray(), again.getText().toCharArray());
            pin.clear();
            again.clear();
        });
        Label say = parts.text("newPin.say", "secondary", Laptop.SHORTEST_PIN);
        return List.of(parts.head("newPin.head"), who(), say, problem, working, parts.labelled("newPin.pin", pin),
                parts.labelled("newPin.again", again), buttons(go));
    }

    private List<Node> pinForm() {
        Button go = parts.act("pin.go", Feather.UNLOCK, () -> {
            model.enter(pin.getText().toCharArray());
            pin.clear();
        });
        go.disableProperty().bind(model.waitSeconds().greaterThan(0));
        Button forgotten = parts.quiet("pin.forgotten", model::forgotten);
        forgotten.setId("pin-forgotten");
        Button rejoin = parts.quiet("pin.newCode", model::newCode);
        rejoin.setId("pin-new-code");
        return List.of(parts.head("pin.head"), who(), problem, working, parts.labelled("pin.pin", pin), buttons(go),
                new HBox(forgotten, rejoin));
    }

    private List<Node> rejoinForm() {
        Button go = parts.act("rejoin.go", Feather.CHECK, () -> {
            model.rejoin(code.getText(), pin.getText().toCharArray());
            pin.clear();
        });
        go.disableProperty().bind(model.waitSeconds().greaterThan(0));
        code.setPromptText(CODE_EXAMPLE);
        return List.of(parts.head("rejoin.head"), who(), parts.text("rejoin.say", "secondary"), problem, working,
                parts.labelled("rejoin.code", code), parts.labelled("pin.pin", pin), buttons(go));
    }

    private List<Node> bringBackForm() {
        Button go = parts.act("bringBack.go", Feather.ROTATE_CCW, () -> {
            model.bringBack(pin.getText().toCharArray());
            pin.clear();
        });
        go.disableProperty().bind(model.waitSeconds().greaterThan(0));
        return List.of(parts.head("bringBack.head"), who(), problem, parts.text("bringBack.say", "secondary"),
                bringBack.copies(), working, parts.labelled("bringBack.pin", pin), buttons(go));
    }

    /// Device and turn are read to the office; what it reads back is typed.
    private List<Node> forgottenForm() {
        Button go = parts.act("forgotten.go", Feather.UNLOCK, () -> {
            model.recover(code.getText(), pin.getText().toCharArray(), again.getText().toCharArray());
            pin.clear();
            again.clear();
        });
        go.disableProperty().bind(model.waitSeconds().greaterThan(0));
        code.setPromptText("XXXX-XXXX-XXXX-XXXX");
        Label device = parts.text("forgotten.device", "sign-in-device", grouped(model.device()), model.turn().get());
        return List.of(parts.head("forgotten.head"), who(), device, parts.text("forgotten.say", "secondary"), problem,
                working, parts.labelled("forgotten.code", code), parts.labelled("newPin.pin", pin),
                parts.labelled("newPin.again", again), buttons(go));
    }

    /// In groups that can be read aloud.
    private static String grouped(String device) {
        return device.replaceAll("([0-9a-f]{4})(?=[0-9a-f])", "$1 ");
    }

    private Label who() {
        Label who = new Label(model.chosen().get().map(Choice::person)
                .map(person -> person.name() + " · " + person.areaName()).orElseGet(model::place));
        who.getStyleClass().add("strong");
        return who;
    }

    private Node buttons(Button go) {
        HBox row = new HBox(go, parts.quiet("back", model::back));
        row.getStyleClass().add("sign-in-buttons");
        return row;
    }
}
