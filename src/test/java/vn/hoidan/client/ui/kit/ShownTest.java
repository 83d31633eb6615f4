package vn.hoidan.client.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

final class ShownTest {
    private final Node first = new Group();
    private final Node second = new Group();
    private final Node third = new Group();
    private final Group row = new Group();
    private final Shown shown = new Shown(row.getChildren(), List.of(first, second, third));

    @Test
    void partsStandInTheirOrderInWhateverOrderTheyAreShown() {
        assertEquals(List.of(), row.getChildren());
        shown.show(third, true);
        shown.show(first, true);
        shown.show(second, true);
        shown.show(second, true);
        assertEquals(List.of(first, second, third), row.getChildren());
        shown.show(first, false);
        shown.show(first, false);
        assertEquals(List.of(second, third), row.getChildren());
    }

    @Test
    void aNodeOfAnotherRowIsAMistakeOfOurs() {
        assertThrows(IllegalArgumentException.class, () -> shown.show(new Group(), true));
    }
}
