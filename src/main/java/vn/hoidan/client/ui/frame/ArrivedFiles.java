package vn.hoidan.client.ui.frame;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import vn.hoidan.client.ui.signin.SignInScreen;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.CodeFile;

/// Files that came by a double click or were dropped on the window. The last one waits until the window can take it:
/// a code until nobody works, work of colleagues until somebody is signed in and no interview is open.
final class ArrivedFiles {
    private final SideScreens sides;
    private final Banner banner;
    private final BooleanSupplier working;
    private final boolean joins;
    /// Null when none waits.
    private Path waiting;
    /// Why it waits, if the person was told; null otherwise.
    private Problem told;

    /// @param working whether somebody is signed in
    /// @param joins   whether people join here by codes
    ArrivedFiles(SideScreens sides, Banner banner, BooleanSupplier working, boolean joins) {
        this.sides = sides;
        this.banner = banner;
        this.working = working;
        this.joins = joins;
    }

    /// From now on files can be dropped there.
    void listen(Node root) {
        root.setOnDragOver(event -> {
            if (event.getDragboard().getFiles().stream().map(File::toPath).anyMatch(this::isOurs)) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        root.setOnDragDropped(this::dropped);
    }

    private void dropped(DragEvent event) {
        event.getDragboard().getFiles().stream().map(File::toPath).filter(this::isOurs).findFirst().ifPresent(file -> {
            arrived(file);
            event.setDropCompleted(true);
            event.consume();
        });
    }

    void arrived(Path file) {
        if (!isOurs(file)) {
            banner.tell(problem(ProblemKind.FILE_OF_OTHERS, file));
            return;
        }
        waiting = file;
        if (!taken() && (working.getAsBoolean() || isOf(file, Envelope.FILE_ENDING))) {
            told = problem(whyNot(), file);
            banner.tell(told);
        }
    }

    /// Looks again whether what waits can be taken; to be called every second or so.
    void tick() {
        if (waiting != null) {
            taken();
        }
    }

    private boolean taken() {
        Path file = waiting;
        boolean taken = isOf(file, CodeFile.ENDING)
                ? sides.top().get() instanceof SignInScreen signIn && signIn.use(file) : sides.take(file);
        if (taken) {
            waiting = null;
            Optional.ofNullable(told).ifPresent(banner::over);
            told = null;
        }
        return taken;
    }

    private ProblemKind whyNot() {
        if (isOf(waiting, CodeFile.ENDING)) {
            return ProblemKind.CODE_FILE_WAITS;
        }
        return working.getAsBoolean() ? ProblemKind.CARRIED_WAITS_FOR_INTERVIEW : ProblemKind.CARRIED_WAITS_FOR_PIN;
    }

    private static Problem problem(ProblemKind kind, Path file) {
        return Problem.of(kind, "file", String.valueOf(file.getFileName()));
    }

    private boolean isOurs(Path file) {
        return isOf(file, Envelope.FILE_ENDING) || joins && isOf(file, CodeFile.ENDING);
    }

    private static boolean isOf(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith("." + ending);
    }
}
