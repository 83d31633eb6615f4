package vn.hoidan.client.ui.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
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
import vn.hoidan.client.ui.index.IndexScreen;
import vn.hoidan.client.ui.index.LiveIndex;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.Figures;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.QuotaBar;
import vn.hoidan.client.ui.kit.Rows;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Scrolling;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.core.quota.Board;

/// Six districts at a glance, their communes and villages on request, the same as a table, and the devices.
public final class BoardScreen implements Screen {
    private static final double ROW_PIXELS = 46;
    /// Widths at 100 % from which there is room for every column, and for the devices beside them.
    private static final double WIDE_PIXELS = 1180;
    private static final double BESIDE_PIXELS = 900;
    private static final List<String> FIGURES =
            List.of("target", "accepted", "leased", "inWork", "pending", "left");

    private final BoardModel model;
    private final SupervisorWork work;
    private final SyncDesk sync;
    private final ScreenTools tools;
    private final Texts texts;
    private final Label name = new Label();
    private final Figures total = new Figures();
    private final Label as = new Label();
    private final Label legend = new Label();
    private final Label empty = new Label();
    private final Label status = new Label();
    private final HBox head = new HBox();
    private final HBox foot = new HBox();
    private final HBox heads = new HBox();
    private final ListView<BoardModel.Line> lines = new ListView<>();
    private final TableView<BoardTable.Entry> table = new TableView<>();
    private final VBox bars = new VBox();
    private final DevicePane devices;
    private final ProblemPane problem;
    private final StackPane middle = new StackPane();
    private final HBox both = new HBox();
    private final VBox root;
    private final Scrolling page;
    private final ChangeListener<Look> looked = (_, _, _) -> arrange();
    private final Consumer<SyncStatus> listener = this::renderTime;
    /// There is room for every column.
    private final ReadOnlyBooleanWrapper wide = new ReadOnlyBooleanWrapper(true);
    /// There is room for the devices beside the areas.
    private final ReadOnlyBooleanWrapper beside = new ReadOnlyBooleanWrapper(true);

