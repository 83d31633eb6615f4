package vn.hoidan.client.ui.quota;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.quota.GivenVoucher;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.Texts;

/// A voucher as it is carried: letters to copy, a file, a picture.
final class VoucherPane extends VBox {
    private static final int ROWS_OF_TEXT = 4;

    private final Texts texts;
    private final Consumer<GivenVoucher> onCopy;
    private final Consumer<GivenVoucher> onSave;

    VoucherPane(Texts texts, Consumer<GivenVoucher> onCopy, Consumer<GivenVoucher> onSave) {
        this.texts = texts;
        this.onCopy = onCopy;
        this.onSave = onSave;
        getStyleClass().add("voucher");
    }

    /// @param says what the voucher is, in words
    /// @param done what was done with it last
    void show(GivenVoucher given, String says, Label done) {
        Label what = new Label(says);
        what.setId("hand-given");
        wraps(what);
        what.getStyleClass().add("strong");
        Label next = new Label(texts.get("hand.next", given.taker()));
        wraps(next);
        TextArea letters = new TextArea(given.text());
        letters.setId("hand-text");
        letters.setEditable(false);
        letters.setWrapText(true);
        letters.setPrefRowCount(ROWS_OF_TEXT);
        letters.setMinHeight(Region.USE_PREF_SIZE);
        letters.setAccessibleText(texts.get("hand.letters"));
        FlowPane acts = new FlowPane(
                Acts.button("hand-copy", texts.get("hand.copy"), "", Feather.COPY, () -> onCopy.accept(given)),
                Acts.button("hand-save", texts.get("hand.save"), "", Feather.SAVE, () -> onSave.accept(given)));
        acts.getStyleClass().add("wrapping-acts");
        QrPicture picture = new QrPicture(given.text());
        picture.setAccessibleText(texts.get("hand.picture"));
        getChildren().setAll(what, next, letters, acts, done, picture);
    }

    /// Never shortened, however large the text is.
    static void wraps(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
    }
}
