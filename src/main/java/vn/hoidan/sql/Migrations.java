package vn.hoidan.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbered SQL files of one store: `V001__name.sql`, `V002__…` in a class-path folder, listed one a line in a file
/// `index` beside them, because folders inside a jar cannot be listed portably. A file that has been released is never
/// changed again.
public record Migrations(List<Step> steps) {
    private static final Pattern NAME = Pattern.compile("V(\\d{3})__[a-z0-9_]+\\.sql");

    /// @param version version of the store after it
    public record Step(int version, String name, String sql) {
    }

    public Migrations {
        steps = List.copyOf(steps);
        for (int index = 0; index < steps.size(); index++) {
            if (steps.get(index).version() != index + 1) {
                throw new IllegalStateException("migrations are not numbered 1, 2, 3 …: " + steps.get(index).name());
            }
        }
    }

    /// Version of a store to which all of them were applied.
    public int newest() {
        return steps.size();
    }

    public static Migrations load(String folder) {
        List<Step> steps = new ArrayList<>();
        for (String line : text(folder + "/index").split("\\R")) {
            String name = line.strip();
            if (name.isEmpty()) {
                continue;
            }
            Matcher matcher = NAME.matcher(name);
            if (!matcher.matches()) {
                throw new IllegalStateException("name of a migration: " + name);
            }
            steps.add(new Step(Integer.parseInt(matcher.group(1)), name, text(folder + "/" + name)));
        }
        return new Migrations(steps);
    }

    /// What stands under the name of a step in another folder: another way to the same form, for one kind of database.
    public static Optional<String> own(String folder, Step step) {
        return maybeText(folder + "/" + step.name());
    }

    private static String text(String resource) {
        return maybeText(resource).orElseThrow(() -> new IllegalStateException("no resource " + resource));
    }

    private static Optional<String> maybeText(String resource) {
        try (InputStream stream = Migrations.class.getClassLoader().getResourceAsStream(resource)) {
            return stream == null ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
