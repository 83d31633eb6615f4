package vn.hoidan.client.ui.carry;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.carry.CarryOverview;
import vn.hoidan.client.app.sync.Unsent;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.Asking;
import vn.hoidan.client.ui.kit.FileDialogs;
import vn.hoidan.client.ui.kit.KeyAct;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.KeyLine;
import vn.hoidan.client.ui.kit.KeyTable;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.message.ProblemTexts;

/// Where work is that has not reached the office, and the two acts that bring it on without a network: write a file,
/// take one in.
public final class CarryScreen implements Screen {
    static final String LOOKS = "/vn/hoidan/client/ui/carry/carry.css";
    private static final String WRITE = "carry-write";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT);

    private final CarryModel model;
    private final String owner;
    private final ScreenTools tools;
    private final Texts texts;
    private final CarryParts parts;
    private final FileDialogs dialogs;
    private final Runnable onBack;
    private final VBox column = new VBox();
    private final ProblemPane problem;
    private final ProgressBar progress = new ProgressBar();
    private final CheckBox all = new CheckBox();
    private final ScrollPane root;
    private final KeyTable keys;
    private String focused = WRITE;

    /// @param owner  letters that tell files of several people apart
    /// @param onBack takes the screen away
    public CarryScreen(CarryModel model, String owner, ScreenTools tools, Runnable onBack) {
        this(model, owner, tools, FileDialogs.ofSystem(Envelope.FILE_ENDING), onBack);
    }

    CarryScreen(CarryModel model, String owner, ScreenTools tools, FileDialogs dialogs, Runnable onBack) {
        this.model = model;
        this.owner = owner;
        this.tools = tools;
        this.texts = tools.texts("vn/hoidan/client/ui/carry/carry");
        this.parts = new CarryParts(texts);
        this.dialogs = dialogs;
        this.onBack = onBack;
        this.problem = new ProblemPane(tools.language());
        column.getStyleClass().add("carry");
        StackPane middle = new StackPane(column);
        middle.getStyleClass().add("carry-ground");
        root = Theme.styled(new ScrollPane(middle), LOOKS);
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.setFocusTraversable(false);
        keys = new KeyTable(texts, List.of(KeyLine.of("write", KeyAct.on("1", this::write)).when(this::free).once(),
                KeyLine.of("take", KeyAct.on("2", this::take)).when(this::free).once(),
                KeyLine.of("wait", KeyAct.on("3", this::await)).when(this::free).once(),
                KeyLine.of("go.title", KeyAct.on("4", this::visit)).when(this::free).once(),
                KeyLine.of("seen", KeyAct.on("5", model::refusalsSeen)).when(this::refused).once(),
                KeyLine.of("key.tab", KeyAct.told("Tab"))));
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (keys.press(event, false)) {
                event.consume();
            }
        });
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("carry-progress");
        progress.visibleProperty().bind(model.busy());
        all.setId("carry-all");
        all.setWrapText(true);
        model.overview().addListener((_, _, _) -> render());
        model.written().addListener((_, _, _) -> render());
        model.read().addListener((_, _, _) -> render());
        model.busy().addListener((_, _, _) -> render());
        model.problem().addListener((_, _, now) -> now.ifPresentOrElse(problem::show, problem::clear));
        render();
    }

    private void render() {
        remember();
        List<Node> rows = new ArrayList<>(List.of(parts.text("headline", texts.get("title")),
                parts.text("secondary", texts.get("say")), progress, problem));
        model.overview().get().ifPresent(overview -> {
            rows.add(own(overview));
            rows.add(others(overview));
        });
        model.written().get().ifPresent(done -> rows.add(written(done)));
        model.read().get().ifPresent(done -> rows.add(parts.read(texts.get("read"), done)));
        all.setText(texts.get("all"));
        rows.add(all);
        rows.add(buttons());
        column.getChildren().setAll(rows);
        giveBack();
    }

    /// The buttons are made anew each time, and none of them has the focus while a file is written or read: the page
    /// keeps it then, or it would go on to what is not disabled.
    private void remember() {
        Optional.ofNullable(column.getScene()).map(Scene::getFocusOwner).map(Node::getId)
                .filter(id -> column.lookup("#" + id) != null).ifPresent(id -> {
                    focused = id;
                    if (!free()) {
                        root.requestFocus();
                    }
                });
    }

    private void giveBack() {
        Node owner = Optional.ofNullable(column.getScene()).map(Scene::getFocusOwner).orElse(null);
        boolean ours = owner == null || owner.getScene() == null || owner == root || owner.isDisabled();
        if (column.getScene() != null && ours && free()) {
            column.applyCss();
            Optional.ofNullable(column.lookup("#" + focused)).ifPresent(Node::requestFocus);
        }
    }

    private Node own(CarryOverview overview) {
        Unsent unsent = overview.own();
        VBox box = parts.box(texts.get("own"));
        if (overview.seeksLog()) {
            box.getChildren().add(parts.line(Feather.UPLOAD, "waiting", texts.get("own.seeksLog")));
        }
        if (unsent.interviews() == 0) {
            box.getChildren().add(parts.line(Feather.CHECK_CIRCLE, "good", texts.get("own.none")));
            return box;
        }
        box.getChildren().addAll(parts.line(Feather.CLOCK, "waiting", texts.get("own.waiting", unsent.interviews())),
                unsent.inFile() == 0 ? parts.line(Feather.ALERT_TRIANGLE, "waiting", texts.get("own.onlyHere"))
                        : parts.line(Feather.FILE, "good", texts.get("own.inFile", unsent.inFile(), unsent.writtenAt()
                                .map(at -> tools.formats().moment(at, tools.clock().now())).orElseThrow())));
        return box;
    }

    private Node others(CarryOverview overview) {
        VBox box = parts.box(texts.get("others"));
        overview.carried().forEach(each -> box.getChildren().add(parts.line(Feather.ARROW_UP_CIRCLE, "waiting",
                texts.get(each.records() == 0 ? "others.asks" : "others.carried", each.whose(), each.envelopes(),
                        each.records()))));
        overview.answers().forEach(each -> box.getChildren().add(parts.line(Feather.ARROW_DOWN_CIRCLE, "good",
                texts.get("others.answers", each.whose(), each.envelopes()))));
        overview.refused().forEach(each -> box.getChildren().add(parts.line(Feather.ALERT_TRIANGLE, "waiting",
                texts.get("others.refused", each.whose(), each.envelopes(),
                        ProblemTexts.of(each.problem(), tools.language().now()).what()))));
        if (!overview.refused().isEmpty()) {
            box.getChildren().addAll(parts.text("secondary", texts.get("others.refused.next")),
                    Acts.button("carry-seen", texts.get("seen"), "5", Feather.CHECK, model::refusalsSeen));
        } else if (overview.carried().isEmpty() && overview.answers().isEmpty()) {
            box.getChildren().add(parts.text("secondary", texts.get("others.none")));
        }
        return box;
    }

    private Node written(CarryOverview.Written done) {
        VBox box = parts.box(texts.get("written"));
        box.setId("carry-outcome");
        box.getChildren().addAll(parts.line(Feather.CHECK_CIRCLE, "good", texts.get("written.file", done.file())),
                parts.text("secondary", texts.get("written.next")));
        if (done.ofOthers() > 0) {
            box.getChildren().add(parts.text("secondary", texts.get("written.others", done.ofOthers())));
        }
        return box;
    }

    private Node buttons() {
        FlowPane row = new FlowPane(
                Acts.button(WRITE, texts.get("write"), "1", Feather.UPLOAD, this::write, "accent"),
                Acts.button("carry-read", texts.get("take"), "2", Feather.DOWNLOAD, this::take),
                Acts.button("carry-wait", texts.get("wait"), "3", Feather.RADIO, this::await),
                Acts.button("carry-go", texts.get("go.title"), "4", Feather.USERS, this::visit),
                Acts.button("carry-back", texts.get("back"), "Esc", Feather.ARROW_LEFT, onBack, "flat"));
        row.setDisable(model.busy().get());
        row.getStyleClass().add("carry-buttons");
        return row;
    }

    private boolean refused() {
        return free() && model.overview().get().filter(overview -> !overview.refused().isEmpty()).isPresent();
    }

    private boolean free() {
        return !model.busy().get();
    }

    private void write() {
        String at = NAME.format(ZonedDateTime.ofInstant(tools.clock().now(), tools.clock().zone()));
        String name = "hoidan-" + owner + "-" + at + "." + Envelope.FILE_ENDING;
        Asking.on(root, tools.navigator(), window -> dialogs.toWrite(window, texts.get("kind"), name))
                .ifPresent(file -> model.write(file, all.isSelected()));
    }

    private void take() {
        Asking.on(root, tools.navigator(), window -> dialogs.toRead(window, texts.get("kind"))).ifPresent(model::read);
    }

    /// Takes this file in, as if it had been chosen here.
    ///
    /// @return false if another is written or read; nothing was begun then
    public boolean take(Path file) {
        boolean free = free();
        if (free) {
            model.read(file);
        }
        return free;
    }

    private void await() {
        meet(true);
    }

    private void visit() {
        meet(false);
    }

    private void meet(boolean waits) {
        tools.navigator().open(new MeetingScreen(model.meeting(all.isSelected()), waits, tools, texts));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return texts.get("title");
    }

    @Override
    public List<KeyHint> keys() {
        return keys.sheet();
    }

    @Override
    public void shown() {
        model.load();
        root.applyCss();
        column.lookup("#" + WRITE).requestFocus();
    }

    @Override
    public void synced() {
        model.load();
    }

    @Override
    public void languageChanged() {
        render();
        problem.languageChanged();
    }
}
