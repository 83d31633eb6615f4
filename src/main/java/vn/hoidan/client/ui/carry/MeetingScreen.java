package vn.hoidan.client.ui.carry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.meeting.MeetingLine;
import vn.hoidan.client.app.meeting.Meetings;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Scrolling;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.Typing;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;

/// Swaps work with a colleague in the same local network: one laptop waits and shows a code, the other goes there and
/// types it. Afterwards each holds what a stick would have brought.
final class MeetingScreen implements Screen {
    private static final int MOST_PLACE = 21;
    private static final int MOST_CODE = 20;
    private static final String CODE = "meeting-code";
    private static final String AGAIN = "meeting-again";

    private final MeetingModel model;
    private final boolean waits;
    private final ScreenTools tools;
    private final Texts texts;
    private final CarryParts parts;
    private final TextField place = field("meeting-place", MOST_PLACE);
    private final TextField code = field(CODE, MOST_CODE);
    private final ProgressBar progress = new ProgressBar();
    private final VBox column = new VBox();
    private final ProblemPane problem;
    private final Scrolling root;

    /// @param waits true on the laptop that waits, false on the one that goes there
    MeetingScreen(MeetingModel model, boolean waits, ScreenTools tools, Texts texts) {
        this.model = model;
        this.waits = waits;
        this.tools = tools;
        this.texts = texts;
        parts = new CarryParts(texts);
        problem = new ProblemPane(tools.language());
        column.getStyleClass().add("carry");
        StackPane middle = new StackPane(column);
        middle.getStyleClass().add("carry-ground");
        root = Theme.styled(new Scrolling(middle), CarryScreen.LOOKS);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("carry-progress");
        code.setOnAction(_ -> go());
        place.setOnAction(_ -> code.requestFocus());
        model.stage().addListener((_, old, now) -> staged(old, now));
        model.found().addListener((_, _, found) -> found(found));
        render();
    }

    private static TextField field(String id, int most) {
        TextField field = new TextField();
        field.setId(id);
        Typing.atMost(most, field);
        return field;
    }

    private void staged(MeetingModel.Stage old, MeetingModel.Stage now) {
        if (now instanceof MeetingModel.Stage.Together(MeetingLine.Progress far)
                && old instanceof MeetingModel.Stage.Together) {
            told(far);
            return;
        }
        problem.clear();
        if (now instanceof MeetingModel.Stage.Idle(Optional<Problem> failed)) {
            failed.ifPresent(problem::show);
        }
        render();
        focus();
    }

    private void told(MeetingLine.Progress far) {
        progress.setProgress(far.all() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) far.done() / far.all());
    }

    /// Whoever is found first is the one, most of the time.
    private void found(List<Meetings.Waiting> found) {
        found.stream().findFirst().filter(_ -> place.getText().isBlank())
                .ifPresent(first -> place.setText(first.place()));
        render();
    }

    private void render() {
        List<Node> rows = new ArrayList<>(List.of(parts.text("headline", title())));
        if (!(model.stage().get() instanceof MeetingModel.Stage.Met)) {
            rows.add(parts.text("secondary", texts.get(waits ? "wait.say" : "go.say")));
        }
        rows.add(problem);
        switch (model.stage().get()) {
            case MeetingModel.Stage.Idle _ -> rows.addAll(waits
                    ? List.of(again("wait.again", Feather.REPEAT, model::await)) : goRows());
            case MeetingModel.Stage.Seeking _ -> {
                progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
                rows.addAll(List.of(progress, parts.text("secondary", texts.get("seeking"))));
            }
            case MeetingModel.Stage.Waits(List<String> places, SpokenCode spoken) -> rows.addAll(
                    waitRows(places, spoken));
            case MeetingModel.Stage.Together(MeetingLine.Progress far) -> {
                told(far);
                rows.addAll(List.of(progress, parts.text("secondary", texts.get("together"))));
            }
            case MeetingModel.Stage.Met met -> rows.addAll(List.of(
                    parts.line(Feather.CHECK_CIRCLE, "good", texts.get("met")),
                    parts.read(texts.get("met.read"), met.met().read()),
                    again("met.back", Feather.ARROW_LEFT, tools.navigator()::back)));
        }
        column.getChildren().setAll(rows);
    }

    private Node again(String key, Feather icon, Runnable act) {
        return Acts.button(AGAIN, texts.get(key), "Enter", icon, act, "accent");
    }

    private List<Node> waitRows(List<String> places, SpokenCode spoken) {
        VBox box = parts.box(texts.get("wait.code"));
        Label large = parts.text("meeting-large", spoken.asText());
        large.setAccessibleText(String.join(" ", spoken.asText().split("")));
        box.getChildren().addAll(large, parts.text("secondary", texts.get("wait.place",
                String.join(", ", places))));
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        return List.of(box, progress, parts.line(Feather.CLOCK, "waiting", texts.get("wait.waiting")));
    }

    private List<Node> goRows() {
        VBox box = parts.box(texts.get("go.who"));
        if (model.found().get().isEmpty()) {
            box.getChildren().add(parts.text("secondary", texts.get("go.none")));
        }
        model.found().get().forEach(each -> box.getChildren().add(Acts.button("meeting-" + each.place(),
                texts.get("go.found", each.name(), each.place()), "", Feather.MONITOR, () -> {
                    place.setText(each.place());
                    code.requestFocus();
                })));
        place.setAccessibleText(texts.get("go.place"));
        code.setAccessibleText(texts.get("go.code"));
        FlowPane acts = new FlowPane(Acts.button("meeting-go", texts.get("go"), "Enter", Feather.REPEAT, this::go,
                "accent"), Acts.button("meeting-look", texts.get("go.look"), "", Feather.SEARCH, model::look));
        acts.getStyleClass().add("carry-buttons");
        return List.of(box, parts.text("strong", texts.get("go.place")), place,
                parts.text("strong", texts.get("go.code")), code, acts);
    }

    private void go() {
        String typed = code.getText();
        List<Integer> slips = SpokenCode.slips(typed, Meetings.CODE_GROUPS);
        if (place.getText().isBlank()) {
            place.requestFocus();
        } else if (slips.isEmpty()) {
            model.go(place.getText(), SpokenCode.parse(typed, Meetings.CODE_GROUPS).orElseThrow());
        } else {
            problem.show(Problem.of(ProblemKind.SPOKEN_CODE_SLIP, "groups",
                    slips.stream().map(String::valueOf).collect(Collectors.joining(", "))));
            code.requestFocus();
        }
    }

    private void focus() {
        root.applyCss();
        Optional.ofNullable(column.lookup("#" + AGAIN)).or(() -> Optional.of((Node) (place.getText().isBlank() ? place
                : code)).filter(field -> field.getScene() != null)).orElse(root).requestFocus();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return texts.get(waits ? "wait" : "go.title");
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("Tab", texts.get("key.tab")),
                new KeyHint("Enter", texts.get(waits ? "wait.again" : "go")),
                new KeyHint("Esc", texts.get("back")));
    }

    @Override
    public void shown() {
        if (model.stage().get() instanceof MeetingModel.Stage.Idle(Optional<Problem> failed) && failed.isEmpty()
                && model.found().get().isEmpty()) {
            if (waits) {
                model.await();
            } else {
                model.look();
            }
        }
        focus();
    }

    @Override
    public void languageChanged() {
        problem.languageChanged();
        render();
    }

    /// Nobody waits on a screen that is not there.
    @Override
    public void left() {
        model.end();
    }
}
