package vn.hoidan.form.xlsform;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.javarosa.xform.util.XFormUtils;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Compares with what the field's common compiler makes of several hundred small forms. The forms are not part of the
/// project: `-Dhoidan.corpus=FOLDER` names the folder with `forms.jsonl`; without it nothing is compared.
class CorpusTest {
    private static final int LEAST_AGREED_PERCENT = 97;
    /// Faults that say that a feature is left out on purpose; forms that the other compiler takes are counted apart.
    private static final Set<CellErrorKind> OUT_OF_SCOPE = Set.of(CellErrorKind.TYPE_NOT_SUPPORTED,
            CellErrorKind.ENTITIES_NOT_SUPPORTED, CellErrorKind.SEARCH_NOT_SUPPORTED);

    private enum Outcome {
        BOTH_TAKE,
        BOTH_REFUSE,
        ONLY_WE_TAKE,
        ONLY_WE_REFUSE,
        LEFT_OUT
    }

    private record Form(String id, String markdown, Optional<String> xform, Optional<String> error) {
    }

    private static List<Form> forms() throws IOException {
        Optional<Path> file = Optional.ofNullable(System.getProperty("hoidan.corpus"))
                .flatMap(folder -> Stream.of(Path.of(folder, "forms.jsonl"), Path.of(folder, "xlsform", "forms.jsonl"))
                        .filter(Files::isRegularFile).findFirst());
        Assumptions.assumeTrue(file.isPresent(), "no corpus: give its folder as -Dhoidan.corpus=FOLDER");
        List<Form> forms = new ArrayList<>();
        for (String line : Files.readAllLines(file.orElseThrow())) {
            JsonObject json = JsonParser.parseString(line).getAsJsonObject();
            forms.add(new Form(json.get("id").getAsString(), json.get("markdown").getAsString(),
                    text(json, "xform"), text(json, "error")));
        }
        return forms;
    }

    private static Optional<String> text(JsonObject json, String name) {
        return json.has(name) && !json.get(name).isJsonNull() ? Optional.of(json.get(name).getAsString())
                : Optional.empty();
    }

    @Test
    void agreesOnWhichFormsAreTaken() throws IOException {
        Map<Outcome, List<String>> outcomes = new EnumMap<>(Outcome.class);
        Path folder = Files.createDirectories(Path.of("target", "corpus"));
        for (Form form : forms()) {
            Compilation ours = XlsFormCompiler.compile(MarkdownSheets.parse(form.markdown()));
            if (ours instanceof Compilation.Compiled compiled) {
                Files.write(folder.resolve(form.id() + ".xml"), compiled.xform().toArray());
            }
            outcomes.computeIfAbsent(outcome(form, ours), key -> new ArrayList<>())
                    .add(form.id() + " " + form.error().orElse("") + " " + ours(ours));
        }
        StringBuilder report = new StringBuilder();
        new TreeMap<>(outcomes).forEach((outcome, ids) -> report.append(outcome).append(' ').append(ids.size())
                .append('\n'));
        for (Outcome outcome : List.of(Outcome.ONLY_WE_TAKE, Outcome.ONLY_WE_REFUSE, Outcome.LEFT_OUT)) {
            outcomes.getOrDefault(outcome, List.of()).forEach(line -> report.append(outcome).append(' ')
                    .append(line.lines().collect(Collectors.joining(" "))).append('\n'));
        }
        Files.writeString(folder.resolve("report.txt"), report);
        int agreed = size(outcomes, Outcome.BOTH_TAKE) + size(outcomes, Outcome.BOTH_REFUSE);
        int scope = agreed + size(outcomes, Outcome.ONLY_WE_TAKE) + size(outcomes, Outcome.ONLY_WE_REFUSE);
        assertTrue(agreed >= LEAST_AGREED_PERCENT * scope / 100, report.toString());
    }

    private static int size(Map<Outcome, List<String>> outcomes, Outcome outcome) {
        return outcomes.getOrDefault(outcome, List.of()).size();
    }

    private static String ours(Compilation compilation) {
        return switch (compilation) {
            case Compilation.Compiled compiled -> "";
            case Compilation.Refused refused -> refused.errors().stream()
                    .filter(error -> OUT_OF_SCOPE.contains(error.kind())).findFirst()
                    .orElse(refused.errors().getFirst()).text("en");
        };
    }

    private static Outcome outcome(Form form, Compilation ours) {
        return switch (ours) {
            case Compilation.Compiled compiled -> form.xform().isPresent() ? Outcome.BOTH_TAKE : Outcome.ONLY_WE_TAKE;
            case Compilation.Refused refused when form.xform().isEmpty() -> Outcome.BOTH_REFUSE;
            case Compilation.Refused refused when refused.errors().stream()
                    .anyMatch(error -> OUT_OF_SCOPE.contains(error.kind())) -> Outcome.LEFT_OUT;
            case Compilation.Refused refused -> Outcome.ONLY_WE_REFUSE;
        };
    }

    @Test
    void theEngineLoadsWhatItLoadsOfTheOtherCompiler() throws IOException {
        int compared = 0;
        List<String> lost = new ArrayList<>();
        for (Form form : forms()) {
            Compilation ours = XlsFormCompiler.compile(MarkdownSheets.parse(form.markdown()));
            if (form.xform().isEmpty() || !(ours instanceof Compilation.Compiled compiled)
                    || fault(form.xform().get().getBytes(StandardCharsets.UTF_8)).isPresent()) {
                continue;
            }
            compared++;
            fault(compiled.xform().toArray()).ifPresent(fault -> lost.add(form.id() + " " + fault));
        }
        assertTrue(compared > 50, "compared " + compared);
        assertTrue(lost.isEmpty(), compared + " compared, not loaded: " + String.join("\n", lost));
    }

    private static Optional<String> fault(byte[] xform) {
        try {
            XFormUtils.getFormFromInputStream(new ByteArrayInputStream(xform));
            return Optional.empty();
        } catch (Exception refused) {
            return Optional.of(refused.toString());
        }
    }
}
