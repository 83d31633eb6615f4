package vn.hoidan.architecture;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The table of directions: every room and what it may name. A class in no room breaks the rules, so a new room needs
/// a line here. Single classes stand before the packages that they are in.
final class Rooms {
    private static final Set<String> BASE = Set.of("java.base");
    private static final Set<String> SQL = Set.of("java.base", "java.sql");

    private static final Set<String> JAVA_ROSA =
            Set.of("org.javarosa", "org.kxml2", "org.xmlpull", "org.joda.time");
    private static final Set<String> CSV = Set.of("org.apache.commons.csv");
    /// JavaRosa's own reader of JSON: for GeoJSON in look-up files.
    private static final Set<String> JSON_READER = Set.of("com.fasterxml.jackson.core");
    private static final Set<String> GSON = Set.of("com.google.gson");
    private static final Set<String> BOUNCY_CASTLE = Set.of("org.bouncycastle");
    private static final Set<String> JDBI = Set.of("org.jdbi");
    private static final Set<String> HELIDON = Set.of("io.helidon");
    private static final Set<String> PICOCLI = Set.of("picocli");
    private static final Set<String> WINDOW = Set.of("javafx", "atlantafx", "org.kordamp.ikonli",
            "io.nayuki.qrcodegen");
    private static final Set<String> NONE = Set.of();

    /// What the wiring of a program may name besides its own rooms.
    private static final Set<String> FOUNDATIONS = Set.of("core", "message", "form", "vault", "wire", "sql", "sqlite",
            "report", "launch");

    static final List<Room> TABLE = List.of(
            new Room("core", Set.of("core"), BASE, NONE),
            new Room("launch", Set.of("launch", "core.release"), BASE, NONE),
            new Room("message", Set.of("message", "core.problem"), BASE, NONE),
            // java.logging: JavaRosa's own loggers write answers and timings, and are told to be quiet
            new Room("form", Set.of("form", "core", "sqlite", "message"),
                    Set.of("java.base", "java.xml", "java.logging"), both(JAVA_ROSA, both(CSV, JSON_READER))),
            new Room("vault", Set.of("vault", "core", "message"), BASE, BOUNCY_CASTLE),
            new Room("wire", Set.of("wire", "core", "message"), BASE, GSON),
            // java.logging: the library of documents tells of every font that it does not need
            new Room("report", Set.of("report", "core", "message"), Set.of("java.base", "java.xml", "java.logging"),
                    both(Set.of("com.openhtmltopdf"), Set.of("org.dhatim"))),
            new Room("sql", Set.of("sql"), BASE, JDBI),
            new Room("sqlite", Set.of("sqlite", "sql", "core.problem"), SQL, both(JDBI, Set.of("org.sqlite"))),
            new Room("postgresql", Set.of("postgresql", "sql", "core.problem"), SQL,
                    both(JDBI, Set.of("com.zaxxer.hikari"))),

            new Room("client.ClientWiring", both(FOUNDATIONS,
                    Set.of("client.*", "client.app", "client.store", "client.net", "client.ui")), BASE, NONE),
            new Room("client.Updating", Set.of("client.app", "client.store", "client.net", "client.ui.kit",
                    "client.Updating", "core", "vault", "launch"), BASE, NONE),
            new Room("client.ClientMain", Set.of("client.*", "client.app", "client.ui", "core", "message"), BASE,
                    Set.of("javafx")),
            new Room("client.*", Set.of("client.*", "client.app", "client.ui", "core", "message"), BASE, NONE),
            new Room("client.app", Set.of("client.app", "core", "message"), BASE, NONE),
            new Room("client.store",
                    Set.of("client.store", "client.app", "core", "sqlite", "wire", "vault", "message", "launch"),
                    SQL, JDBI),
            new Room("client.net", Set.of("client.net", "client.app", "core", "wire", "vault", "message"),
                    Set.of("java.base", "java.net.http"), NONE),
            // java.desktop: its sound alone, for the tone of a wrong key
            new Room("client.ui.keying.Beep", Set.of(), Set.of("java.base", "java.desktop"), NONE),
            new Room("client.ui", Set.of("client.ui", "client.app", "core", "message"), BASE, WINDOW),

            new Room("server.ServerWiring", both(FOUNDATIONS,
                    Set.of("server.*", "server.app", "server.store", "server.http")), BASE, NONE),
            new Room("server.ReleaseSigning",
                    Set.of("server.*", "server.app", "server.store", "core", "vault", "launch"), BASE, NONE),
            new Room("server.*", Set.of("server.*", "server.app", "core", "message"), BASE, NONE),
            new Room("server.app", Set.of("server.app", "core", "message"), BASE, NONE),
            new Room("server.store", Set.of("server.store", "server.app", "core", "sql", "sqlite", "postgresql",
                    "wire", "vault", "message", "launch"), SQL, JDBI),
            new Room("server.http", Set.of("server.http", "server.app", "core", "wire", "vault", "message"), BASE,
                    HELIDON),

            // java.logging: the program decides at its start how much is told; CSV: practice reads back what it wrote
            new Room("cli", Set.of("cli", "launch", "client.*",
                    "client.app", "server.*", "server.app", "core", "message"),
                    Set.of("java.base", "java.logging"), both(PICOCLI, CSV)));

