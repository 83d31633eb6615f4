package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.support.BesideOthers;
import vn.hoidan.support.ImmediateBackground;

/// Plants words everywhere a respondent could be known by, lets the whole client work without its window, kills it,
/// and looks for the words in every byte that it ever wrote: store, its log, copies, temporary files and logs.
@BesideOthers
class PlantedBytesTest {
    private static final int HEADER_BYTES = 16;

    @TempDir
    Path folder;

    @Test
    void findsNothingOfARespondentInAnyByteThatTheClientWrote() throws Exception {
        Path laptop = Files.createDirectories(folder.resolve("watched/laptop"));
        Path watched = folder.resolve("watched");
        Files.createDirectories(watched.resolve("tmp"));
        try (SipasOffice office = new SipasOffice(folder.resolve("office"), FailingWritesTest.form(),
                PlantedLaptop.households())) {
            office.enrol(laptop, new ImmediateBackground());
            Process program = start(watched, laptop);
            try (BufferedReader said = program.inputReader(StandardCharsets.UTF_8)) {
                assertEquals("ready", said.readLine(), () -> log(watched));
                look(watched, "while the program is open");
                program.toHandle().destroyForcibly();
            } finally {
                program.destroyForcibly().waitFor();
            }
            look(watched, "after it was killed");
            spoil(watched);
            rescue(laptop);
            look(watched, "after the file was damaged");
            assertTrue(office.received().size() >= 6, "little was completed");
        }
    }

    /// The search must be able to find: a word in each of its forms, and what is meant to be readable.
    private void look(Path watched, String when) throws IOException {
        List<Path> files = files(watched);
        List<String> names = files.stream().map(file -> watched.relativize(file).toString()).toList();
        assertTrue(names.stream().anyMatch(name -> name.endsWith("field.db")), names::toString);
        assertTrue(names.stream().anyMatch(name -> name.contains("copies") || name.contains("backup")
                || name.endsWith(".copy")), names::toString);
        Map<Path, String> contents = PlantedWord.read(files);
        assertTrue(!PlantedWord.of(SipasOffice.LIST.text()).in(contents).isEmpty(), when);
        Path control = watched.resolve("control");
        for (String planted : PlantedLaptop.PLANTED) {
            PlantedWord word = PlantedWord.of(planted);
            for (byte[] form : word.forms()) {
                Files.write(control, form);
                assertEquals(List.of(control), word.in(PlantedWord.read(List.of(control))), planted);
            }
            assertEquals(List.of(), word.in(contents), planted + " " + when);
            String name = planted.substring(0, planted.indexOf('-'));
            assertEquals(List.of(), PlantedWord.of(name).in(contents), name + " " + when);
        }
        Files.delete(control);
        assertEquals(List.of(), PlantedWord.of(PlantedLaptop.APPOINTMENT).in(contents), "appointment " + when);
        names.forEach(name -> assertTrue(!name.contains("zqx"), name));
    }

    /// The head of the store becomes rubbish, so that what is left of it is brought over to a new file.
    private static void spoil(Path watched) throws IOException {
        for (Path file : files(watched)) {
            if (file.endsWith("field.db")) {
                byte[] content = Files.readAllBytes(file);
                for (int index = content.length / 2; index < content.length / 2 + 4_096; index++) {
                    content[index] = 0;
                }
                content[HEADER_BYTES + 3] ^= 1;
                Files.write(file, content);
            }
        }
    }

    private static void rescue(Path laptop) {
        try {
            SipasOffice.folders(laptop).unlock(SipasOffice.folders(laptop).profiles().getFirst().id(),
                    SipasOffice.PIN.toCharArray());
        } catch (vn.hoidan.core.problem.ProblemException said) {
            assertTrue(said.problem().kind().number() > 0);
        }
    }

    private static Process start(Path watched, Path laptop) throws IOException {
        String given = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        // the program works in the folder that is watched, so names that are relative to ours will not do
        String classPath = Stream.of(given.split(Pattern.quote(File.pathSeparator)))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + watched.resolve("tmp"), "-Duser.home=" + watched, "-cp", classPath,
                PlantedLaptop.class.getName(), laptop.toString()).directory(watched.toFile())
                .redirectError(watched.resolve("client.log").toFile()).start();
    }

    private static String log(Path watched) {
        try {
            return Files.readString(watched.resolve("client.log"));
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    private static List<Path> files(Path watched) throws IOException {
        try (Stream<Path> all = Files.walk(watched)) {
            return new ArrayList<>(all.filter(Files::isRegularFile).toList());
        }
    }
}
