package vn.hoidan.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Holds the program to the table of directions in {@link Rooms} and shows each rule something that it must report.
class DirectionTest {
    /// Ratchet: raise it as the program grows, never lower it.
    private static final int FEWEST_CLASSES = 450;

    /// Ratchet: this list may only get shorter.
    private static final List<Allowance> ALLOWED = List.of();

    /// Something bad: what is reported, the class that does it and its body.
    record Sample(String rule, String className, String body) {
        @Override
        public String toString() {
            return rule + " " + className.substring(DirectionRules.ROOT.length()) + " " + body;
        }
    }

    private static Sample field(String rule, String className, String type) {
        return new Sample(rule, className, type + " used;");
    }

    private static Sample call(String rule, String className, String expression) {
        return new Sample(rule, className, "Object used() { return " + expression + "; }");
    }

    /// Each arrow of the design turned round, each library outside its room, each closed call.
    static final List<Sample> BAD = List.of(
            field("direction", "vn.hoidan.core.quota.Bad", "vn.hoidan.form.Target"),
            field("direction", "vn.hoidan.core.quota.Bad", "vn.hoidan.message.Target"),
            field("direction", "vn.hoidan.core.quota.Bad", "vn.hoidan.client.app.Target"),
            field("direction", "vn.hoidan.message.Bad", "vn.hoidan.core.quota.Target"),
            field("direction", "vn.hoidan.form.Bad", "vn.hoidan.wire.Target"),
            field("direction", "vn.hoidan.vault.Bad", "vn.hoidan.wire.Target"),
            field("direction", "vn.hoidan.wire.Bad", "vn.hoidan.vault.Target"),
            field("direction", "vn.hoidan.sqlite.Bad", "vn.hoidan.core.quota.Target"),
            field("direction", "vn.hoidan.client.app.Bad", "vn.hoidan.client.store.Target"),
            field("direction", "vn.hoidan.client.app.Bad", "vn.hoidan.client.ui.Target"),
            field("direction", "vn.hoidan.client.app.Bad", "vn.hoidan.form.Target"),
            field("direction", "vn.hoidan.client.app.Bad", "vn.hoidan.wire.Target"),
            field("direction", "vn.hoidan.client.store.Bad", "vn.hoidan.client.net.Target"),
            field("direction", "vn.hoidan.client.net.Bad", "vn.hoidan.client.store.Target"),
            field("direction", "vn.hoidan.client.ui.Bad", "vn.hoidan.client.store.Target"),
            field("direction", "vn.hoidan.client.ui.Bad", "vn.hoidan.client.ClientWiring"),
            field("direction", "vn.hoidan.client.ClientMain", "vn.hoidan.client.store.Target"),
            field("direction", "vn.hoidan.client.Other", "vn.hoidan.form.Target"),
            field("direction", "vn.hoidan.client.app.Bad", "vn.hoidan.server.app.Target"),
            field("direction", "vn.hoidan.client.ClientWiring", "vn.hoidan.server.app.Target"),
            field("direction", "vn.hoidan.server.app.Bad", "vn.hoidan.server.store.Target"),
            field("direction", "vn.hoidan.server.app.Bad", "vn.hoidan.wire.Target"),
            field("direction", "vn.hoidan.server.store.Bad", "vn.hoidan.server.http.Target"),
            field("direction", "vn.hoidan.server.http.Bad", "vn.hoidan.server.store.Target"),
            field("direction", "vn.hoidan.server.ServerMain", "vn.hoidan.server.store.Target"),
            field("direction", "vn.hoidan.server.ServerWiring", "vn.hoidan.client.app.Target"),
            field("direction", "vn.hoidan.server.app.Bad", "vn.hoidan.cli.Target"),
            field("direction", "vn.hoidan.cli.Bad", "vn.hoidan.server.store.Target"),
            field("direction", "vn.hoidan.cli.Bad", "vn.hoidan.client.store.Target"),
            field("direction", "vn.hoidan.cli.Bad", "java.util.List<vn.hoidan.client.net.Target[]>"),
            call("direction", "vn.hoidan.client.app.Bad", "Target.TEXT"),
            new Sample("direction", "vn.hoidan.client.app.Bad",
                    "@interface Names { Class<?>[] value(); } @Names(vn.hoidan.client.ui.Target.class) int used;"),
            field("direction", "vn.hoidan.client.app.Bad", "java.util.Map<String, vn.hoidan.client.ui.Target>"),
            field("room", "vn.hoidan.helpers.Bad", "String"),
            field("room", "vn.hoidan.client.extras.Bad", "String"),
            field("library", "vn.hoidan.client.app.Bad", "javafx.beans.Observable"),
            field("library", "vn.hoidan.cli.Bad", "javafx.beans.Observable"),
            field("library", "vn.hoidan.wire.Bad", "org.javarosa.core.FormDef"),
            field("library", "vn.hoidan.client.store.Bad", "com.google.gson.Gson"),
            field("library", "vn.hoidan.client.store.Bad", "org.bouncycastle.Cipher"),
            field("library", "vn.hoidan.server.app.Bad", "org.jdbi.Handle"),
            field("library", "vn.hoidan.server.app.Bad", "io.helidon.Server"),
            field("library", "vn.hoidan.server.ServerMain", "picocli.Command"),
            field("module", "vn.hoidan.core.quota.Bad", "java.sql.Connection"),
            field("module", "vn.hoidan.server.app.Bad", "java.sql.Connection"),
            field("module", "vn.hoidan.client.store.Bad", "java.net.http.HttpClient"),
            field("core", "vn.hoidan.core.quota.Bad", "java.io.InputStream"),
            field("core", "vn.hoidan.core.quota.Bad", "java.net.URI"),
            field("core", "vn.hoidan.core.quota.Bad", "java.nio.file.Path"),
            field("core", "vn.hoidan.core.quota.Bad", "Thread"),
            field("core", "vn.hoidan.core.quota.Bad", "java.util.concurrent.Executor"),
            call("core", "vn.hoidan.core.quota.Bad", "java.time.Instant.now()"),
            call("core", "vn.hoidan.core.quota.Bad", "java.time.LocalDate.now(java.time.ZoneOffset.UTC)"),
            call("core", "vn.hoidan.core.quota.Bad", "java.util.UUID.randomUUID()"),
            call("core", "vn.hoidan.core.quota.Bad", "java.util.Locale.getDefault()"),
            call("core", "vn.hoidan.core.quota.Bad", "java.time.ZoneId.systemDefault()"),
            call("core", "vn.hoidan.core.quota.Bad", "System.currentTimeMillis()"),
            call("core", "vn.hoidan.core.quota.Bad", "System.nanoTime()"),
            call("core", "vn.hoidan.core.quota.Bad", "new java.util.Random()"),
            call("core", "vn.hoidan.core.quota.Bad", "\"A\".toLowerCase()"),
            call("core", "vn.hoidan.core.quota.Bad", "\"%d\".formatted(1)"),
            call("core", "vn.hoidan.core.quota.Bad", "(java.util.function.LongSupplier) System::nanoTime"),
            field("view-model", "vn.hoidan.client.ui.home.HomeViewModel", "javafx.scene.Node"),
            field("view-model", "vn.hoidan.client.ui.home.HomeModel", "javafx.application.Platform"),
            field("window-thread", "vn.hoidan.client.ui.home.Bad", "javafx.application.Platform"),
            call("standard-streams", "vn.hoidan.server.app.Bad", "System.out"),
            call("standard-streams", "vn.hoidan.client.net.Bad", "System.err"),
            new Sample("standard-streams", "vn.hoidan.client.net.Bad",
                    "void used(Exception e) { e.printStackTrace(); }"),
            new Sample("standard-streams", "vn.hoidan.client.net.Bad", "void used() { System.exit(1); }"),
            call("enum-name", "vn.hoidan.wire.Bad", "vn.hoidan.core.Kind.ONE.name()"),
            call("enum-name", "vn.hoidan.wire.Bad", "vn.hoidan.core.Kind.valueOf(\"ONE\")"),
            field("jdk-inside", "vn.hoidan.vault.Bad", "com.sun.net.httpserver.HttpServer"));

