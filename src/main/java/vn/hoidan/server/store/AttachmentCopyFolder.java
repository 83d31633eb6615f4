package vn.hoidan.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.book.AttachmentCopies;
import vn.hoidan.sqlite.FolderProblems;

/// Copies of sealed files in a folder beside the backups.
///
/// @param files  the folder of the office
/// @param copies the folder beside the backups
public record AttachmentCopyFolder(Path files, Path copies) implements AttachmentCopies {
    private static final String PART = ".copy";

    @Override
    public boolean backUp(Bytes file) {
        try {
            Path original = files.resolve(file.hex());
            Path copy = copies.resolve(file.hex());
            if (Files.exists(copy) && (!Files.exists(original) || Files.size(copy) == Files.size(original))) {
                return true;
            }
            return Files.exists(original) && copied(original, copy, file);
        } catch (IOException refused) {
            throw FolderProblems.of(refused, copies);
        }
    }

    @Override
    public boolean bringBack(Bytes file) {
        try {
            Path original = files.resolve(file.hex());
            Path copy = copies.resolve(file.hex());
            return AttachmentFolder.isWhole(original, file)
                    || Files.exists(copy) && copied(copy, original, file);
        } catch (IOException refused) {
            throw FolderProblems.of(refused, files);
        }
    }

    /// Beside its place first, so that nothing half-written ever passes for whole.
    private static boolean copied(Path from, Path to, Bytes hash) throws IOException {
        Files.createDirectories(to.getParent());
        Path beside = to.resolveSibling(to.getFileName() + PART);
        Files.copy(from, beside, StandardCopyOption.REPLACE_EXISTING);
        AttachmentFolder.force(beside);
        if (!AttachmentFolder.isWhole(beside, hash)) {
            Files.delete(beside);
            return false;
        }
        Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }
}
