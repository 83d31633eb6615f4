package vn.hoidan.client.ui.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// A quota as a bar: solid for what is accepted, light for what is out on leases, blank for what is free. The numbers
/// stand beside it; the bar never tells anything alone.
public final class QuotaBar extends Region {
    /// A bar is never shorter than this.
    public static final double SHORTEST_PIXELS = 80;
    /// A part that is not zero is never thinner than this.
    private static final double THINNEST_PIXELS = 2;
    private static final double HEIGHT_PIXELS = 12;

    private final Region solid = part("quota-bar-solid");
    private final Region light = part("quota-bar-light");
    private double solidShare;
    private double lightShare;

    public QuotaBar() {
        getStyleClass().add("quota-bar");
        getChildren().addAll(light, solid);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setMinHeight(HEIGHT_PIXELS);
        setPrefHeight(HEIGHT_PIXELS);
        setMaxHeight(HEIGHT_PIXELS);
        setMinWidth(SHORTEST_PIXELS);
    }

    private static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        return part;
    }

    /// @param spoken what the bar says to a screen reader
    public void show(int target, int accepted, int onLease, String spoken) {
        solidShare = share(accepted, target);
        lightShare = Math.min(1 - solidShare, share(onLease, target));
        setAccessibleText(spoken);
        setAccessibleHelp(spoken);
        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("full"), target > 0 && accepted >= target);
        requestLayout();
    }

    private static double share(int part, int target) {
        return target <= 0 ? 0 : Math.clamp((double) part / target, 0, 1);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double solidWidth = width(solidShare, width);
        double lightWidth = width(lightShare, width);
        solid.resizeRelocate(0, 0, solidWidth, getHeight());
        light.resizeRelocate(0, 0, Math.min(width, solidWidth + lightWidth), getHeight());
        solid.setVisible(solidWidth > 0);
        light.setVisible(lightWidth > 0);
    }

    private static double width(double share, double whole) {
        return share <= 0 ? 0 : Math.max(THINNEST_PIXELS, Math.round(share * whole));
    }

    @Override
    protected double computePrefWidth(double height) {
        return SHORTEST_PIXELS;
    }
}
