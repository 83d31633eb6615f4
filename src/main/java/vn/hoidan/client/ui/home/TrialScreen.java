package vn.hoidan.client.ui.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.work.Training;
import vn.hoidan.client.app.work.Trial;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.Text;

/// Trial interviews: which one, anew or where it was left, and what came of the last.
final class TrialScreen implements Screen {
    private final Training training;
    private final TrialParts.Opener opener;
    private final Optional<Text> survey;
    private final ScreenTools tools;
    private final Texts texts;
    private final TrialBand band;
    private final Label title = new Label();
    private final Label lead = new Label();
    private final Label finished = new Label();
    private final VBox cards = new VBox();
    private final ProblemPane problem;
    private final BorderPane root;
    private final List<Runnable> acts = new ArrayList<>();
    /// Answers of the trial that was just completed; negative when none was.
    private int completed = -1;
    private boolean opening;

    /// @param survey name of the survey whose questionnaire can be tried
    TrialScreen(Training training, TrialParts.Opener opener, Optional<Text> survey, ScreenTools tools,
            Texts texts) {
        this.training = training;
        this.opener = opener;
        this.survey = survey;
        this.tools = tools;
        this.texts = texts;
        band = new TrialBand(texts);
        problem = new ProblemPane(tools.language());
        title.getStyleClass().add("headline");
        lead.setWrapText(true);
        finished.getStyleClass().add("trial-finished");
        finished.setWrapText(true);
        finished.managedProperty().bind(finished.visibleProperty());
        cards.getStyleClass().add("trial-cards");
        VBox page = new VBox(title, lead, finished, problem, cards);
        page.getStyleClass().add("home");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root = Theme.styled(new BorderPane(scroll), HomeScreen.LOOKS);
        root.setTop(band);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        render();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return texts.get("trial.title");
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint(acts.size() > 1 ? "1–" + acts.size() : "1", texts.get("trial.key")),
                new KeyHint("Esc", texts.get("key.back")));
    }

    @Override
    public void shown() {
        render();
        // only with its skin does a scrolling page take its content into the scene, where it can have the focus
        root.applyCss();
        Optional.ofNullable(cards.lookup(".button")).ifPresent(Node::requestFocus);
    }

    @Override
    public void languageChanged() {
        band.render();
        problem.languageChanged();
        render();
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (!code.isDigitKey() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int index = code.getName().charAt(code.getName().length() - 1) - '1';
        if (index >= 0 && index < acts.size()) {
            acts.get(index).run();
            event.consume();
        }
    }

    private void render() {
        title.setText(texts.get("trial.title"));
        lead.setText(texts.get("trial.lead"));
        finished.setVisible(completed >= 0);
        finished.setText(completed < 0 ? "" : texts.get("trial.finished", completed));
        acts.clear();
        cards.getChildren().setAll(card(Training.Form.EXERCISES, texts.get("trial.exercises"),
                texts.get("trial.exercises.more")));
        survey.ifPresent(name -> cards.getChildren().add(card(Training.Form.SURVEY,
                name.in(tools.language().now()), texts.get("trial.survey.more"))));
    }

    private Node card(Training.Form form, String name, String more) {
        Label head = new Label(name);
        head.getStyleClass().add("subheadline");
        head.setWrapText(true);
        Label says = new Label(more);
        says.getStyleClass().add("secondary");
        says.setWrapText(true);
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("trial-acts");
        Optional<Integer> answered = training.answered(form);
        String id = form == Training.Form.EXERCISES ? "trial-exercises" : "trial-survey";
        answered.ifPresent(count -> buttons.getChildren().add(button(id + "-on", texts.get("trial.goOn", count),
                Feather.PLAY, () -> goOn(form), "accent")));
        buttons.getChildren().add(answered.isPresent()
                ? button(id, texts.get("trial.anew"), Feather.ROTATE_CCW, () -> begin(form))
                : button(id, texts.get("trial.begin"), Feather.PLAY, () -> begin(form), "accent"));
        VBox card = new VBox(head, says, buttons);
        card.getStyleClass().add("trial-card");
        return card;
    }

    private Button button(String id, String text, Feather icon, Runnable act, String... styles) {
        acts.add(act);
        return Acts.button(id, text, String.valueOf(acts.size()), icon, act, styles);
    }

    private void begin(Training.Form form) {
        if (start()) {
            training.begin(form, tools.language().now(), this::open, this::tell);
        }
    }

    private void goOn(Training.Form form) {
        if (start()) {
            training.goOn(form, this::open, this::tell);
        }
    }

    /// False while one is being opened.
    private boolean start() {
        boolean free = !opening;
        opening = true;
        completed = -1;
        problem.clear();
        return free;
    }

    private void tell(Problem failed) {
        opening = false;
        problem.show(failed);
    }

    /// Nobody is shown where a completed trial is kept, because it is not: it goes at once.
    private void open(Trial trial) {
        opening = false;
        if (root.getScene() == null) {
            return;
        }
        trial.onChange(() -> {
            if (trial.completed()) {
                completed = trial.answers().size();
                tools.navigator().back();
            }
        });
        tools.navigator().open(new TrialPage(opener.open(trial, () -> texts.get("trial.title"),
                tools.navigator()::back), texts));
    }
}