    @TempDir
    private static Path goodHouse;
    private static List<ClassFacts> good;

    @BeforeAll
    static void buildGoodHouse() throws IOException {
        good = Compiled.facts(goodHouse, goodHouse, surroundings());
    }

    @Test
    void everyArrowOfTheDesignHolds() throws IOException {
        List<Violation> found = DirectionRules.check(program());
        assertEquals(List.of(), Allowance.apply(ALLOWED, found, LocalDate.now(ZoneOffset.UTC)));
    }

    @Test
    void sawEveryClassThatTheSourcesDeclare() throws IOException {
        Set<String> seen = program().stream().map(ClassFacts::name).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (String file : Repository.mainSources().keySet()) {
            String name = className(file);
            if (!seen.contains(name)) {
                missing.add(name);
            }
        }
        assertEquals(Set.of(), missing, "sources without a class that was looked at");
        assertTrue(seen.size() >= FEWEST_CLASSES, "only " + seen.size() + " classes seen");
    }

    @Test
    void everyRoomOfTheTableHasItsClasses() throws IOException {
        Set<String> empty = Rooms.TABLE.stream().map(Room::place).collect(Collectors.toCollection(TreeSet::new));
        program().forEach(facts -> DirectionRules.roomOf(facts.name()).ifPresent(room -> empty.remove(room.place())));
        assertEquals(Set.of(), empty, "rooms without a class");
    }

