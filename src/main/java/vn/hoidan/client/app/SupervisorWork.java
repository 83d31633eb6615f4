package vn.hoidan.client.app;

import java.util.List;
import java.util.Optional;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.survey.Survey;

/// A supervisor's day: the board as the server has it, or as it was last seen.
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

    public Optional<Survey> survey() {
        return store.survey();
    }

    /// Asks the server; part of each round of sync.
    void fetchBoard() {
        store.apply(List.of(new Change.BoardReceived(office.board())));
    }
}
