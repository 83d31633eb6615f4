package vn.hoidan.form;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.xlsform.CellErrorKind;
import vn.hoidan.form.xlsform.Compilation;
import vn.hoidan.form.xlsform.MarkdownSheets;
import vn.hoidan.form.xlsform.XlsFormCompiler;

/// Compiles each form of a corpus with ours, and fills in the result and the XForm of the field's common compiler with
/// the same answers: what is asked, hidden, offered, refused and stored must agree. The report is
/// `target/corpus/behaviour.md`.
@EnabledIfSystemProperty(named = "hoidan.corpus", matches = ".+", disabledReason = "needs -Dhoidan.corpus=FOLDER")
class BehaviourTest {
    private static final int LEAST_PERCENT_ACCEPTED_ALIKE = 95;
    private static final int LEAST_PERCENT_BEHAVING_ALIKE = 95;
    private static final int MOST_DETAIL_CHARACTERS = 400;

    private static final String SAME = "same";
    /// Features that a survey on laptops does without: they are refused with their cell.
    private static final String OUT = "refused on purpose";
    private static final String UNASKED = "neither is asked by our engine";
    private static final Set<CellErrorKind> OUT_OF_SCOPE = Set.of(CellErrorKind.ENTITIES_NOT_SUPPORTED,
            CellErrorKind.TYPE_NOT_SUPPORTED, CellErrorKind.SEARCH_NOT_SUPPORTED);
    private static final Pattern UNSEEDED = Pattern.compile("randomize\\([^,\"]*\\)\"");
    /// What differs in a form whose answers are drawn at random.
    private static final Set<String> VALUES = Set.of("value", "stored", "label");

    /// @param verdict {@link #SAME}, or the class of the difference
    private record Outcome(String id, String verdict, String detail) {
    }

    private final List<Outcome> accepted = new ArrayList<>();
    private final List<Outcome> behaved = new ArrayList<>();
    private long seed;

    @Test
    void formsBehaveAsThoseOfTheOtherCompiler() throws IOException {
        seed = Forms.seed();
        for (JsonObject form : forms()) {
            compare(form.get("id").getAsString(), form);
        }
        String report = report();
        Path folder = Files.createDirectories(Path.of("target", "corpus"));
        Files.writeString(folder.resolve("behaviour.md"), report);
        System.getLogger(BehaviourTest.class.getName()).log(System.Logger.Level.INFO, report.lines().limit(6).toList());
        assertTrue(percent(accepted, OUT) >= LEAST_PERCENT_ACCEPTED_ALIKE, report);
        assertTrue(percent(behaved, UNASKED) >= LEAST_PERCENT_BEHAVING_ALIKE, report);
    }

    private void compare(String id, JsonObject form) {
        boolean theyAccept = form.has("xform") && !form.get("xform").isJsonNull();
        Compilation compilation = XlsFormCompiler.compile(MarkdownSheets.parse(form.get("markdown").getAsString()));
        switch (compilation) {
            case Compilation.Refused refused when theyAccept -> accepted.add(refusedByOurs(id, refused));
            case Compilation.Refused _ -> accepted.add(new Outcome(id, SAME, ""));
            case Compilation.Compiled _ when !theyAccept -> accepted.add(new Outcome(id, "only pyxform refuses",
                    form.get("error").getAsString()));
            case Compilation.Compiled compiled -> {
                accepted.add(new Outcome(id, SAME, ""));
                behaved.add(behaviour(id, compiled, form.get("xform").getAsString()));
            }
        }
    }

    private static Outcome refusedByOurs(String id, Compilation.Refused refused) {
        return refused.errors().stream().filter(error -> OUT_OF_SCOPE.contains(error.kind())).findFirst()
                .map(error -> new Outcome(id, OUT, error.text("en")))
                .orElse(new Outcome(id, "only ours refuses", refused.errors().getFirst().text("en")));
    }

