package vn.hoidan.client.ui.keying;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.work.PaperKeying;
import vn.hoidan.core.interview.Keyed;
import vn.hoidan.core.interview.PaperMark;
import vn.hoidan.core.questionnaire.AnswerResult;
import vn.hoidan.core.questionnaire.Path;

/// The column of rows as it stands and the row in focus. What is keyed goes through here, so that the rows are read
/// again after it and the strokes are counted.
final class KeyingPlace {
    private final PaperKeying keying;
    private final ZoneId zone;
    private final KeyStrokes strokes;
    private KeyingRows rows = new KeyingRows(List.of(), List.of());
    private int place;
    private Optional<Entry> entry = Optional.empty();

    KeyingPlace(PaperKeying keying, ZoneId zone, KeyStrokes strokes) {
        this.keying = keying;
        this.zone = zone;
        this.strokes = strokes;
    }

    KeyingRows rows() {
        return rows;
    }

    int place() {
        return place;
    }

    boolean atEnd() {
        return place == rows.end();
    }

    /// The question in focus.
    Optional<KeyingRow.Ask> ask() {
        return rows.ask(place);
    }

    /// What is being keyed at it.
    Optional<Entry> entry() {
        return entry;
    }

    void to(int wanted) {
        place = Math.clamp(wanted, 0, rows.end());
        begin();
    }

    /// The place behind the row of this path, where one goes on.
    int after(Path path) {
        return rows.placeOf(path).orElse(place) + 1;
    }

    /// Begins the row in focus anew: what was begun there is forgotten.
    void begin() {
        entry = ask().map(ask -> new Entry(ask.question(), zone));
    }

    void read() {
        rows = KeyingRows.of(keying.sections(), keying::keyed);
        place = Math.min(place, rows.end());
        begin();
    }

    /// Answers unless the value stands already.
    AnswerResult answer(Path path, String value) {
        boolean same = rows.placeOf(path).flatMap(rows::ask).flatMap(ask -> ask.question().value())
                .equals(Optional.of(value));
        AnswerResult result = same ? new AnswerResult.Taken(false) : keying.answer(path, value);
        if (result instanceof AnswerResult.Taken) {
            keyed(path);
        }
        return result;
    }

    void mark(Path path, PaperMark mark) {
        keying.mark(path, mark);
        keyed(path);
    }

    void clear(Path path) {
        keying.clear(path);
        read();
    }

    private void keyed(Path path) {
        strokes.keyed(keying.stage() + path.text());
        read();
    }

    /// What the row above has in the same grid.
    Optional<Keyed> above() {
        return rows.alike(place, place - 1)
                ? rows.ask(place - 1).map(KeyingRow.Ask::keyed).filter(keyed -> !(keyed instanceof Keyed.Nothing))
                : Optional.empty();
    }

    /// Gives all rows from here to another place what is said; what was keyed already stays.
    ///
    /// @return how many were given it
    int fill(int last, Keyed value) {
        List<Path> paths = rows.rows().subList(place, last + 1).stream().map(KeyingRow::path).toList();
        int count = 0;
        for (Path path : paths) {
            boolean mayFill = rows.placeOf(path).flatMap(rows::ask).filter(ask -> !ask.isKeyed()).isPresent();
            count += mayFill && give(path, value) ? 1 : 0;
        }
        return count;
    }

    /// False if the form does not take it.
    private boolean give(Path path, Keyed value) {
        return switch (value) {
            case Keyed.Value known -> answer(path, known.lexical()) instanceof AnswerResult.Taken;
            case Keyed.Marked marked -> {
                mark(path, marked.mark());
                yield true;
            }
            case Keyed.Nothing _ -> throw new IllegalArgumentException("nothing is not repeated");
        };
    }
}
