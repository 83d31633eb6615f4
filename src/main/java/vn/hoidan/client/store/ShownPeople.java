package vn.hoidan.client.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.sqlite.FolderProblems;

/// What anybody may see of the people of a laptop before a PIN is given: the {@link PersonFile} in each person's
/// folder. No store is opened for it.
///
/// @param people folder of the people's folders; need not be there
public record ShownPeople(Path people) {
    static final String FOLDER = "people";
    private static final String ID_FORM = "[A-Za-z0-9][A-Za-z0-9-]{0,59}";
    private static final System.Logger LOG = System.getLogger(ShownPeople.class.getName());

    /// @param data folder of the program's data on this laptop
    public static ShownPeople in(Path data) {
        return new ShownPeople(data.toAbsolutePath().resolve(FOLDER));
    }

    /// By name. A folder whose plain file cannot be read is logged and left out as long as there is another person who
    /// can work; alone it is a problem.
    List<Profile> all() {
        List<Profile> found = new ArrayList<>();
        List<ProblemException> damaged = new ArrayList<>();
        for (String id : folders()) {
            try {
                found.add(PersonFile.read(id, place(id).resolve(PersonFile.NAME)));
            } catch (ProblemException unreadable) {
                LOG.log(System.Logger.Level.ERROR, "a person's folder cannot be read: " + unreadable.getMessage());
                damaged.add(unreadable);
            }
        }
        if (found.isEmpty() && !damaged.isEmpty()) {
            throw damaged.getFirst();
        }
        found.sort(ShownPeople::byName);
        return found;
    }

    /// By hand, because the comparators of the library are made anew at each start of the program.
    private static int byName(Profile one, Profile other) {
        int names = one.person().name().compareTo(other.person().name());
        return names != 0 ? names : one.id().compareTo(other.id());
    }

    private List<String> folders() {
        if (!Files.isDirectory(people)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(people)) {
            return inside.filter(Files::isDirectory).map(path -> path.getFileName().toString())
                    .filter(name -> name.matches(ID_FORM)).sorted().toList();
        } catch (IOException refused) {
            throw FolderProblems.of(refused, people);
        }
    }

    /// Lays down what is shown of a person and no store: for one who wants to see the page that asks for the PIN.
    /// Nobody can sign in there.
    public void add(Profile profile) {
        Path place = place(profile.id());
        try {
            Files.createDirectories(place);
            Files.write(place.resolve(PersonFile.NAME), PersonFile.plain(profile));
        } catch (IOException refused) {
            throw FolderProblems.of(refused, people);
        }
    }

    /// Where a person's folder lies, or is to lie.
    Path place(String id) {
        if (!id.matches(ID_FORM)) {
            throw new IllegalArgumentException("profile id");
        }
        return people.resolve(id);
    }
}
