package vn.hoidan.client;

import java.nio.file.Path;
import java.util.Optional;

/// What an author's window is started with.
///
/// @param form     opened first, if given
/// @param language one of {@link vn.hoidan.message.Messages#LANGUAGES}
public record PreviewSettings(Optional<Path> form, String language) {
}
