package vn.hoidan.core.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterviewStateTest {
    @Test
    void allowsExactlyTheMovesOfTheTable() {
        List<String> moves = new ArrayList<>();
        for (InterviewState from : InterviewState.values()) {
            for (InterviewState to : InterviewState.values()) {
                if (from.mayMoveTo(to)) {
                    moves.add(from.code() + " > " + to.code());
                }
            }
        }
        assertEquals(List.of("in-work > completed", "in-work > broken-off", "broken-off > in-work"), moves);
    }

    @Test
    void readsBackItsCode() {
        for (InterviewState state : InterviewState.values()) {
            assertEquals(state, InterviewState.ofCode(state.code()));
        }
        assertThrows(IllegalArgumentException.class, () -> InterviewState.ofCode("IN_WORK"));
    }
}
