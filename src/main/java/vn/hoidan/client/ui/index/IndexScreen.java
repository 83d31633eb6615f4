package vn.hoidan.client.ui.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.machine.Look;
import vn.hoidan.client.app.sync.SyncDesk;
import vn.hoidan.client.app.sync.SyncStatus;
import vn.hoidan.client.app.work.SupervisorWork;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.Figures;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.KeyAct;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.KeyLine;
import vn.hoidan.client.ui.kit.KeyTable;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.Rows;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Scrolling;
import vn.hoidan.client.ui.kit.Tabbed;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.core.index.IndexReport;

/// The index so far: a page of charts for each question that is asked of it, the same as tables, and how it was
/// counted. Always with intervals, and marked provisional while fieldwork goes on.
public final class IndexScreen implements Screen {
    static final String BUNDLE = "vn/hoidan/client/ui/index/index";

    private static final double ROW_PIXELS = 46;
    /// Width at 100 % from which there is room for every column.
    private static final double WIDE_PIXELS = 1080;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final Map<IndexPage, Feather> ICONS = Map.of(IndexPage.OVERVIEW, Feather.BAR_CHART_2,
            IndexPage.ELEMENTS, Feather.LAYERS, IndexPage.ITEMS, Feather.LIST, IndexPage.DISTRICTS, Feather.MAP,
            IndexPage.ANSWERS, Feather.MESSAGE_SQUARE, IndexPage.ROUNDS, Feather.TRENDING_UP,
            IndexPage.SERIES, Feather.CALENDAR, IndexPage.SAMPLE,
            Feather.USERS, IndexPage.METHOD, Feather.INFO);

    private final IndexModel model;
    private final SyncDesk sync;
    private final ScreenTools tools;
    private final Texts texts;
    private final KeyTable keys;
    private final Label name = new Label();
    private final Figures overall = new Figures();
    private final Label verdict = new Label();
    private final Label as = new Label();
    private final Label provisional = new Label();
    private final Label empty = new Label();
    private final Label axisNote = new Label();
    private final Label detail = new Label();
    private final HBox head = new HBox();
    private final FlowPane pages = new FlowPane();
    private final HBox heads = new HBox();
    private final Lane ruler = new Lane();
    private final ListView<IndexLine> lines = new ListView<>();
    private final VBox chart = new VBox();
    private final TableView<List<String>> table = new TableView<>();
    private final MethodPane method = new MethodPane();
    private final ProblemPane problem;
    private final StackPane middle = new StackPane();
    private final VBox root;
    private final Scrolling page;
    private final ChangeListener<Look> looked = (_, _, _) -> arrange();
    private final Consumer<SyncStatus> listener = this::renderTime;
    private final ReadOnlyBooleanWrapper wide = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper charts = new ReadOnlyBooleanWrapper(true);
    private Axis axis = Axis.NONE;
    private boolean asTable;