    private Outcome behaviour(String id, Compilation.Compiled compiled, String xform) {
        Map<String, Bytes> files = SampleFiles.of(xform, compiled.files());
        Loaded ours = load(compiled.xform(), files);
        Loaded theirs = load(Bytes.of(xform.getBytes(StandardCharsets.UTF_8)), files);
        if (ours.questionnaire().isEmpty()) {
            return new Outcome(id, theirs.questionnaire().isEmpty() ? UNASKED : "only ours cannot be asked",
                    ours.fault() + "/ " + theirs.fault());
        }
        if (theirs.questionnaire().isEmpty()) {
            return new Outcome(id, "only pyxform's cannot be asked", theirs.fault());
        }
        try {
            return TwoSessions.compare(ours.questionnaire().get(), theirs.questionnaire().get(),
                            new Random(seed + id.hashCode()))
                    // Each session draws its own numbers.
                    .filter(found -> !(VALUES.contains(found.reason()) && xform.contains("random()")))
                    .filter(found -> !(found.reason().equals("choices") && UNSEEDED.matcher(xform).find()))
                    .map(found -> new Outcome(id, found.reason(), found.detail()))
                    .orElse(new Outcome(id, SAME, ""));
        } catch (RuntimeException fault) {
            return new Outcome(id, "fault", fault + " at " + fault.getStackTrace()[0]);
        }
    }

    /// @param fault why it cannot be asked
    private record Loaded(Optional<Questionnaire> questionnaire, String fault) {
    }

    private static Loaded load(Bytes xform, Map<String, Bytes> files) {
        try {
            return new Loaded(Optional.of(new XForms("en").load(QuestionnairePackage.pack(xform, files))), "");
        } catch (ProblemException told) {
            return new Loaded(Optional.empty(), told.problem().details().getOrDefault("reason", "") + " ");
        }
    }

    private static long count(List<Outcome> outcomes, String verdict) {
        return outcomes.stream().filter(outcome -> outcome.verdict().equals(verdict)).count();
    }

    /// Those of which it is known that they agree, of a hundred of those that can be compared.
    private static double percent(List<Outcome> outcomes, String apart) {
        return 100.0 * count(outcomes, SAME) / Math.max(1, outcomes.size() - count(outcomes, apart));
    }

    private String report() {
        StringBuilder report = new StringBuilder("# Behaviour against the other compiler, seed " + seed + "\n\n");
        report.append(String.format(Locale.ROOT, "Accept or refuse: %d of %d agree, %d refused on purpose: %.1f %%%n",
                count(accepted, SAME), accepted.size(), count(accepted, OUT), percent(accepted, OUT)));
        report.append(String.format(Locale.ROOT,
                "Behaviour of forms that both accept: %d of %d agree, %d not asked by our engine: %.1f %%%n",
                count(behaved, SAME), behaved.size(), count(behaved, UNASKED), percent(behaved, UNASKED)));
        List<Outcome> all = new ArrayList<>(accepted);
        all.addAll(behaved);
        Map<String, List<Outcome>> classes = new TreeMap<>();
        all.stream().filter(outcome -> !outcome.verdict().equals(SAME)).forEach(outcome ->
                classes.computeIfAbsent(outcome.verdict(), key -> new ArrayList<>()).add(outcome));
        classes.forEach((verdict, outcomes) -> {
            report.append("\n## ").append(verdict).append(": ").append(outcomes.size()).append('\n');
            for (Outcome outcome : outcomes) {
                String detail = outcome.detail().replaceAll("\\s+", " ");
                report.append("- ").append(outcome.id()).append(' ').append(detail, 0,
                        Math.min(MOST_DETAIL_CHARACTERS, detail.length())).append('\n');
            }
        });
        return report.toString();
    }

    private static List<JsonObject> forms() throws IOException {
        Path folder = Path.of(System.getProperty("hoidan.corpus"));
        Path file = folder.resolve("forms.jsonl");
        Path lines = Files.isRegularFile(file) ? file : folder.resolve("xlsform").resolve("forms.jsonl");
        Map<String, JsonObject> forms = new LinkedHashMap<>();
        for (String line : Files.readAllLines(lines)) {
            JsonObject form = JsonParser.parseString(line).getAsJsonObject();
            forms.put(form.get("id").getAsString(), form);
        }
        return List.copyOf(forms.values());
    }
}
