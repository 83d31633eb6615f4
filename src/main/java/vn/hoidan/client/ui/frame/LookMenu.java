package vn.hoidan.client.ui.frame;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.event.ActionEvent;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.Look;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.Looks;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Tips;

/// Colours and size of text, for mouse and finger; keys do the same.
final class LookMenu extends MenuButton {
    private final Looks looks;
    private final Texts texts;
    private final Map<Look.Colours, RadioMenuItem> colours = new EnumMap<>(Look.Colours.class);
    private final Map<Integer, RadioMenuItem> sizes = new LinkedHashMap<>();

    LookMenu(Looks looks, Texts texts) {
        this.looks = looks;
        this.texts = texts;
        setId("frame-look");
        setGraphic(Icons.of(Feather.SUN));
        getStyleClass().addAll("flat", "top-act", "look-menu");
        setMinWidth(Region.USE_PREF_SIZE);
        ToggleGroup ofColours = new ToggleGroup();
        for (Look.Colours each : Look.Colours.values()) {
            RadioMenuItem item = item("look-" + each.code(), ofColours, () -> looks.choose(looks.now().in(each)));
            colours.put(each, item);
            getItems().add(item);
        }
        getItems().add(new SeparatorMenuItem());
        ToggleGroup ofSizes = new ToggleGroup();
        for (int percent : Look.TEXT_PERCENTS) {
            RadioMenuItem item = item("look-" + percent, ofSizes,
                    () -> looks.choose(looks.now().withText(percent)));
            sizes.put(percent, item);
            getItems().add(item);
        }
        looks.property().addListener((_, _, _) -> mark());
        // its items are in a window of their own, so what they do does not reach the bar
        setOnHidden(_ -> fireEvent(new ActionEvent()));
        render();
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
        colours.get(looks.now().colours()).setSelected(true);
        sizes.get(looks.now().textPercent()).setSelected(true);
    }
}