    public BoardScreen(SupervisorWork work, SyncDesk sync, ScreenTools tools) {
        this.model = new BoardModel(work, tools.writer());
        this.work = work;
        this.sync = sync;
        this.tools = tools;
        this.texts = tools.texts("vn/hoidan/client/ui/board/board");
        this.problem = new ProblemPane(tools.language());
        this.devices = new DevicePane(tools, texts);
        name.getStyleClass().add("headline");
        total.getStyleClass().add("board-total");
        List.of(as, legend, status).forEach(label -> label.getStyleClass().add("secondary"));
        HBox time = new HBox(as, space(), legend);
        empty.getStyleClass().add("board-empty");
        empty.setWrapText(true);
        head.getStyleClass().add("board-head");
        List.of(head, foot, heads).forEach(row -> row.setAlignment(Pos.CENTER_LEFT));
        heads.getStyleClass().addAll("board-row", "board-heads");
        Rows.prepare(lines, "areas", ROW_PIXELS, tools.looks(), _ -> new LineCell(texts, tools.formats(), wide,
                beside, this::index));
        lines.setItems(model.lines());
        lines.addEventFilter(KeyEvent.KEY_PRESSED, this::lineKey);
        lines.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                toggle();
            }
        });
        bars.getChildren().setAll(heads, lines);
        prepareTable();
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.getChildren().setAll(bars, table);
        both.getChildren().setAll(middle, devices);
        both.getStyleClass().add("board-both");
        VBox.setVgrow(both, Priority.ALWAYS);
        root = Theme.styled(new VBox(head, time, problem, empty, both, foot), "/vn/hoidan/client/ui/board/board.css");
        root.getStyleClass().add("board");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        page = new Scrolling(root);
        page.widthProperty().addListener((_, _, _) -> arrange());
        tools.looks().property().addListener(looked);
        model.board().addListener((_, _, _) -> render());
        model.index().addListener((_, _, _) -> lines.refresh());
        model.problem().addListener((_, _, now) -> now.ifPresentOrElse(problem::show, problem::clear));
        showTable(false);
        render();
        sync.listen(listener);
    }

    private void arrange() {
        double width = page.getWidth() / tools.looks().scale().get();
        wide.set(width >= WIDE_PIXELS);
        if (beside.get() != width >= BESIDE_PIXELS) {
            beside.set(width >= BESIDE_PIXELS);
            both.getChildren().remove(devices);
            root.getChildren().remove(devices);
            (beside.get() ? both : root).getChildren().add(devices);
        }
    }

    private void prepareTable() {
        table.setId("table");
        table.getStyleClass().addAll("dense", "striped");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
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
                new KeyHint("← →", texts.get("key.sides")), new KeyHint("T", texts.get("key.table")),
                new KeyHint("I", texts.get("key.index")), new KeyHint("D", texts.get("key.details")),
                new KeyHint("M", texts.get("key.post")), new KeyHint("Q", texts.get("key.aside")),
                new KeyHint("Ctrl+C", texts.get("key.copy")));
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
            showTable(false);
            focus();
            return true;
        }
        return false;
    }

    @Override
    public void languageChanged() {
        problem.languageChanged();
        render();
        renderTime(sync.status());
        lines.refresh();
    }

    @Override
    public void left() {
        sync.forget(listener);
        tools.looks().property().removeListener(looked);
    }

    private void focus() {
        Node first = table.isVisible() ? table : lines;
        first.requestFocus();
        if (lines.getSelectionModel().isEmpty()) {
            lines.getSelectionModel().selectFirst();
        }
    }

    private void key(KeyEvent event) {
        Optional<Runnable> act = switch (event.getCode()) {
            case T -> Optional.of(this::turn);
            case I -> Optional.of(this::openIndex);
            case D -> Optional.of(this::openCells);
            case Q -> Optional.of(() -> tools.navigator().open(new AsideScreen(work, tools)));
            case M -> Optional.of(() -> tools.navigator().open(new PostScreen(work, tools)));
            default -> Optional.empty();
        };
        if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            copy();
            event.consume();
        } else if (act.isPresent() && !event.isShortcutDown()) {
            act.get().run();
            event.consume();
        }
    }

    private void turn() {
        showTable(!table.isVisible());
        focus();
    }

    private void lineKey(KeyEvent event) {
        BoardModel.Line line = lines.getSelectionModel().getSelectedItem();
        if (line == null || event.isShortcutDown()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER, SPACE -> toggle();
            case RIGHT -> open(line, true);
            case LEFT -> open(line, false);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void toggle() {
        BoardModel.Line line = lines.getSelectionModel().getSelectedItem();
        if (line != null && line.opens()) {
            open(line, !line.open());
        } else {
            openCells();
        }
    }

    /// The selection stays on the area, wherever its line is afterwards.
    private void open(BoardModel.Line line, boolean shown) {
        model.open(line, shown);
        for (int index = 0; index < lines.getItems().size(); index++) {
            if (lines.getItems().get(index).row().area().equals(line.row().area())) {
                lines.getSelectionModel().clearAndSelect(index);
            }
        }
    }

    private void openIndex() {
        tools.navigator().open(new IndexScreen(work, sync, tools));
    }

    /// The cells of the chosen area, with what can be decided about them.
    private void openCells() {
        BoardTable.Entry entry = table.getSelectionModel().getSelectedItem();
        BoardModel.Line line = lines.getSelectionModel().getSelectedItem();
        if (table.isVisible() && entry != null) {
            tools.navigator().open(new CellScreen(work, entry.row().area(), tools));
        } else if (!table.isVisible() && line != null) {
            tools.navigator().open(new CellScreen(work, line.row().area(), tools));
        }
    }

    /// What stands under the name of an area: its index so far.
    private String index(Board.Row row) {
        return model.index().get().map(report -> new LiveIndex(report, tools).of(row.area())).orElse("");
    }

    private void showTable(boolean shown) {
        table.setVisible(shown);
        bars.setVisible(!shown);
        status.setText(texts.get(shown ? "status.table" : "status.bars"));
    }

    private void copy() {
        List<BoardTable.Entry> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
        List<BoardTable.Entry> entries = table.isVisible() && chosen.size() > 1 ? chosen : table.getItems();
        ClipboardContent content = new ClipboardContent();
        content.putString(BoardTable.copy(columnNames(), entries));
        Clipboard.getSystemClipboard().setContent(content);
        status.setText(texts.get("status.copied", entries.size()));
    }

    private List<String> columnNames() {
        List<String> names = new ArrayList<>(List.of(texts.get("column.area")));
        FIGURES.forEach(figure -> names.add(texts.get("column." + figure)));
        return names;
    }

    private void render() {
        boolean known = model.board().get().isPresent();
        empty.setText(texts.get("empty"));
        empty.setVisible(!known);
        empty.setManaged(!known);
        bars.setOpacity(known ? 1 : 0);
        model.board().get().ifPresent(this::render);
        showTable(table.isVisible());
        renderTime(sync.status());
    }

    private void render(Board board) {
        name.setText(texts.get("head", board.surveyName()));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        double done = board.target() == 0 ? 0 : (double) board.accepted() / board.target();
        total.show(tools.formats().number(board.accepted()) + " / " + tools.formats().number(board.target()) + "  ·  "
                + tools.formats().share(done));
        Button toTable = Acts.button("to-table", texts.get("act.table"), "T", Feather.LIST, this::turn, "flat");
        Button copy = Acts.button("copy", texts.get("act.copy"), "Ctrl+C", Feather.COPY, this::copy, "flat");
        Button toIndex = Acts.button("to-index", texts.get("act.index"), "I", Feather.BAR_CHART_2, this::openIndex,
                "flat");
        Button toCells = Acts.button("to-cells", texts.get("act.details"), "D", Feather.GRID, this::openCells, "flat");
        Button toAside = Acts.button("to-aside", texts.get("act.aside"), "Q", Feather.INBOX, () ->
                tools.navigator().open(new AsideScreen(work, tools)), "flat");
        Button toPost = Acts.button("to-post", texts.get("act.post"), "M", Feather.MAIL, () ->
                tools.navigator().open(new PostScreen(work, tools)), "flat");
        head.getChildren().setAll(name, total, toCells, toIndex, toTable, copy);
        foot.getChildren().setAll(status, space(), toPost, toAside);
        Label share = columnHead("share", "board-share");
        LineCell.only(wide, share);
        Label leased = columnHead("leased", "board-figure");
        Label inWork = columnHead("inWork", "board-figure");
        LineCell.only(beside, leased, inWork);
        heads.getChildren().setAll(columnHead("area", "board-name"), space(), columnHead("accepted", "board-count"),
                share, leased, inWork, columnHead("pending", "board-figure"),
                columnHead("left", "board-figure"));
        legend.setText(texts.get("legend"));
        devices.show(model.devices(), board.awaited());
        renderTable(board);
        if (lines.getSelectionModel().isEmpty()) {
            lines.getSelectionModel().selectFirst();
        }
    }

    private Label columnHead(String key, String style) {
        Label label = new Label(texts.get("column." + key));
        label.getStyleClass().addAll("secondary", style);
        return label;
    }

    private static Node space() {
        Region space = new Region();
        space.setMinWidth(QuotaBar.SHORTEST_PIXELS);
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private void renderTable(Board board) {
        TableColumn<BoardTable.Entry, String> area = new TableColumn<>(texts.get("column.area"));
        area.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().indented()));
        area.setPrefWidth(320);
        table.getColumns().setAll(List.of(area));
        for (int index = 0; index < FIGURES.size(); index++) {
            int place = index;
            TableColumn<BoardTable.Entry, Integer> column =
                    new TableColumn<>(texts.get("column." + FIGURES.get(index)));
            column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().figures().get(place)));
            column.setCellFactory(_ -> new FigureCell(tools.formats()));
            column.getStyleClass().add("figure-column");
            table.getColumns().add(column);
        }
        table.getItems().setAll(BoardTable.of(board));
    }

    /// The board is as old as it is: its time always stands there, and that nothing newer came.
    private void renderTime(SyncStatus now) {
        model.board().get().ifPresentOrElse(board -> {
            boolean offline = now.network() == SyncStatus.Network.NOT_REACHED;
            String at = tools.formats().moment(board.at(), tools.clock().now());
            as.setText(texts.get(offline ? "as.offline" : "as.online", at));
            as.setGraphic(offline ? Icons.of(Feather.WIFI_OFF, "waiting") : Icons.of(Feather.CLOCK, "quiet"));
        }, () -> as.setText(""));
    }
}