    @ParameterizedTest
    @FieldSource("BAD")
    void reports(Sample sample, @TempDir Path folder) throws IOException {
        List<Violation> found = DirectionRules.check(withGoodHouse(sample, folder));
        assertTrue(found.stream().anyMatch(violation -> violation.rule().equals(sample.rule())
                && violation.where().contains(sample.className())), "not reported, only " + found);
        assertTrue(found.stream().allMatch(violation -> violation.rule().equals("cycle")
                || violation.where().contains(sample.className())),
                "reported what is right: " + found);
    }

    @Test
    void reportsPackagesThatNameEachOther(@TempDir Path folder) throws IOException {
        Map<String, String> sources = Map.of(
                "vn.hoidan.core.one.First", type("vn.hoidan.core.one.First", "vn.hoidan.core.two.Second next;"),
                "vn.hoidan.core.two.Second", type("vn.hoidan.core.two.Second", "vn.hoidan.core.three.Third next;"),
                "vn.hoidan.core.three.Third", type("vn.hoidan.core.three.Third", "vn.hoidan.core.one.First next;"));
        List<Violation> found = DirectionRules.check(Compiled.facts(folder, folder, sources));
        assertEquals(List.of("cycle"), found.stream().map(Violation::rule).toList());
    }

    @Test
    void reportsNothingWhereEveryRoomNamesWhatItMay() {
        assertEquals(List.of(), DirectionRules.check(good));
    }

