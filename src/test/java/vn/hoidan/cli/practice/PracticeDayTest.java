package vn.hoidan.cli.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.quota.Board;

/// The main job from end to end, with real parts only: the window by its keys, the SIPAS questionnaire on its engine,
/// the sealed store, TLS, the server and its store, the board, the CSV.
class PracticeDayTest {
    private static final Path OUT = Path.of("target", "practice-day-test").toAbsolutePath();
    private static final int SATISFACTION_ROWS = 39;

    @Test
    void threeInterviewsWithoutANetworkReachTheBoardAndTheCsvAsTheyWereTyped() throws Exception {
        long seed = System.nanoTime() % 1_000_000;
        List<String> told = new ArrayList<>();
        PracticeDay.Result day = new PracticeSession(PracticeSession.emptied(OUT), "vi", seed,
                PracticeDesign.LISTS, told::add).play(OUT);
        String about = "seed " + seed + ": " + told;

        assertEquals(3, day.given().size(), about);
        assertTrue(day.exportedAsTyped(), about);
        for (Map<String, String> row : day.exported()) {
            assertEquals("accepted", row.get("state"), about);
            for (int item = 1; item <= SATISFACTION_ROWS; item++) {
                String value = row.get("q9_%02d".formatted(item));
                assertTrue(value.matches("[1-5]"), about + " q9_" + item + ": " + value);
            }
        }
        assertEquals(3, day.exported().stream().map(row -> row.get("household")).distinct().count(), about);
        assertEquals(3, day.board().accepted(), about);
        assertEquals(2_700, day.board().target(), about);
        Board.Row district = day.board().rows().stream().filter(row -> row.accepted() > 0).findFirst().orElseThrow();
        assertEquals(day.exported().getFirst().get("district"), district.name(), about);
        assertEquals(447, district.left(), about);
        assertEquals(0, district.inWork(), about);
        assertEquals(0, district.pending(), about);
        for (Board.Row row : day.board().rows()) {
            assertTrue(row.accepted() + row.onLease() <= row.target(), about);
        }
        assertTrue(Files.size(OUT.resolve("02-home.png")) > 10_000, about);
        assertTrue(Files.readString(OUT.resolve("codebook.csv")).contains("q9_39"), about);
    }

    @Test
    void noticesACsvThatDiffersInOneAnswer() {
        Map<String, String> typed = Map.of("gender", "1", "q9_01", "4");
        Map<String, String> other = new HashMap<>(typed);
        other.put("q9_01", "5");
        Board none = new Board("", java.time.Instant.EPOCH, List.of(), List.of(), List.of(), List.of());
        assertTrue(new PracticeDay.Result(List.of(typed), List.of(typed), none).exportedAsTyped());
        assertFalse(new PracticeDay.Result(List.of(typed), List.of(other), none).exportedAsTyped());
        assertFalse(new PracticeDay.Result(List.of(typed), List.of(typed, typed), none).exportedAsTyped());
    }
}
