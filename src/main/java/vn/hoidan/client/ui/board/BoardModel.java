package vn.hoidan.client.ui.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.work.SupervisorWork;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.quota.Board;

/// The board as last seen, as lines that open downwards, with what needs attention first.
public final class BoardModel {
    /// What needs attention comes first: interviews that wait for a ruling, then the area that is furthest behind.
    static final Comparator<Board.Row> ATTENTION = Comparator.comparingInt(Board.Row::pending).reversed()
            .thenComparingDouble(BoardModel::share).thenComparing(Board.Row::name);
    /// Devices that never synced first, then those silent longest.
    static final Comparator<Board.Device> SILENCE = Comparator.comparing(
            device -> device.lastSync().orElse(Instant.MIN));

    /// One line of the board.
    ///
    /// @param depth 0 for the uppermost areas
    /// @param open  the areas below it are shown
    public record Line(Board.Row row, int depth, boolean open) {
        public boolean opens() {
            return !row.below().isEmpty();
        }
    }

    private final SupervisorWork work;
    private final Background lane;
    private final ReadOnlyObjectWrapper<Optional<Board>> board = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<IndexReport>> index = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    /// Kept: a view of a list is dropped with all its listeners as soon as nobody holds it.
    private final ObservableList<Line> linesSeen = FXCollections.unmodifiableObservableList(lines);
    private final Set<AreaKey> open = new HashSet<>();

    /// @param lane on which the store is read
    public BoardModel(SupervisorWork work, Background lane) {
        this.work = work;
        this.lane = lane;
    }

    private static double share(Board.Row row) {
        return row.target() == 0 ? 1 : (double) row.accepted() / row.target();
    }

    /// Empty until the first sync.
    public ReadOnlyObjectProperty<Optional<Board>> board() {
        return board.getReadOnlyProperty();
    }

    /// The index as last seen, which comes with the board.
    public ReadOnlyObjectProperty<Optional<IndexReport>> index() {
        return index.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    public ObservableList<Line> lines() {
        return linesSeen;
    }

    public void load() {
        lane.run(work::board, read -> {
            problem.set(Optional.empty());
            // the lines first: who hears of the board finds them
            lay(read);
            board.set(read);
        }, failed -> problem.set(Optional.of(failed)));
        lane.run(work::index, index::set, failed -> problem.set(Optional.of(failed)));
    }

    /// Shows the areas below a line, or puts them away.
    public void open(Line line, boolean shown) {
        if (line.opens() && shown ? open.add(line.row().area()) : open.remove(line.row().area())) {
            lay(board.get());
        }
    }

    private void lay(Optional<Board> read) {
        List<Line> next = new ArrayList<>();
        read.ifPresent(known -> lay(known.rows(), 0, next));
        lines.setAll(next);
    }

    private void lay(List<Board.Row> rows, int depth, List<Line> into) {
        rows.stream().sorted(ATTENTION).forEach(row -> {
            boolean shown = open.contains(row.area());
            into.add(new Line(row, depth, shown));
            if (shown) {
                lay(row.below(), depth + 1, into);
            }
        });
    }

    public List<Board.Device> devices() {
        return board.get().map(known -> known.devices().stream().sorted(SILENCE).toList()).orElse(List.of());
    }
}
