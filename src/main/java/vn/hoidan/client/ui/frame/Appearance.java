package vn.hoidan.client.ui.frame;

import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.stage.Stage;

/// The moment at which the window comes up: as soon as what stands in it first is known. What came up before would
/// have to be drawn anew at once.
final class Appearance {
    private Appearance() {
    }

    /// @return done when the window is shown; exceptional if it cannot be
    static CompletableFuture<Void> of(Stage stage, ReadOnlyBooleanProperty ready) {
        CompletableFuture<Void> shown = new CompletableFuture<>();
        if (ready.get()) {
            show(stage, shown);
        } else {
            ready.addListener((_, _, _) -> show(stage, shown));
        }
        return shown;
    }

    private static void show(Stage stage, CompletableFuture<Void> shown) {
        if (!shown.isDone()) {
            try {
                stage.show();
                shown.complete(null);
            } catch (RuntimeException | Error failed) {
                shown.completeExceptionally(failed);
            }
        }
    }
}
