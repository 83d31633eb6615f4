package vn.hoidan.client.ui.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.quota.QuestionWords;
import vn.hoidan.client.app.work.SupervisorWork;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.Rows;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Scrolling;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellKey;

/// The quota cells of an area and those below it: who has units, what waits and why, when each will be full. From here
/// a supervisor decides: another target, what becomes of an interview that waits, a laptop that is lost.
final class CellScreen implements Screen {
    static final String BUNDLE = "vn/hoidan/client/ui/board/cells";
    private static final double ROW_PIXELS = 34;
    /// Cells in view at once.
    private static final int MOST_ROWS = 7;
    private static final int MOST_DIGITS = 9;
    /// How far a press of a page key goes, of the whole page.
    private static final double PAGE_SHARE = 0.4;

    private final SupervisorWork work;
    private final AreaKey area;
    private final ScreenTools tools;
    private final Texts texts;
    private final Label head = new Label();
    private final ListView<Board.Cell> cells = new ListView<>();
    private final VBox details = new VBox();
    private final FlowPane acts = new FlowPane();
    private final ProblemPane problem;
    private final VBox root;
    private final Scrolling page;
    private Optional<Board> board = Optional.empty();
    private CellWords words;
    private List<Button> digits = List.of();

    CellScreen(SupervisorWork work, AreaKey area, ScreenTools tools) {
        this.work = work;
        this.area = area;
        this.tools = tools;
        texts = tools.texts(BUNDLE);
        problem = new ProblemPane(tools.language());
        words = new CellWords(new QuestionWords(Map.of()), tools);
        head.getStyleClass().add("headline");
        details.getStyleClass().add("cell-details");
        // the page scrolls before a line loses any of its height
        details.setMinHeight(Region.USE_PREF_SIZE);
        acts.getStyleClass().add("wrapping-acts");
        Rows.prepare(cells, "cells", ROW_PIXELS, tools.looks(), _ -> new CellLine());
        cells.minHeightProperty().bind(Bindings.createDoubleBinding(() -> tools.looks().scale().get() * ROW_PIXELS
                * Math.clamp(cells.getItems().size(), 1, MOST_ROWS), cells.getItems(), tools.looks().scale()));
        cells.maxHeightProperty().bind(cells.minHeightProperty());
        VBox.setVgrow(cells, Priority.NEVER);
        cells.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> renderDetails());
        root = Theme.styled(new VBox(head, problem, cells, acts, details), "/vn/hoidan/client/ui/board/board.css");
        root.getStyleClass().addAll("board", "cell-screen");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        // a filter: the list would turn its own pages
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pageKey);
        page = new Scrolling(root);
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
        return List.of(new KeyHint("↑ ↓", texts.get("key.arrows")), new KeyHint("1–9", texts.get("key.digits")),
                new KeyHint("M", texts.get("act.target")), new KeyHint("C", texts.get("counted.title")),
                new KeyHint("B", texts.get("act.lost")),
                new KeyHint("PgUp PgDn", texts.get("key.page")), new KeyHint("Esc", texts.get("key.back")));
    }

    @Override
    public void shown() {
        page.applyCss();
        load();
        cells.requestFocus();
    }

    @Override
    public void synced() {
        load();
    }

    @Override
    public void languageChanged() {
        problem.languageChanged();
        render();
        cells.refresh();
    }

    private record Read(Optional<Board> board, QuestionWords words) {
    }

    private void load() {
        tools.writer().run(() -> new Read(work.board(), work.words()), read -> {
            problem.clear();
            board = read.board();
            words = new CellWords(read.words(), tools);
            render();
        }, problem::show);
    }

    private void render() {
        Board.Cell before = cells.getSelectionModel().getSelectedItem();
        Optional<CellKey> chosen = Optional.ofNullable(before).map(cell -> cell.count().cell());
        List<Board.Cell> here = board.map(this::here).orElse(List.of());
        head.setText(board.flatMap(known -> name(known.rows())).map(name -> texts.get("head", name))
                .orElseGet(this::title));
        cells.getItems().setAll(here);
        int index = 0;
        for (int each = 0; each < here.size(); each++) {
            index = chosen.equals(Optional.of(here.get(each).count().cell())) ? each : index;
        }
        cells.getSelectionModel().clearAndSelect(index);
        renderDetails();
    }

    private Optional<String> name(List<Board.Row> rows) {
        return rows.stream().flatMap(row -> row.area().equals(area) ? Optional.of(row.name()).stream()
                : name(row.below()).stream()).findFirst();
    }

    private List<Board.Cell> here(Board known) {
        Set<AreaKey> areas = new HashSet<>(Set.of(area));
        gather(known.rows(), false, areas);
        return known.cells().stream().filter(cell -> areas.contains(cell.area())).toList();
    }

    private void gather(List<Board.Row> rows, boolean inside, Set<AreaKey> into) {
        for (Board.Row row : rows) {
            boolean within = inside || row.area().equals(area);
            if (within) {
                into.add(row.area());
            }
            gather(row.below(), within, into);
        }
    }

    private void renderDetails() {
        Board.Cell cell = cells.getSelectionModel().getSelectedItem();
        List<Node> parts = new ArrayList<>();
        List<Button> waiting = new ArrayList<>();
        if (cell == null) {
            parts.add(line(texts.get("none"), "strong"));
        } else {
            Instant now = tools.clock().now();
            parts.add(line(words.name(cell), "subheadline"));
            parts.add(line(words.figures(cell), "cell-figures"));
            parts.add(line(words.forecast(cell, now), "secondary"));
            parts.add(line(texts.get("holdings"), "strong"));
            words.holdings(cell, silent(now), now).forEach(each -> parts.add(line(each, "cell-line")));
            List<String> shares = words.shares(cell);
            if (!shares.isEmpty()) {
                parts.add(line(texts.get("shares", tools.formats().moment(board.orElseThrow().at(), now)), "strong"));
                shares.forEach(each -> parts.add(line(each, "cell-line")));
            }
            parts.add(line(texts.get("waiting"), "strong"));
            cell.waiting().stream().limit(MOST_DIGITS).forEach(each -> waiting.add(rule(each, cell, waiting.size())));
            parts.addAll(waiting);
            words.moreWaiting(cell, waiting.size()).ifPresent(more -> parts.add(line(more, "secondary")));
            parts.add(line(texts.get("silent"), "strong"));
            words.devices(silent(now), now).forEach(each -> parts.add(line(each, "cell-line")));
        }
        digits = List.copyOf(waiting);
        details.getChildren().setAll(parts);
        Button target = Acts.button("change-target", texts.get("act.target"), "M", Feather.TARGET, this::target);
        target.setDisable(cell == null);
        Button lost = Acts.button("laptop-lost", texts.get("act.lost"), "B", Feather.ALERT_OCTAGON, this::lost);
        lost.setDisable(named().isEmpty());
        Button counted = Acts.button("counted-interviews", texts.get("counted.title"), "C", Feather.CHECK_SQUARE,
                this::counted);
        counted.setDisable(cell == null || cell.count().accepted() == 0);
        acts.getChildren().setAll(target, counted, lost);
    }

    private Button rule(Board.Waiting waiting, Board.Cell cell, int before) {
        String number = String.valueOf(before + 1);
        String told = words.waiting(waiting, tools.clock().now());
        Button button = Acts.button("waiting-" + number, told, number, Feather.CLOCK,
                () -> open(new Deciding.Rule(waiting, words.name(cell), told)), "wide");
        button.setWrapText(true);
        button.setMinWidth(0);
        return button;
    }

    private Label line(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private List<Board.Device> silent(Instant now) {
        return board.map(Board::devices).orElse(List.of()).stream()
                .filter(device -> device.lastSync().isEmpty() || device.isSilent(now))
                .sorted(BoardModel.SILENCE).toList();
    }

    /// Those that an office names by their persons.
    private List<Board.Device> named() {
        return board.map(Board::devices).orElse(List.of()).stream().filter(device -> device.id().isPresent())
                .sorted(BoardModel.SILENCE).toList();
    }

    private void target() {
        Board.Cell cell = cells.getSelectionModel().getSelectedItem();
        if (cell != null) {
            open(new Deciding.Target(cell.count(), words.name(cell)));
        }
    }

    private void counted() {
        Board.Cell cell = cells.getSelectionModel().getSelectedItem();
        if (cell != null && cell.count().accepted() > 0) {
            tools.navigator().open(new CountedScreen(work, cell.count().cell(), words.name(cell), tools));
        }
    }

    private void lost() {
        if (!named().isEmpty()) {
            open(new Deciding.Lost(named()));
        }
    }

    private void open(Deciding about) {
        tools.navigator().open(new DecisionScreen(work, about, tools));
    }

    private void pageKey(KeyEvent event) {
        if (event.getCode() == KeyCode.PAGE_DOWN || event.getCode() == KeyCode.PAGE_UP) {
            double way = event.getCode() == KeyCode.PAGE_DOWN ? PAGE_SHARE : -PAGE_SHARE;
            page.setVvalue(Math.clamp(page.getVvalue() + way, 0, 1));
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        String name = event.getCode().getName();
        int digit = event.getCode().isDigitKey() ? name.charAt(name.length() - 1) - '1' : -1;
        if (event.getCode() == KeyCode.M) {
            target();
        } else if (event.getCode() == KeyCode.B) {
            lost();
        } else if (event.getCode() == KeyCode.C) {
            counted();
        } else if (digit >= 0 && digit < digits.size()) {
            digits.get(digit).fire();
        } else {
            return;
        }
        event.consume();
    }

    /// A cell in the list: whom it is about, and how far it is.
    private final class CellLine extends ListCell<Board.Cell> {
        @Override
        protected void updateItem(Board.Cell cell, boolean empty) {
            super.updateItem(cell, empty);
            setText(empty || cell == null ? "" : words.line(cell));
        }
    }
}
