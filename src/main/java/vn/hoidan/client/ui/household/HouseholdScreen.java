package vn.hoidan.client.ui.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.sync.Whereabouts;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.Home;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.ui.household.HouseholdModel.Step;
import vn.hoidan.client.ui.keying.PaperStartScreen;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.InterviewOpener;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.client.ui.quota.AskFirst;
import vn.hoidan.client.ui.quota.GroupWords;
import vn.hoidan.client.ui.quota.PlaceWords;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.Outcome;

/// The card of one household and the small steps from it: consent, attempt, reason, appointment. Each step fills the
/// column with one question; a digit answers it.
public final class HouseholdScreen implements Screen {
    private final HouseholdModel model;
    private final ScreenTools tools;
    private final InterviewOpener interviews;
    private final Supplier<Screen> paper;
    private final Texts texts;
    private final VBox column = new VBox();
    private final ProblemPane problem;
    private final ScrollPane root;
    private final AppointmentForm appointment;
    /// Null where there is nothing to be advised about.
    private AskFirst askFirst;
    /// What each key does in this step.
    private List<Button> digits = List.of();

    /// @param onChange told when something was recorded
    public HouseholdScreen(FieldWork field, ListId list, int household, ScreenTools tools, InterviewOpener interviews,
            Runnable onChange) {
        this.tools = tools;
        this.interviews = interviews;
        this.paper = () -> new PaperStartScreen(field, list, household, tools, work -> keyed(work, onChange));
        this.texts = tools.texts(StateMark.BUNDLE);
        this.model = new HouseholdModel(field, tools.writer(), tools.clock(), list, household, this::hold, onChange);
        this.problem = new ProblemPane(tools.language());
        this.appointment = new AppointmentForm(model, texts, tools.formats());
        column.getStyleClass().add("household");
        StackPane ground = new StackPane(column);
        ground.getStyleClass().add("household-ground");
        root = Theme.styled(new ScrollPane(ground), "/vn/hoidan/client/ui/household/household.css");
        root.setFitToWidth(true);
        root.setFocusTraversable(false);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.step().addListener((_, _, _) -> render());
        model.shown().addListener((_, _, _) -> render());
        model.problem().addListener((_, _, now) -> tell(now));
        model.busy().addListener((_, _, busy) -> disable(busy));
    }

    /// The focus is moved before the buttons are switched off, or it would go on to a button of the bar.
    private void disable(boolean busy) {
        if (busy) {
            root.requestFocus();
        }
        column.setDisable(busy);
        if (!busy) {
            focus();
        }
    }

    private void hold(InterviewWork work) {
        tools.navigator().open(interviews.open(work, tools.navigator()::back));
    }

    /// A form filled in on paper is keyed: its screen takes the place of the one on which it was taken up.
    private void keyed(InterviewWork work, Runnable onChange) {
        onChange.run();
        tools.navigator().replace(interviews.open(work, tools.navigator()::back));
    }

    private void paper() {
        if (model.mayBegin()) {
            tools.navigator().open(paper.get());
        }
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return model.shown().get().map(shown -> StateMark.name(shown.status().household(),
                tools.language())).orElse(texts.get("title"));
    }

    @Override
    public List<KeyHint> keys() {
        List<KeyHint> keys = new ArrayList<>(List.of(new KeyHint("Enter", texts.get("key.enter")),
                new KeyHint("A", texts.get("key.attempt")), new KeyHint("H", texts.get("key.appointment")),
                new KeyHint("P", texts.get("key.paper")),
                new KeyHint("1–9", texts.get("key.digit"))));
        if (askFirst != null) {
            keys.add(new KeyHint("G", tools.texts(GroupWords.BUNDLE).get("key.ask")));
        }
        keys.add(new KeyHint("Esc", texts.get("key.back")));
        return keys;
    }

    @Override
    public void shown() {
        model.load();
    }

    @Override
    public void synced() {
        if (model.step().get() == Step.CARD && !model.busy().get()) {
            model.load();
        }
    }

    @Override
    public boolean back() {
        return model.back();
    }

    @Override
    public void languageChanged() {
        appointment.languageChanged();
        render();
        problem.languageChanged();
    }

