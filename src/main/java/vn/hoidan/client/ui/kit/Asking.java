package vn.hoidan.client.ui.kit;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.stage.Window;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;

/// Asks for a file or a folder by a dialog of the system, which stays open when the laptop locks itself meanwhile.
public final class Asking {
    private Asking() {
    }

    /// @param page that asks
    /// @return empty when nothing was chosen, and when the page has gone since: nobody is there for whom it could be
    ///         done, and that is told
    public static Optional<Path> on(Node page, Navigator navigator, Function<Window, Optional<Path>> dialog) {
        Optional<Path> chosen = dialog.apply(page.getScene().getWindow());
        if (chosen.isPresent() && page.getScene() == null) {
            navigator.tell(Problem.of(ProblemKind.LOCKED_MEANWHILE));
            return Optional.empty();
        }
        return chosen;
    }
}
