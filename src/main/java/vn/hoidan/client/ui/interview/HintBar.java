package vn.hoidan.client.ui.interview;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import vn.hoidan.client.ui.kit.KeyOffer;

/// The keys of the moment, from the right; those for which there is no room are left out whole, the last ones first.
/// Touching one does what its key does.
final class HintBar extends Pane {
    private static final double GAP = 12;

    private List<KeyOffer> shown = List.of();

    HintBar() {
        getStyleClass().add("foot-hints");
        setMinWidth(0);
    }

    void show(List<KeyOffer> now) {
        if (now.equals(shown)) {
            return;
        }
        Map<KeyOffer, Node> kept = new HashMap<>();
        for (int index = 0; index < shown.size(); index++) {
            kept.put(shown.get(index), getChildren().get(index));
        }
        List<Node> pairs = now.stream().map(offer -> kept.containsKey(offer) ? kept.remove(offer) : pair(offer))
                .toList();
        shown = now;
        // What stays is not taken out, because everything put into a window is styled anew.
        getChildren().retainAll(pairs);
        for (int index = 0; index < pairs.size(); index++) {
            if (index >= getChildren().size() || getChildren().get(index) != pairs.get(index)) {
                getChildren().remove(pairs.get(index));
                getChildren().add(index, pairs.get(index));
            }
        }
    }

    private static Node pair(KeyOffer offer) {
        Label keys = new Label(offer.hint().keys());
        keys.getStyleClass().add("key");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        Label act = new Label(offer.hint().act());
        act.getStyleClass().add("secondary");
        act.setMinWidth(Region.USE_PREF_SIZE);
        HBox pair = new HBox(keys, act);
        pair.getStyleClass().add("foot-hint");
        pair.setAlignment(Pos.CENTER_LEFT);
        return offer.touch().map(touch -> button(pair, offer, touch)).orElse(pair);
    }

    private static Node button(HBox pair, KeyOffer offer, Runnable touch) {
        Button button = new Button();
        button.setGraphic(pair);
        button.getStyleClass().addAll("flat", "foot-touch");
        button.setFocusTraversable(false);
        button.setAccessibleText(offer.hint().act() + " (" + offer.hint().keys() + ")");
        button.setOnAction(event -> touch.run());
        return button;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getChildren().stream().mapToDouble(pair -> pair.prefWidth(-1) + GAP).sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        return getChildren().stream().mapToDouble(pair -> pair.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        double used = 0;
        int fitting = 0;
        while (fitting < getChildren().size() && used + width(fitting) + GAP <= getWidth()) {
            used += width(fitting) + GAP;
            fitting++;
        }
        double left = getWidth() - used;
        for (int index = 0; index < getChildren().size(); index++) {
            Node pair = getChildren().get(index);
            pair.setVisible(index < fitting);
            double height = pair.prefHeight(-1);
            pair.resizeRelocate(left + GAP, (getHeight() - height) / 2, width(index), height);
            left += width(index) + GAP;
        }
    }

    private double width(int index) {
        return getChildren().get(index).prefWidth(-1);
    }
}