    /// Packages of the JDK that core may not name although they are in java.base: the outside world and other threads.
    static final Set<String> CLOSED_TO_CORE = Set.of("java.io", "java.net", "java.nio.file", "java.nio.channels",
            "java.util.concurrent", "java.util.logging", "java.lang.reflect");

    /// Classes that core may not name: they bring time, chance or threads in by the back door.
    static final Set<String> CLASSES_CLOSED_TO_CORE = Set.of("java.lang.Thread", "java.lang.ThreadLocal",
            "java.lang.Process", "java.lang.ProcessBuilder", "java.lang.Runtime", "java.security.SecureRandom",
            "java.util.Timer", "java.util.ResourceBundle", "java.time.Clock", "java.time.InstantSource",
            "java.util.Scanner");

    /// Methods that core may not call, by owner; `now` of all classes of `java.time` is closed as well.
    static final Map<String, Set<String>> CALLS_CLOSED_TO_CORE = Map.of(
            "java.util.UUID", Set.of("randomUUID"),
            "java.lang.Math", Set.of("random"),
            "java.util.Locale", Set.of("getDefault"),
            "java.time.ZoneId", Set.of("systemDefault"),
            "java.util.TimeZone", Set.of("getDefault"),
            "java.lang.System", Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "lineSeparator",
                    "exit", "getLogger"));

    /// Calls that take the default locale, seed or clock because an argument is missing: owner, method, descriptor.
    static final Set<ClassFacts.Member> DEFAULTS_CLOSED_TO_CORE = Set.of(
            new ClassFacts.Member("java.lang.String", "toLowerCase", "()Ljava/lang/String;"),
            new ClassFacts.Member("java.lang.String", "toUpperCase", "()Ljava/lang/String;"),
            new ClassFacts.Member("java.lang.String", "formatted", "([Ljava/lang/Object;)Ljava/lang/String;"),
            new ClassFacts.Member("java.lang.String", "format",
                    "(Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/String;"),
            new ClassFacts.Member("java.time.format.DateTimeFormatter", "ofPattern",
                    "(Ljava/lang/String;)Ljava/time/format/DateTimeFormatter;"),
            new ClassFacts.Member("java.util.Random", "<init>", "()V"),
            new ClassFacts.Member("java.util.Date", "<init>", "()V"));

    /// What a view-model may name of JavaFX.
    static final Set<String> OPEN_TO_VIEW_MODELS = Set.of("javafx.beans", "javafx.collections");

    private Rooms() {
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return Set.copyOf(all);
    }
}
