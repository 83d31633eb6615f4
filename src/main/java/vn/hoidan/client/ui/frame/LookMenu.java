package vn.hoidan.client.ui.frame;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.event.ActionEvent;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.machine.Look;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.Looks;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Tips;

/// Colours and size of text, for mouse and finger; keys do the same. What can be chosen is a window of its own, made
/// when it is asked for.
final class LookMenu extends Button {
    private final Looks looks;
    private final Texts texts;
    private final Map<Look.Colours, RadioMenuItem> colours = new EnumMap<>(Look.Colours.class);
    private final Map<Integer, RadioMenuItem> sizes = new LinkedHashMap<>();
    private final ToggleGroup ofColours = new ToggleGroup();
    private final ToggleGroup ofSizes = new ToggleGroup();
    /// Null until it was asked for.
    private ContextMenu menu;

    LookMenu(Looks looks, Texts texts) {
        this.looks = looks;
        this.texts = texts;
        setId("frame-look");
        setGraphic(Icons.of(Feather.SUN));
        getStyleClass().addAll("flat", "top-act");
        setMinWidth(Region.USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.MENU_BUTTON);
        looks.property().addListener((_, _, _) -> mark());
        render();
    }

    /// It opens and does nothing else, so the bar is told only when something was chosen.
    @Override
    public void fire() {
        if (menu == null) {
            menu = menu();
            render();
        }
        menu.show(this, Side.BOTTOM, 0, 0);
    }

    private ContextMenu menu() {
        ContextMenu made = new ContextMenu();
        for (Look.Colours each : Look.Colours.values()) {
            RadioMenuItem item = item("look-" + each.code(), ofColours, () -> looks.choose(looks.now().in(each)));
            colours.put(each, item);
            made.getItems().add(item);
        }
        made.getItems().add(new SeparatorMenuItem());
        for (int percent : Look.TEXT_PERCENTS) {
            RadioMenuItem item = item("look-" + percent, ofSizes,
                    () -> looks.choose(looks.now().withText(percent)));
            sizes.put(percent, item);
            made.getItems().add(item);
        }
        // what they do does not reach the bar by itself
        made.setOnHidden(_ -> fireEvent(new ActionEvent()));
        return made;
    }

    private static RadioMenuItem item(String id, ToggleGroup group, Runnable act) {
        RadioMenuItem item = new RadioMenuItem();
        item.setId(id);
        item.setToggleGroup(group);
        item.getStyleClass().add("look-item");
        item.setOnAction(_ -> act.run());
        return item;
    }

    void render() {
        String name = texts.get("look.say");
        Tips.say(this, name);
        setAccessibleText(name);
        colours.forEach((each, item) -> item.setText(texts.get("look." + each.code())));
        sizes.forEach((percent, item) -> item.setText(texts.get("look.text", percent)));
        mark();
    }

    private void mark() {
        if (menu != null) {
            colours.get(looks.now().colours()).setSelected(true);
            sizes.get(looks.now().textPercent()).setSelected(true);
        }
    }
}
