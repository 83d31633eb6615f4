package vn.hoidan.client;

import java.util.concurrent.CompletableFuture;
import javafx.stage.Stage;
import vn.hoidan.client.ui.frame.FirstFrames;
import vn.hoidan.client.ui.frame.MainWindow;
import vn.hoidan.client.ui.interview.InterviewScreens;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.client.ui.preview.PreviewModel;
import vn.hoidan.client.ui.preview.PreviewWindow;

/// Brings the window up.
final class ClientMain {
    private ClientMain() {
    }

    /// Starts the toolkit if it does not run yet and shows the window.
    ///
    /// @param usable   told when the window can be used
    /// @param onClosed told when the window was closed and everything is on disk
    /// @throws vn.hoidan.core.problem.ProblemException if there is no display or its library is missing
    static MainWindow show(MainWindow.Parts parts, Runnable usable, Runnable onClosed) {
        UiThread.begin(parts.looks().now());
        UiThread.start();
        // not beside the toolkit's start, see there
        Theme.firstFonts();
        MainWindow window = new MainWindow(parts);
        CompletableFuture<MainWindow> shown = new CompletableFuture<>();
        UiThread.runAndWait(() -> {
            Theme.sheet(parts.looks().now());
            Stage stage = new Stage();
            window.show(stage, onClosed).whenComplete((_, failed) -> {
                if (failed == null) {
                    new FirstFrames(() -> {
                        usable.run();
                        Theme.otherFonts();
                        Theme.sign(stage);
                    }).start();
                    shown.complete(window);
                } else {
                    shown.completeExceptionally(failed);
                }
            });
        });
        return shown.join();
    }

    /// Starts the toolkit if it does not run yet and shows an author's window.
    ///
    /// @param onClosed told when the window was closed
    /// @throws vn.hoidan.core.problem.ProblemException if there is no display or its library is missing
    static void preview(PreviewModel model, Language language, InterviewScreens screens,
            PreviewSettings settings, Runnable onClosed) {
        UiThread.start();
        UiThread.runAndWait(() -> {
            Theme.install();
            new PreviewWindow(new Stage(), model, language, screens).show(onClosed);
            settings.form().ifPresent(model::open);
        });
    }
}
