package vn.hoidan.client.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;

/// A button that carries several texts. A usual button measures what is on it by its least width: a text that may be as
/// narrow as a word would then be as high as it has words, and such buttons fill the screen.
public class CardButton extends Button {
    private Region card = new Region();

    /// Puts the texts on it.
    protected final void carry(Region texts) {
        card = texts;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(texts);
    }

    /// A button with these texts.
    public static CardButton of(Region texts) {
        CardButton button = new CardButton();
        button.carry(texts);
        return button;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double sides = getInsets().getLeft() + getInsets().getRight();
        double inner = width > 0 ? width - sides : card.prefWidth(-1);
        return getInsets().getTop() + card.prefHeight(inner) + getInsets().getBottom();
    }
}