    private void tell(Optional<Problem> now) {
        now.ifPresentOrElse(problem::show, problem::clear);
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || model.busy().get()) {
            return;
        }
        boolean taken = switch (event.getCode()) {
            case A -> onCard(model::attempt);
            case H -> onCard(model::appointment);
            case P -> onCard(this::paper);
            case G -> onCard(this::ask);
            case ENTER -> onCard(model::interview);
            default -> digit(event.getCode());
        };
        if (taken) {
            event.consume();
        }
    }

    private boolean onCard(Runnable act) {
        if (model.step().get() != Step.CARD) {
            return false;
        }
        act.run();
        return true;
    }

    private boolean digit(KeyCode code) {
        if (!code.isDigitKey() || model.step().get() == Step.APPOINTMENT) {
            return false;
        }
        int index = code.getName().charAt(code.getName().length() - 1) - '1';
        if (index >= 0 && index < digits.size()) {
            digits.get(index).fire();
            return true;
        }
        return false;
    }

    private void render() {
        digits = List.of();
        askFirst = null;
        model.shown().get().ifPresentOrElse(shown -> column.getChildren().setAll(switch (model.step().get()) {
            case CARD -> card(shown);
            case CONSENT -> consent(shown);
            case ATTEMPT -> attempt();
            case REASON -> reason(shown);
            case APPOINTMENT -> List.of(head("appointment.head"), problem, appointment.node());
        }), column.getChildren()::clear);
        tell(model.problem().get());
        focus();
    }

    /// After the key press that led here, or its letter would be typed into the field in focus.
    private void focus() {
        UiThread.later(() -> {
            if (root.getScene() == null) {
                return;
            }
            // Only with its skin does the pane take its content into the scene.
            root.applyCss();
            if (model.step().get() == Step.APPOINTMENT) {
                appointment.focus();
            } else if (model.step().get() == Step.CONSENT) {
                // Nothing is in focus: neither answer may be given by a key pressed for something else.
                root.requestFocus();
            } else {
                Node first = column.lookup(".act");
                (first == null ? root : first).requestFocus();
            }
        });
    }

    private List<Node> card(HouseholdModel.Shown shown) {
        Label name = new Label(StateMark.name(shown.status().household(), tools.language()));
        name.getStyleClass().add("headline");
        Label state = StateMark.of(shown.status().state(), tools.language());
        state.getStyleClass().add("strong");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(name, state);
        head.setAlignment(Pos.CENTER_LEFT);
        List<Node> parts = new ArrayList<>(List.of(head,
                line(Feather.HOME, shown.village().quota().name())));
        if (!shown.status().household().place().isEmpty()) {
            parts.add(1, line(Feather.MAP_PIN, shown.status().household().place()));
        }
        if (shown.status().drawnInReserve()) {
            parts.add(line(Feather.INFO, texts.get("card.reserve")));
        }
        Optional.ofNullable(shown.village().whereabouts().get(shown.status().household().number()))
                .ifPresent(place -> parts.add(whereabouts(place)));
        parts.add(problem);
        if (!shown.opened().isEmpty()) {
            Label opened = line(Feather.UNLOCK, texts.get("card.opened", String.join(", ", shown.opened())));
            opened.getStyleClass().add("household-opened");
            parts.add(opened);
        }
        if (model.canInterview()) {
            parts.add(acts());
            shown.village().open().ifPresent(place -> parts.addAll(free(shown.village(), place)));
        }
        Label attempts = new Label(texts.get("card.attempts"));
        attempts.getStyleClass().add("subheadline");
        parts.add(attempts);
        parts.add(new AttemptTimeline(shown, texts, tools.formats(), tools.clock().now()));
        return parts;
    }

    /// At a place of a free quota: what is left, and whom to ask.
    private List<Node> free(Home.Village village, Home.OpenPlace place) {
        List<Node> parts = new ArrayList<>(PlaceWords.of(village, place, tools).stream()
                .map(says -> line(Feather.USERS, says)).toList());
        if (!model.goesOn() && AskFirst.helpsAt(place)) {
            askFirst = new AskFirst(place, tools.texts(GroupWords.BUNDLE), this::focus);
            parts.add(askFirst);
        }
        return parts;
    }

    private void ask() {
        if (askFirst != null) {
            // after the key press that led here, or its letter would be typed into the field
            UiThread.later(askFirst::takeFocus);
        }
    }

    private Label whereabouts(Whereabouts place) {
        Label line = new Label(StateMark.words(place, tools.language()), StateMark.icon(place));
        line.setWrapText(true);
        line.getStyleClass().add("household-line");
        return line;
    }

    private Node acts() {
        Button start = Acts.button("start", texts.get(model.goesOn() ? "act.goOn" : "act.start"), "⏎",
                Feather.PLAY, model::interview, "accent");
        Button attempt = Acts.button("attempt", texts.get("act.attempt"), "A", Feather.CORNER_UP_LEFT, model::attempt);
        Button appoint = Acts.button("appointment", texts.get("act.appointment"), "H", Feather.CALENDAR,
                model::appointment);
        FlowPane row = new FlowPane(start, attempt, appoint);
        if (!model.goesOn()) {
            row.getChildren().add(Acts.button("paper", texts.get("act.paper"), "P", Feather.FILE_TEXT, this::paper));
        }
        row.getStyleClass().add("household-acts");
        return row;
    }

    private List<Node> consent(HouseholdModel.Shown shown) {
        Label text = new Label(shown.consent().text().in(tools.language().now()));
        text.setWrapText(true);
        text.getStyleClass().add("consent-text");
        Button agree = Acts.button("agree", texts.get("consent.agree"), "1", Feather.CHECK,
                () -> model.agree(InterviewMode.FACE_TO_FACE, tools.language().now()), "success");
        Button decline = Acts.button("decline", texts.get("consent.decline"), "2", Feather.X, model::decline);
        Button alone = Acts.button("agree-alone", texts.get("consent.alone"), "3", Feather.USER,
                () -> model.agree(InterviewMode.ALONE_ON_DEVICE, tools.language().now()));
        digits = List.of(agree, decline, alone);
        FlowPane row = new FlowPane(agree, decline, alone);
        row.getStyleClass().add("household-acts");
        return List.of(head("consent.head"), line(Feather.VOLUME_2, texts.get("consent.aloud")), text, problem, row);
    }

    private List<Node> attempt() {
        List<Button> buttons = new ArrayList<>();
        for (Outcome outcome : model.outcomes()) {
            buttons.add(Acts.button("outcome-" + outcome.code(), texts.get("outcome." + outcome.code()),
                    String.valueOf(buttons.size() + 1), icon(outcome), () -> model.choose(outcome), "wide"));
        }
        return choice("attempt.head", buttons);
    }

    private List<Node> reason(HouseholdModel.Shown shown) {
        List<Button> buttons = new ArrayList<>();
        shown.consent().refusalReasons().forEach(reason -> buttons.add(Acts.button("reason-" + reason.code(),
                reason.label().in(tools.language().now()), String.valueOf(buttons.size() + 1), Feather.SLASH,
                () -> model.refuse(reason.code()), "wide")));
        return choice(model.goesOn() ? "reason.headBroken" : "reason.head", buttons);
    }

    private List<Node> choice(String head, List<Button> buttons) {
        digits = buttons;
        VBox all = new VBox();
        all.getStyleClass().add("household-choices");
        all.getChildren().addAll(buttons);
        return List.of(head(head), problem, all);
    }

    static Feather icon(Outcome outcome) {
        return switch (outcome) {
            case INTERVIEW_STARTED -> Feather.PLAY;
            case NOT_AT_HOME -> Feather.HOME;
            case APPOINTMENT -> Feather.CALENDAR;
            case REFUSED -> Feather.SLASH;
            case NO_ELIGIBLE_ADULT -> Feather.USER_X;
            case NOT_FOUND -> Feather.MAP_PIN;
            case BROKEN_OFF -> Feather.STOP_CIRCLE;
            case QUOTA_FULL -> Feather.PAUSE_CIRCLE;
            case INTERVIEWED_ELSEWHERE -> Feather.CHECK_CIRCLE;
        };
    }

    private Label head(String key) {
        Label head = new Label(texts.get(key));
        head.getStyleClass().add("headline");
        head.setWrapText(true);
        return head;
    }

    private static Label line(Feather icon, String text) {
        Label line = new Label(text, Icons.of(icon, "quiet"));
        line.setWrapText(true);
        line.getStyleClass().add("household-line");
        return line;
    }
}
