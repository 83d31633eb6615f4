package vn.hoidan.client.app;

import java.util.List;
import java.util.Optional;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.survey.Survey;

/// A supervisor's day: the board and the index as the server has them, or as they were last seen.
public final class SupervisorWork implements Work {
    private final FieldStore store;
    private final HeadOffice office;

    SupervisorWork(FieldStore store, HeadOffice office) {
        this.store = store;
        this.office = office;
    }

    /// As last seen; {@link Board#at} says when. Empty before the first sync.
    public Optional<Board> board() {
        return store.board();
    }

    /// As last seen; its heading says when it was counted. Empty before the first sync, and for a survey without one.
    public Optional<IndexReport> index() {
        return store.index();
    }

    public Optional<Survey> survey() {
        return store.survey();
    }

    /// Asks the server; part of each round of sync.
    void fetch() {
        store.apply(List.of(new Change.BoardReceived(office.board())));
        office.index().ifPresent(report -> store.apply(List.of(new Change.IndexReceived(report))));
    }
}
