import java.util.Locale;

/// The system that is packaged for: always the one that the build runs on.
enum Platform {
    LINUX, WINDOWS, MACOS;

    static final Platform HERE = here();

    private static Platform here() {
        String name = System.getProperty("os.name");
        return name.startsWith("Windows") ? WINDOWS : name.startsWith("Mac") ? MACOS : LINUX;
    }

    /// As in the names of packages: `linux-x64`.
    static String label() {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
        return HERE.name().toLowerCase(Locale.ROOT) + "-" + machine;
    }

    /// Names of native libraries inside jars of JavaFX.
    String library() {
        return switch (this) {
            case LINUX -> ".so";
            case WINDOWS -> ".dll";
            case MACOS -> ".dylib";
        };
    }

    /// Where SQLite's library for this machine lies inside the jar of its driver.
    String sqliteFolder() {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        return "org/sqlite/native/" + switch (this) {
            case LINUX -> "Linux/";
            case WINDOWS -> "Windows/";
            case MACOS -> "Mac/";
        } + machine + "/";
    }
}
