package vn.hoidan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.questionnaire.SessionContext;

/// Every form of a corpus of XForms is loaded, filled in at random and told again. The folder is given by the system
/// property `hoidan.corpus`; it holds `xlsform/forms.jsonl` with an XForm in `xform` on each line.
@EnabledIfSystemProperty(named = "hoidan.corpus", matches = ".+", disabledReason = "needs -Dhoidan.corpus=FOLDER")
class CorpusTest {
    private static final int ANSWERS_EACH = 60;
    /// Forms of the corpus as it was when this was written; the share may only rise.
    private static final double LEAST_SHARE_LOADED = 0.75;

    @Test
    void loadsFillsInAndReplaysTheFormsOfTheCorpus() throws IOException {
        long seed = Long.getLong("hoidan.seed", System.nanoTime());
        System.err.println("seed " + seed);
        Map<String, List<String>> refused = new TreeMap<>();
        List<String> differing = new ArrayList<>();
        int loaded = 0;
        int all = 0;
        for (Map.Entry<String, String> form : forms().entrySet()) {
            all++;
            try {
                Questionnaire questionnaire = new XForms("en").load(form.getValue().getBytes(StandardCharsets.UTF_8));
                loaded++;
                if (!replaysAlike(questionnaire, new Random(seed + all))) {
                    differing.add(form.getKey());
                }
            } catch (ProblemException told) {
                String reason = told.problem().details().get("reason");
                refused.computeIfAbsent(reason, first -> new ArrayList<>()).add(form.getKey());
            }
        }
        System.err.println(loaded + " of " + all + " loaded; refused:");
        refused.forEach((reason, forms) -> System.err.println("  " + forms.size() + " " + reason + " " + forms));
        assertEquals(List.of(), differing);
        assertTrue(loaded >= all * LEAST_SHARE_LOADED, loaded + " of " + all);
    }

    private static boolean replaysAlike(Questionnaire questionnaire, RandomGenerator random) {
        SessionContext context = new SessionContext(
                ZonedDateTime.of(2024, 11, 2, 9, 30, 0, 0, ZoneOffset.ofHours(7)), "may-01", "dtv-1", "vi");
        Session filled = questionnaire.begin(context);
        RandomInterview told = RandomInterview.fill(filled, random, ANSWERS_EACH);
        Session again = questionnaire.begin(context);
        told.tellTo(again);
        return filled.answers().equals(again.answers()) && filled.sections().equals(again.sections())
                && filled.findings().equals(again.findings());
    }

    private static Map<String, String> forms() throws IOException {
        Map<String, String> forms = new TreeMap<>();
        Path file = Path.of(System.getProperty("hoidan.corpus"), "xlsform", "forms.jsonl");
        for (String line : Files.readAllLines(file)) {
            JsonObject form = JsonParser.parseString(line).getAsJsonObject();
            if (form.has("xform") && !form.get("xform").isJsonNull()) {
                forms.put(form.get("id").getAsString(), form.get("xform").getAsString());
            }
        }
        return forms;
    }
}
