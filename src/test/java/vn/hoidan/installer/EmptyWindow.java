package vn.hoidan.installer;

import java.util.logging.Logger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The least that JavaFX can show: a window of the same size with one word. Says so, and ends when told anything.
final class EmptyWindow {
    private static final int DRAWN = 2;

    private EmptyWindow() {
    }

    public static void main(String[] arguments) {
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(new Label("Hỏi Dân")), 1366, 768));
            stage.show();
            new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    frames++;
                    if (frames == DRAWN) {
                        Logger.getLogger(EmptyWindow.class.getName()).info("the window can be used");
                        stop();
                        if (arguments.length > 0) {
                            Platform.exit();
                        }
                    }
                }
            }.start();
        });
    }
}
