import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What is packaged.
///
/// @param name       of folders, launchers and packages
/// @param window     whether it has one
/// @param arguments  what the launcher gives the program when a person gives nothing
/// @param rehearsal  what the program does while its start is being learned
/// @param modules    of the JDK and JavaFX in its runtime
/// @param unwanted   beginnings of the names of libraries that it does without
record Product(String name, boolean window, List<String> arguments, List<String> rehearsal, Set<String> modules,
        List<String> unwanted) {
    private static final Set<String> COMMON = Set.of("java.base", "java.desktop", "java.logging", "java.management",
            "java.naming", "java.net.http", "java.sql", "java.xml", "jdk.unsupported", "jdk.localedata", "jdk.zipfs");

    static Product of(String name) {
        return switch (name) {
            case "client" -> new Product("hoi-dan", true, List.of("client"), List.of("client", "check"),
                    with("javafx.controls"), List.of("javafx-", "postgresql-", "HikariCP-"));
            case "server" -> new Product("hoi-dan-server", false, List.of(),
                    List.of("survey", "create", "--pack", "sipas-2023", "--id", "rehearsal", "--practice"), COMMON,
                    List.of("javafx-", "atlantafx-", "ikonli-"));
            default -> throw new IllegalArgumentException("client or server, not " + name);
        };
    }

    /// Folder of its files for the installer.
    String folder() {
        return window ? "client" : "server";
    }

    private static Set<String> with(String module) {
        Set<String> all = new TreeSet<>(COMMON);
        all.add(module);
        return all;
    }
}
