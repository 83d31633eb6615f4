package vn.hoidan.client.ui.quota;

import io.nayuki.qrcodegen.QrCode;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// A text as a QR code (ISO/IEC 18004), black on white in every theme: a telephone's camera reads no other.
final class QrPicture extends Canvas {
    /// White around the code that readers need, in modules.
    private static final int QUIET_ZONE = 4;
    private static final int MODULE_PIXELS = 4;

    /// @param text at most about 2,900 letters
    QrPicture(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        int side = (code.size + 2 * QUIET_ZONE) * MODULE_PIXELS;
        setWidth(side);
        setHeight(side);
        GraphicsContext drawing = getGraphicsContext2D();
        drawing.setFill(Color.WHITE);
        drawing.fillRect(0, 0, side, side);
        drawing.setFill(Color.BLACK);
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) {
                if (code.getModule(column, row)) {
                    drawing.fillRect((column + QUIET_ZONE) * MODULE_PIXELS, (row + QUIET_ZONE) * MODULE_PIXELS,
                            MODULE_PIXELS, MODULE_PIXELS);
                }
            }
        }
    }
}