    private static List<ClassFacts> program() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        Repository.mainSources().forEach((file, text) -> sources.put(className(file), text));
        return ClassFacts.readAll(Repository.CLASSES).stream()
                .map(facts -> facts.withImports(sources.getOrDefault(facts.outermostName(), "")))
                .filter(facts -> !facts.name().endsWith("package-info")).toList();
    }

    private static String className(String file) {
        return file.substring("src/main/java/".length(), file.length() - ".java".length()).replace('/', '.');
    }

    private static List<ClassFacts> withGoodHouse(Sample sample, Path folder) throws IOException {
        String name = sample.className();
        String target = sample.body().contains("Target.TEXT") ? "\nimport vn.hoidan.client.store.Target;\n" : "";
        String source = "package " + ClassFacts.packageOf(name) + ";" + target + type(name, sample.body())
                .substring(("package " + ClassFacts.packageOf(name) + ";").length());
        List<ClassFacts> all = new ArrayList<>(Compiled.facts(folder, goodHouse, Map.of(name, source)));
        good.stream().filter(facts -> !facts.outermostName().equals(name)).forEach(all::add);
        return all;
    }

    /// A small house in which every arrow is right, with stand-ins for the libraries.
    private static Map<String, String> surroundings() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String name : List.of("javafx.application.Platform", "javafx.beans.Observable", "javafx.scene.Node",
                "org.javarosa.core.FormDef", "com.google.gson.Gson", "org.bouncycastle.Cipher", "org.jdbi.Handle",
                "io.helidon.Server", "picocli.Command")) {
            sources.put(name, type(name, ""));
        }
        sources.put("vn.hoidan.core.Kind", "package vn.hoidan.core; public enum Kind { ONE }");
        for (String place : List.of("core.quota", "message", "form", "vault", "wire", "sqlite", "client.app",
                "client.store", "client.net", "client.ui", "server.app", "server.store", "server.http", "cli")) {
            String name = DirectionRules.ROOT + place + ".Target";
            sources.put(name, type(name, "public static final String TEXT = \"text\";"));
        }
        good(sources, "core.problem.Kinds", "java.time.Instant", "java.util.List<String>");
        good(sources, "message.Texts", "vn.hoidan.core.problem.Kinds", "java.util.Properties");
        good(sources, "form.Engine", "org.javarosa.core.FormDef", "vn.hoidan.sqlite.Target", "vn.hoidan.core.Kind");
        good(sources, "vault.Key", "org.bouncycastle.Cipher", "vn.hoidan.core.Kind");
        good(sources, "wire.Json", "com.google.gson.Gson", "vn.hoidan.core.Kind");
        good(sources, "sqlite.Base", "org.jdbi.Handle", "java.sql.Connection", "vn.hoidan.core.problem.Kinds");
        good(sources, "client.app.Work", "vn.hoidan.core.Kind", "Thread");
        good(sources, "client.store.Store", "org.jdbi.Handle", "vn.hoidan.client.app.Work", "vn.hoidan.wire.Json");
        good(sources, "client.net.Net", "java.net.http.HttpClient", "vn.hoidan.client.app.Work");
        good(sources, "client.ui.Window", "javafx.application.Platform", "javafx.scene.Node",
                "vn.hoidan.client.app.Work", "vn.hoidan.message.Texts");
        good(sources, "client.ui.WindowViewModel", "javafx.beans.Observable", "vn.hoidan.client.app.Work");
        good(sources, "client.ClientWiring", "vn.hoidan.client.store.Store", "vn.hoidan.client.net.Net",
                "vn.hoidan.form.Engine", "vn.hoidan.client.ui.Window");
        good(sources, "client.ClientMain", "ClientWiring", "javafx.scene.Node");
        good(sources, "server.app.Intake", "vn.hoidan.core.Kind");
        good(sources, "server.store.Store", "org.jdbi.Handle", "vn.hoidan.server.app.Intake");
        good(sources, "server.http.Door", "io.helidon.Server", "vn.hoidan.server.app.Intake", "vn.hoidan.wire.Json");
        good(sources, "server.ServerWiring", "vn.hoidan.server.store.Store", "vn.hoidan.server.http.Door");
        good(sources, "cli.Command", "picocli.Command", "vn.hoidan.client.ClientMain",
                "vn.hoidan.server.ServerWiring", "java.io.PrintStream");
        return sources;
    }

    private static void good(Map<String, String> sources, String place, String... named) {
        StringBuilder fields = new StringBuilder();
        for (int index = 0; index < named.length; index++) {
            fields.append("public ").append(named[index]).append(" f").append(index).append("; ");
        }
        sources.put(DirectionRules.ROOT + place, type(DirectionRules.ROOT + place, fields.toString()));
    }

    private static String type(String name, String body) {
        return "package " + ClassFacts.packageOf(name) + "; public class "
                + name.substring(name.lastIndexOf('.') + 1) + " { " + body + " }";
    }
}
