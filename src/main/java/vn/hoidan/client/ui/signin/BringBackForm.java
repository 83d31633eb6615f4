package vn.hoidan.client.ui.signin;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import vn.hoidan.client.app.store.StoreBackup;
import vn.hoidan.client.ui.kit.ScreenTools;

/// The copies that can be brought back, the newest chosen.
record BringBackForm(SignInModel model, ScreenTools tools, FormParts parts) {
    Node copies() {
        ToggleGroup group = new ToggleGroup();
        List<Node> rows = new ArrayList<>();
        for (StoreBackup backup : model.copies()) {
            RadioButton row = new RadioButton(parts.texts().get("bringBack.copy",
                    tools.formats().moment(backup.madeAt(), tools.clock().now()), backup.interviews(),
                    backup.completed(), String.valueOf(backup.file().getParent())));
            row.setWrapText(true);
            row.setToggleGroup(group);
            row.setSelected(rows.isEmpty());
            row.setOnAction(_ -> model.chooseCopy(backup));
            rows.add(row);
        }
        VBox all = new VBox(rows.toArray(Node[]::new));
        all.getStyleClass().add("sign-in-people");
        return all;
    }
}
