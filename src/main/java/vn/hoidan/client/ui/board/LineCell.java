package vn.hoidan.client.ui.board;

import java.util.function.Function;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Figures;
import vn.hoidan.client.ui.kit.Formats;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.QuotaBar;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.quota.Board;

/// One area of the board: name, bar, figures.
final class LineCell extends ListCell<BoardModel.Line> {
    private static final double INDENT_PIXELS = 18;

    private final Texts texts;
    private final Formats formats;
    private final Function<Board.Row, String> below;
    private final Label name = new Label();
    private final Label note = new Label();
    private final QuotaBar bar = new QuotaBar();
    private final Figures count = figures("board-count");
    private final Figures share = figures("board-share");
    private final Figures leased = figures("board-figure");
    private final Figures inWork = figures("board-figure");
    private final Figures pending = figures("board-figure");
    private final Figures left = figures("board-figure");
    private final HBox row;

    /// @param wide   there is room for every column
    /// @param middle there is room for most of them
    /// @param below  what stands under the name of an area; empty for nothing
    LineCell(Texts texts, Formats formats, ObservableBooleanValue wide, ObservableBooleanValue middle,
            Function<Board.Row, String> below) {
        this.below = below;
        this.texts = texts;
        this.formats = formats;
        name.getStyleClass().add("board-name");
        only(wide, share);
        only(middle, leased, inWork);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.setMaxWidth(Double.MAX_VALUE);
        note.getStyleClass().addAll("secondary", "board-note");
        HBox beside = new HBox(name, bar);
        beside.setAlignment(Pos.CENTER_LEFT);
        VBox place = new VBox(beside, note);
        place.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(place, Priority.ALWAYS);
        row = new HBox(place, count, share, leased, inWork, pending, left);
        row.getStyleClass().add("board-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        row.setPrefWidth(1);
    }

    /// Shows columns only where there is room for them.
    static void only(ObservableBooleanValue room, Node... columns) {
        for (Node column : columns) {
            column.visibleProperty().bind(room);
            column.managedProperty().bind(room);
        }
    }

    private static Figures figures(String style) {
        Figures figures = new Figures();
        figures.getStyleClass().add(style);
        return figures;
    }

    @Override
    protected void updateItem(BoardModel.Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        Board.Row area = line.row();
        name.setText(area.name());
        name.setGraphic(line.opens() ? Icons.of(line.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT, "quiet")
                : blank());
        name.setPadding(new Insets(0, 0, 0, line.depth() * INDENT_PIXELS));
        name.getStyleClass().remove("strong");
        if (line.depth() == 0) {
            name.getStyleClass().add("strong");
        }
        String spoken = texts.get("spoken", area.name(), area.accepted(), area.target(), area.onLease(),
                area.inWork(), area.pending(), area.left());
        bar.show(area.target(), area.accepted(), area.onLease(), spoken);
        count.show(formats.number(area.accepted()) + " / " + formats.number(area.target()));
        share.show(formats.share(area.target() == 0 ? 0 : (double) area.accepted() / area.target()));
        leased.show(formats.number(area.onLease()));
        inWork.show(formats.number(area.inWork()));
        pending.show(formats.number(area.pending()));
        pending.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("some"), area.pending() > 0);
        left.show(formats.number(area.left()));
        String under = below.apply(area);
        note.setText(under);
        note.setVisible(!under.isEmpty());
        note.setManaged(!under.isEmpty());
        setAccessibleText(under.isEmpty() ? spoken : spoken + ". " + under);
        setGraphic(row);
    }

    private static Region blank() {
        Region blank = new Region();
        blank.setMinWidth(18);
        return blank;
    }
}
