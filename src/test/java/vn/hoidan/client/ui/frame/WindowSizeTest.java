package vn.hoidan.client.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The window's size at first")
class WindowSizeTest {
    private static WindowSize on(double width, double height) {
        return WindowSize.in(new Rectangle2D(0, 0, width, height));
    }

    @Test
    void isItsOwnOnALargeDisplay() {
        assertEquals(new WindowSize(1366, 800, false), on(1920, 1040));
    }

    /// The commonest laptop, with a bar of the system: neither title nor foot may be outside, also when it is made
    /// smaller.
    @Test
    void fillsASmallDisplay() {
        assertEquals(new WindowSize(1326, 688, true), on(1366, 728));
        assertEquals(new WindowSize(1366, 688, true), on(1600, 728));
        assertEquals(new WindowSize(1326, 800, true), on(1366, 1000));
    }
}
