package vn.hoidan.client.ui.question;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import vn.hoidan.client.app.store.PictureFormat;

/// Lets a person choose a file.
interface FileDialog {
    /// The system's own dialog.
    FileDialog SYSTEM = (window, pictures, kind) -> {
        FileChooser chooser = new FileChooser();
        if (pictures) {
            List<String> endings = List.of(PictureFormat.values()).stream()
                    .flatMap(format -> format.endings().stream()).flatMap(ending -> List.of("*." + ending,
                            "*." + ending.toUpperCase(Locale.ROOT)).stream()).toList();
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, endings));
        }
        return Optional.ofNullable(chooser.showOpenDialog(window)).map(File::toPath);
    };

    /// @param pictures only pictures are wanted
    /// @param kind     what pictures are called in the dialog
    /// @return empty when nothing was chosen
    Optional<Path> choose(Window window, boolean pictures, String kind);
}