    public IndexScreen(SupervisorWork work, SyncDesk sync, ScreenTools tools) {
        this.model = new IndexModel(work, tools.writer());
        this.sync = sync;
        this.tools = tools;
        this.texts = tools.texts(BUNDLE);
        this.problem = new ProblemPane(tools.language());
        this.keys = keyTable();
        prepare();
        HBox state = new HBox(as, provisional);
        state.getStyleClass().add("index-state");
        state.setAlignment(Pos.CENTER_LEFT);
        root = Theme.styled(new VBox(head, state, problem, empty, pages, axisNote, middle, detail),
                "/vn/hoidan/client/ui/index/index.css");
        root.getStyleClass().add("index");
        VBox.setVgrow(middle, Priority.ALWAYS);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (keys.press(event, false)) {
                event.consume();
            }
        });
        page = new Scrolling(root);
        page.widthProperty().addListener((_, _, _) -> arrange());
        tools.looks().property().addListener(looked);
        model.report().addListener((_, before, _) -> {
            render();
            // what is not shown cannot take the keyboard, so the first report brings it
            if (before.isEmpty()) {
                focus();
            }
        });
        model.looked().addListener((_, _, _) -> render());
        model.page().addListener((_, _, _) -> turn());
        model.problem().addListener((_, _, now) -> now.ifPresentOrElse(problem::show, problem::clear));
        render();
        sync.listen(listener);
    }

    private KeyTable keyTable() {
        int count = IndexPage.values().length;
        return new KeyTable(texts, List.of(
                KeyLine.of("key.pages", IntStream.rangeClosed(1, count).mapToObj(number ->
                        KeyAct.on(String.valueOf(number), () -> model.show(IndexPage.values()[number - 1])))
                        .toArray(KeyAct[]::new)),
                KeyLine.of("key.sides", KeyAct.on("←", () -> model.show(model.page().get().next(-1))),
                        KeyAct.on("→", () -> model.show(model.page().get().next(1)))),
                KeyLine.of("key.lines", KeyAct.told("↑ ↓")),
                KeyLine.of("key.table", KeyAct.on("T", this::toggleTable)),
                KeyLine.of("key.copy", KeyAct.on("Ctrl+C", this::copy))));
    }

    private void prepare() {
        name.getStyleClass().add("headline");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        overall.getStyleClass().add("index-overall");
        verdict.getStyleClass().add("strong");
        as.getStyleClass().add("secondary");
        provisional.getStyleClass().add("index-provisional");
        empty.getStyleClass().add("index-empty");
        axisNote.getStyleClass().add("secondary");
        as.setMinWidth(Region.USE_PREF_SIZE);
        detail.setId("detail");
        detail.setMaxWidth(Double.MAX_VALUE);
        detail.getStyleClass().add("index-detail");
        HBox.setHgrow(provisional, Priority.ALWAYS);
        for (Label wrapped : List.of(name, verdict, provisional, empty, axisNote, detail)) {
            wrapped.setWrapText(true);
            if (wrapped != name) {
                wrapped.setMinHeight(Region.USE_PREF_SIZE);
            }
        }
        head.getStyleClass().add("index-head");
        head.setAlignment(Pos.CENTER_LEFT);
        pages.getStyleClass().add("index-pages");
        heads.getStyleClass().addAll("index-row", "index-heads");
        heads.setAlignment(Pos.CENTER_LEFT);
        ruler.visibleProperty().bind(charts);
        ruler.managedProperty().bind(charts);
        HBox.setHgrow(ruler, Priority.ALWAYS);
        Rows.prepare(lines, "lines", ROW_PIXELS, tools.looks(), _ -> new IndexCell(() -> axis, charts, wide));
        lines.getSelectionModel().selectedItemProperty().addListener((_, _, line) ->
                detail.setText(line == null ? "" : line.detail()));
        table.setId("table");
        table.getStyleClass().addAll("dense", "striped");
        chart.getChildren().setAll(heads, lines);
        middle.getChildren().setAll(chart, table, method);
    }

    private void arrange() {
        wide.set(page.getWidth() / tools.looks().scale().get() >= WIDE_PIXELS);
        root.pseudoClassStateChanged(NARROW, !wide.get());
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
        return keys.sheet();
    }

    @Override
    public void shown() {
        // Only with its skin does a scrolling page take its content into the scene.
        page.applyCss();
        model.load();
        focus();
    }

    @Override
    public void synced() {
        model.load();
    }

    @Override
    public boolean back() {
        if (table.isVisible()) {
            toggleTable();
            return true;
        }
        return false;
    }

    @Override
    public void languageChanged() {
        problem.languageChanged();
        render();
    }

    @Override
    public void left() {
        sync.forget(listener);
        tools.looks().property().removeListener(looked);
    }

    private void focus() {
        Node first = method.isVisible() ? method : table.isVisible() ? table : lines;
        first.requestFocus();
        if (lines.getSelectionModel().isEmpty()) {
            lines.getSelectionModel().selectFirst();
        }
    }

    private void toggleTable() {
        asTable = !asTable;
        turn();
    }

    private void turn() {
        render();
        lines.getSelectionModel().selectFirst();
        lines.scrollTo(0);
        focus();
    }

    private void copy() {
        model.report().get().ifPresent(report -> {
            IndexTable copied = IndexTable.of(model.page().get(), report, words(report));
            ClipboardContent content = new ClipboardContent();
            content.putString(Tabbed.of(copied.all()));
            Clipboard.getSystemClipboard().setContent(content);
            detail.setText(texts.get("copied", copied.rows().size()));
        });
    }

    private IndexWords words(IndexReport report) {
        return new IndexWords(tools, texts, report);
    }

    private void render() {
        boolean known = model.report().get().isPresent();
        empty.setText(texts.get("empty"));
        empty.setVisible(!known && model.looked().get());
        empty.setManaged(empty.isVisible());
        for (Node node : List.of(head, as, provisional, pages, axisNote, middle, detail)) {
            node.setVisible(known);
            node.setManaged(known);
        }
        model.report().get().ifPresent(this::render);
        renderTime(sync.status());
    }

    private void render(IndexReport report) {
        IndexWords words = words(report);
        name.setText(texts.get("head", words.in(report.heading().name())));
        overall.show(report.overall().map(shown -> words.percent(shown.estimate().value()) + " % ("
                + words.interval(shown.interval()) + ")").orElse(words.printed("base.none")));
        verdict.setText(report.overall().map(words::verdict).orElse(""));
        Button toTable = Acts.button("to-table", texts.get(asTable ? "act.chart" : "act.table"), "T", Feather.GRID,
                this::toggleTable, "flat");
        head.getChildren().setAll(name, overall, verdict, toTable);
        provisional.setText(report.provisional() ? texts.get("provisional", words.count(report.data().interviews()),
                words.count(report.data().wanted())) : "");
        provisional.setVisible(report.provisional());
        provisional.setManaged(report.provisional());
        pages.getChildren().setAll(Arrays.stream(IndexPage.values()).map(this::chooser).toList());
        renderPage(report, words);
    }

    private Node chooser(IndexPage each) {
        Button button = Acts.button("page-" + each.code(), texts.get("page." + each.code()),
                String.valueOf(each.ordinal() + 1), ICONS.get(each), () -> model.show(each), "flat");
        button.setFocusTraversable(false);
        if (each == model.page().get()) {
            button.getStyleClass().add("index-chosen");
        }
        return button;
    }

    private void renderPage(IndexReport report, IndexWords words) {
        IndexPage shown = model.page().get();
        boolean readable = shown == IndexPage.METHOD;
        method.setVisible(readable);
        table.setVisible(!readable && asTable);
        chart.setVisible(!readable && !asTable);
        method.show(report, words);
        List<IndexLine> laid = new IndexLines(report, words).of(shown);
        axis = Axis.of(laid, shown == IndexPage.ANSWERS ? OptionalDouble.empty()
                : OptionalDouble.of(report.target()));
        detail.setVisible(!readable);
        charts.set(laid.stream().anyMatch(line -> line.dot().isPresent()));
        axisNote.setText(new IndexReading(report, words, axis, chart.isVisible() && charts.get()).of(shown));
        int selected = lines.getSelectionModel().getSelectedIndex();
        lines.getItems().setAll(laid);
        if (selected >= 0 && selected < laid.size()) {
            lines.getSelectionModel().select(selected);
        }
        chart.getStyleClass().remove("index-rounds");
        if (shown == IndexPage.ROUNDS) {
            chart.getStyleClass().add("index-rounds");
        }
        heads(shown, words);
        fill(IndexTable.of(shown, report, words));
    }

    private void heads(IndexPage shown, IndexWords words) {
        List<String> ticks = new ArrayList<>();
        for (int tick = 0; tick <= Axis.TICKS; tick++) {
            ticks.add(Math.round(axis.tick(tick) * 100) + " %");
        }
        ruler.showAxis(axis, ticks);
        String sample = shown == IndexPage.SAMPLE ? "sample." : shown == IndexPage.ROUNDS ? "rounds." : "";
        Label base = columnHead(words.get("column." + sample + "base"), "index-base");
        Label note = columnHead(words.get(shown == IndexPage.SERIES ? "column.series.note"
                : "column." + sample + "note"), "index-note");
        for (Label column : List.of(base, note)) {
            column.visibleProperty().bind(wide);
            column.managedProperty().bind(wide);
        }
        heads.getChildren().setAll(columnHead(words.get("column." + shown.code()), "index-label"), ruler,
                columnHead(words.get("column." + sample + "figure"), "index-figure"),
                columnHead(words.get("column." + sample + "interval"), "index-interval"), base, note);
    }

    private static Label columnHead(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll("secondary", style);
        return label;
    }

    private void fill(IndexTable filled) {
        table.getColumns().clear();
        for (int index = 0; index < filled.heads().size(); index++) {
            int place = index;
            TableColumn<List<String>, String> column = new TableColumn<>(filled.heads().get(index));
            column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().get(place)));
            column.setSortable(false);
            table.getColumns().add(column);
        }
        table.getItems().setAll(filled.rows());
    }

    /// The index is as old as it is: its time always stands there, and that nothing newer came.
    private void renderTime(SyncStatus now) {
        model.report().get().ifPresent(report -> {
            boolean offline = now.network() == SyncStatus.Network.NOT_REACHED;
            String at = tools.formats().moment(report.heading().countedAt(), tools.clock().now());
            as.setText(texts.get(offline ? "as.offline" : "as.online", at));
            as.setGraphic(offline ? Icons.of(Feather.WIFI_OFF, "waiting") : Icons.of(Feather.CLOCK, "quiet"));
        });
    }
}
