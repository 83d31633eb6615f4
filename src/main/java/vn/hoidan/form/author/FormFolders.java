package vn.hoidan.form.author;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.hoidan.form.QuestionnairePackage;

/// Where the files of a form may lie.
///
/// @param form    the form itself, absolute
/// @param folders in the order in which they are looked through
record FormFolders(Path form, List<Path> folders) implements FormPlace {
    static final String MEDIA = "media";
    private static final String SURVEY_SHEET = "survey.csv";
    /// Entries of a folder that are looked at when a name is written in other characters, or for a stamp.
    private static final int MOST_ENTRIES = 2_000;

    static FormFolders of(Path form) {
        Path absolute = folderOf(form.toAbsolutePath().normalize());
        Path parent = Optional.ofNullable(absolute.getParent()).orElse(absolute);
        String name = Optional.ofNullable(absolute.getFileName()).map(Path::toString).orElse("");
        boolean folder = Files.isDirectory(absolute);
        int dot = folder ? -1 : name.lastIndexOf('.');
        Path media = parent.resolve((dot > 0 ? name.substring(0, dot) : name) + "-" + MEDIA);
        return new FormFolders(absolute, folder ? List.of(media, absolute.resolve(MEDIA), absolute)
                : List.of(media, parent));
    }

    /// A folder of sheets is opened by its survey sheet too: dialogs choose files.
    static Path folderOf(Path form) {
        Path name = form.getFileName();
        return name != null && name.toString().equalsIgnoreCase(SURVEY_SHEET) && form.getParent() != null
                && Files.isRegularFile(form) ? form.getParent() : form;
    }

    @Override
    public String names() {
        return String.join(", ", folders.stream().map(folder -> Optional.ofNullable(folder.getFileName())
                .map(Path::toString).orElse("/")).toList());
    }

    /// Every place where the file may lie, there or not.
    List<Path> places(String name) {
        List<Path> places = new ArrayList<>();
        for (Path folder : folders) {
            try {
                Path place = folder.resolve(name).normalize();
                if (folder.equals(place.getParent())) {
                    places.add(place);
                }
            } catch (InvalidPathException notAName) {
                return List.of();
            }
        }
        return places;
    }

    @Override
    public Sought read(String name) {
        for (Path place : places(name)) {
            Optional<Path> file = Files.isRegularFile(place) ? Optional.of(place) : writtenOtherwise(place);
            if (file.isPresent()) {
                return content(file.get());
            }
        }
        return new Missing();
    }

    private static Sought content(Path file) {
        try (InputStream source = Files.newInputStream(file)) {
            return FormPlace.bounded(source.readNBytes(QuestionnairePackage.MOST_BYTES + 1));
        } catch (IOException unreadable) {
            return new Missing();
        }
    }

    /// Systems write accented letters in one character or in two; the author sees the same name.
    private static Optional<Path> writtenOtherwise(Path place) {
        String wanted = composed(place);
        return entries(place.getParent()).stream()
                .filter(entry -> composed(entry).equals(wanted) && Files.isRegularFile(entry)).findFirst();
    }

    private static String composed(Path path) {
        return Normalizer.normalize(path.getFileName().toString(), Normalizer.Form.NFC);
    }

    private static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.limit(MOST_ENTRIES).sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /// Times and sizes of the form and of what belongs to it.
    String stamp(List<Path> needed) {
        List<Path> watched = new ArrayList<>(List.of(form));
        watched.addAll(entries(form));
        watched.addAll(entries(folders.getFirst()));
        watched.addAll(needed);
        StringBuilder stamp = new StringBuilder();
        for (Path path : watched) {
            try {
                BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
                stamp.append(path).append('|').append(file.lastModifiedTime().toMillis()).append('|')
                        .append(file.isRegularFile() ? file.size() : 0).append('\n');
            } catch (IOException missing) {
                stamp.append(path).append("|-\n");
            }
        }
        return stamp.toString();
    }
}
