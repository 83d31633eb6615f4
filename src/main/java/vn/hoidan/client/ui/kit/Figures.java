package vn.hoidan.client.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A number whose digits are all equally wide, so that columns can be read downwards. Our typeface has such digits only
/// as an option that the toolkit cannot ask for; so each digit gets a cell as wide as the widest digit.
public final class Figures extends HBox {
    /// The widest digit of the typeface, in parts of the type size.
    private static final double WIDEST_DIGIT = 0.72;

    private String shown = "";

    public Figures() {
        getStyleClass().add("figures");
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(Region.USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    public Figures(String text) {
        this();
        show(text);
    }

    public void show(String text) {
        if (text.equals(shown)) {
            return;
        }
        shown = text;
        setAccessibleText(text);
        getChildren().setAll(text.codePoints().mapToObj(Figures::cell).toList());
    }

    public String text() {
        return shown;
    }

    private static Label cell(int character) {
        Label cell = new Label(Character.toString(character));
        cell.setMinWidth(Region.USE_PREF_SIZE);
        cell.setAlignment(Pos.CENTER);
        if (Character.isDigit(character)) {
            cell.fontProperty().addListener((_, _, font) -> cell.setPrefWidth(font.getSize() * WIDEST_DIGIT));
            cell.setPrefWidth(cell.getFont().getSize() * WIDEST_DIGIT);
        }
        return cell;
    }
}
