package vn.hoidan.client.ui.frame;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hoidan.support.SettableClock;

/// What the window says of a clock that is wrong.
class MovedClockTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2024-11-02T00:30:00Z"));
    private final WindowBench bench = new WindowBench(clock);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void isToldWhenItIsTurnedBackAndAgainAtTheNextSignIn() {
        bench.join(KeyCode.DIGIT1);
        clock.forward(Duration.ofSeconds(1));
        bench.tick();
        assertFalse(bench.says("vặn lùi"), bench.text());
        clock.turn(Duration.ofHours(-5));
        bench.tick();
        assertTrue(bench.says("Đồng hồ của máy vừa bị vặn lùi 300 phút."), bench.text());
        bench.picture("clock");
        bench.control(KeyCode.L).press(KeyCode.DIGIT1).type("246810").press(KeyCode.ENTER);
        assertTrue(bench.says("so với giờ của máy chủ"), bench.text());
    }
}
