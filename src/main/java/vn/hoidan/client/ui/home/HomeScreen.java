package vn.hoidan.client.ui.home;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.store.QuotaCount;
import vn.hoidan.client.app.sync.Unsent;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.Home;
import vn.hoidan.client.app.work.Training;
import vn.hoidan.client.app.work.Trial;
import vn.hoidan.client.ui.household.HouseholdScreen;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.Figures;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.InterviewOpener;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.QuotaBar;
import vn.hoidan.client.ui.kit.Rows;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Scrolling;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.quota.GiveScreen;
import vn.hoidan.client.ui.quota.HandOverScreen;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.Survey;

/// Quota of the district, the villages, and the next things to do; everything two keys away.
public final class HomeScreen implements Screen {
    static final String BUNDLE = "vn/hoidan/client/ui/home/home";
    static final String LOOKS = "/vn/hoidan/client/ui/home/home.css";
    private static final double TASK_PIXELS = 48;
    private static final String TRIAL_KEY = "Ctrl+T";

    private final FieldWork field;
    private final HomeModel model;
    private final ScreenTools tools;
    private final InterviewOpener interviews;
    private final TrialParts trials;
    private final Training training;
    private final Runnable onChange;
    private final Texts texts;
    private final Label today = new Label();
    private final HBox head = new HBox(today);
    private final Label tasksHead = new Label();
    private final Label empty = new Label();
    private final VBox district = new VBox();
    private final FlowPane villages = new FlowPane();
    private final MessageLine messages;
    private final Label unsent = new Label("", Icons.of(Feather.CLOCK, "waiting"));
    private final ListView<Home.Task> tasks = new ListView<>();
    private final ProblemPane problem;
    private final VBox root;
    private final Scrolling page;

    /// @param trials   what trial interviews need
    /// @param onChange told when something was recorded
    public HomeScreen(FieldWork field, ScreenTools tools, InterviewOpener interviews, TrialParts trials,
            Runnable onChange) {
        this.field = field;
        this.tools = tools;
        this.interviews = interviews;
        this.trials = trials;
        this.training = new Training(field, trials.exercises(), new Trial.Surroundings(tools.writer(), tools.clock()));
        this.onChange = onChange;
        this.texts = tools.texts(BUNDLE);
        this.model = new HomeModel(field, tools.writer());
        this.problem = new ProblemPane(tools.language());
        today.getStyleClass().add("headline");
        tasksHead.getStyleClass().add("subheadline");
        unsent.getStyleClass().add("secondary");
        unsent.setId("unsent");
        unsent.setWrapText(true);
        empty.getStyleClass().add("home-empty");
        empty.setWrapText(true);
        district.getStyleClass().add("district");
        villages.getStyleClass().add("villages");
        Rows.prepare(tasks, "tasks", TASK_PIXELS, tools.looks(), _ -> new TaskCell(tools, texts, this::open));
        tasks.addEventFilter(KeyEvent.KEY_PRESSED, this::taskKey);
        HBox.setHgrow(today, Priority.ALWAYS);
        today.setMaxWidth(Double.MAX_VALUE);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("home-head");
        messages = new MessageLine(field.mail(), tools, texts, this::messages);
        root = Theme.styled(new VBox(head, messages, unsent, problem, district, villages, empty, tasksHead, tasks),
                LOOKS);
        root.getStyleClass().add("home");
        page = new Scrolling(root);
        // A filter: the list would keep F2 for an editing that it does not have.
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.home().addListener((_, _, _) -> render());
        model.problem().addListener((_, _, now) -> now.ifPresentOrElse(problem::show, problem::clear));
        render();
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public String title() {
        return texts.get("title");
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("↑ ↓", texts.get("key.arrows")), new KeyHint("Enter", texts.get("key.enter")),
                new KeyHint("1–9", texts.get("key.digit")), new KeyHint("F2 F3 …", texts.get("key.village")),
                new KeyHint(MessageLine.KEY, texts.get("messages.title")),
                new KeyHint(TRIAL_KEY, texts.get("trial.title")));
    }

    @Override
    public void shown() {
        // Only with its skin does a scrolling page take its content into the scene.
        page.applyCss();
        model.load();
        messages.load();
        focus();
    }

    @Override
    public void synced() {
        model.load();
        messages.load();
    }

    @Override
    public void languageChanged() {
        render();
        messages.render();
        problem.languageChanged();
    }

    private void focus() {
        if (tasks.isVisible()) {
            tasks.requestFocus();
            if (tasks.getSelectionModel().isEmpty()) {
                tasks.getSelectionModel().selectFirst();
            }
        } else if (villages.lookup(".button") instanceof Node first) {
            first.requestFocus();
        } else {
            root.requestFocus();
        }
    }

