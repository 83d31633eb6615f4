package vn.hoidan.client.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Lets a person choose a file; empty when nothing was chosen.
public interface FileDialogs {
    /// @param kind what such files are called
    /// @param name offered for the new file
    Optional<Path> toWrite(Window window, String kind, String name);

    Optional<Path> toRead(Window window, String kind);

    /// The system's own.
    ///
    /// @param ending of the files, without the dot
    static FileDialogs ofSystem(String ending) {
        return new FileDialogs() {
            @Override
            public Optional<Path> toWrite(Window window, String kind, String name) {
                FileChooser chooser = chooser(kind, ending);
                chooser.setInitialFileName(name);
                return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath);
            }

            @Override
            public Optional<Path> toRead(Window window, String kind) {
                return Optional.ofNullable(chooser(kind, ending).showOpenDialog(window)).map(File::toPath);
            }
        };
    }

    private static FileChooser chooser(String kind, String ending) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*." + ending));
        return chooser;
    }
}
