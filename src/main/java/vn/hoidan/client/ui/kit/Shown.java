package vn.hoidan.client.ui.kit;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/// The parts of a row or a column, of which only those are in the scene that are shown. What is in a scene is styled
/// even while it cannot be seen, and of the window's first second that was more than what can be seen.
///
/// @param place children of the row; nothing else may put in or take out these parts
/// @param parts in their order; none is shown at first
public record Shown(ObservableList<Node> place, List<Node> parts) {

    /// Puts a part where it belongs, or takes it out.
    public void show(Node part, boolean wanted) {
        if (!parts.contains(part)) {
            throw new IllegalArgumentException("no part of this row: " + part);
        }
        if (!wanted) {
            place.remove(part);
        } else if (!place.contains(part)) {
            place.add((int) parts.subList(0, parts.indexOf(part)).stream().filter(place::contains).count(), part);
        }
    }
}