    private void taskKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && tasks.getSelectionModel().getSelectedItem() != null) {
            open(tasks.getSelectionModel().getSelectedItem());
            event.consume();
        }
    }

    /// Digits open a task, F2 and the following keys a village.
    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (event.isShortcutDown() && code == KeyCode.T) {
            trial();
            event.consume();
            return;
        }
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (code == KeyCode.M && messages.hasMessages()) {
            messages();
            event.consume();
        } else if (code.isDigitKey()) {
            int index = code.getName().charAt(code.getName().length() - 1) - '1';
            if (index >= 0 && index < tasks.getItems().size()) {
                open(tasks.getItems().get(index));
                event.consume();
            }
        } else if (code.isFunctionKey()) {
            int index = code.ordinal() - KeyCode.F2.ordinal();
            List<Home.Village> known = model.home().get().map(Home::villages).orElse(List.of());
            if (index >= 0 && index < known.size()) {
                open(known.get(index).list());
                event.consume();
            }
        }
    }

    private void open(Home.Task task) {
        household(task.list(), task.household().household().number());
    }

    private void open(ListId list) {
        tools.navigator().open(new VillageScreen(model, list, tools, number -> household(list, number),
                () -> tools.navigator().open(new GiveScreen(field, list, tools, onChange)),
                () -> tools.navigator().open(new HandOverScreen(field, list, tools, onChange))));
    }

    private void household(ListId list, int number) {
        tools.navigator().open(new HouseholdScreen(field, list, number, tools, interviews, onChange));
    }

    private void messages() {
        tools.navigator().open(new MessageScreen(field.mail(), tools, texts));
    }

    private void trial() {
        Optional<Text> survey = model.home().get().flatMap(Home::survey).map(Survey::name);
        tools.navigator().open(new TrialScreen(training, trials.opener(), survey, tools, texts));
    }

    /// Where work is that the office does not have.
    private void renderUnsent(Optional<Unsent> some) {
        unsent.setText(some.map(each -> each.inFile() == 0 ? texts.get("unsent", each.interviews())
                : texts.get("unsent.inFile", each.interviews(), each.inFile(), tools.formats().moment(
                        each.writtenAt().orElseThrow(), tools.clock().now()))).orElse(""));
        show(unsent, some.isPresent());
    }

    private void render() {
        today.setText(texts.get("today", tools.formats().today(tools.clock().now())));
        Button trial = Acts.button("trial", texts.get("trial.title"), TRIAL_KEY, Feather.EDIT_3, this::trial);
        // a list of tasks keeps the focus: this is not what one comes for
        trial.setFocusTraversable(false);
        head.getChildren().setAll(today, trial);
        tasksHead.setText(texts.get("tasks"));
        Optional<Home> home = model.home().get();
        renderUnsent(home.map(Home::unsent).filter(each -> each.interviews() > 0));
        renderDistrict(home.flatMap(Home::district));
        List<Home.Village> known = home.map(Home::villages).orElse(List.of());
        villages.getChildren().clear();
        for (int index = 0; index < known.size(); index++) {
            villages.getChildren().add(new VillageCard(known.get(index), index, tools, texts, this::open));
        }
        show(villages, !known.isEmpty());
        boolean nothing = home.isPresent() && known.isEmpty();
        empty.setText(texts.get("empty"));
        show(empty, nothing);
        int selected = tasks.getSelectionModel().getSelectedIndex();
        List<Home.Task> next = home.map(Home::tasks).orElse(List.of());
        tasks.getItems().setAll(next);
        // It keeps its room also while it is empty: a list that was filled while it had no height has been seen to
        // stay without rows.
        tasks.setVisible(!next.isEmpty());
        show(tasksHead, !next.isEmpty());
        if (!next.isEmpty()) {
            tasks.getSelectionModel().select(Math.clamp(selected, 0, next.size() - 1));
            Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
            if (owner == null || owner == root) {
                focus();
            }
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void renderDistrict(Optional<QuotaCount> count) {
        show(district, count.isPresent());
        count.ifPresent(quota -> {
            Label name = new Label(quota.name());
            name.getStyleClass().add("subheadline");
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox line = new HBox(name, figure("district.target", quota.target()), figure("district.done", quota.done()),
                    figure("district.mine", quota.mine()), figure("district.left", quota.left()));
            line.getStyleClass().add("district-line");
            line.setAlignment(Pos.CENTER_LEFT);
            QuotaBar bar = new QuotaBar();
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.show(quota.target(), quota.done(), 0, texts.get("bar", quota.name(), quota.done(), quota.target()));
            district.getChildren().setAll(line, bar);
        });
    }

    private Node figure(String key, int value) {
        Figures number = new Figures(tools.formats().number(value));
        number.getStyleClass().add("figure-large");
        Label caption = new Label(texts.get(key));
        caption.getStyleClass().add("secondary");
        VBox both = new VBox(number, caption);
        both.setAlignment(Pos.CENTER_RIGHT);
        both.getStyleClass().add("district-figure");
        return both;
    }
}
