package vn.hoidan.client;

import java.util.concurrent.atomic.AtomicReference;
import javafx.stage.Stage;
import vn.hoidan.client.ui.frame.MainWindow;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.UiThread;

/// Brings the window up.
final class ClientMain {
    private ClientMain() {
    }

    /// Starts the toolkit if it does not run yet and shows the window.
    ///
    /// @param onClosed told when the window was closed and everything is on disk
    /// @throws vn.hoidan.core.problem.ProblemException if there is no display or its library is missing
    static MainWindow show(MainWindow.Parts parts, Runnable onClosed) {
        UiThread.start();
        AtomicReference<MainWindow> shown = new AtomicReference<>();
        UiThread.runAndWait(() -> {
            Theme.install(false);
            MainWindow window = new MainWindow(new Stage(), parts);
            window.show(onClosed);
            shown.set(window);
        });
        return shown.get();
    }
}
