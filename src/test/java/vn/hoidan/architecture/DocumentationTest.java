package vn.hoidan.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Holds the documents to what is there and shows each rule something that it must report.
class DocumentationTest {
    /// Ratchet: raise it as documents are added.
    private static final int FEWEST_DOCUMENTS = 20;

    /// Ratchet: this list may only get shorter.
    private static final List<Allowance> ALLOWED = List.of();

    /// Something bad: what is reported, the file and its text.
    record Sample(String rule, String file, String text) {
        @Override
        public String toString() {
            return rule + " " + file + " " + text.lines().findFirst().orElse("");
        }
    }

    static final List<Sample> BAD = List.of(
            new Sample("link", "src/docs/bad.md", "See [there](nowhere.md).\n"),
            new Sample("link", "src/docs/bad.md", "See [there](good.md#nothing).\n"),
            new Sample("link", "src/docs/bad.md", "![picture](images/nothing.png)\n"),
            new Sample("name", "src/docs/bad.md", "The class `Vanished` was here.\n"),
            new Sample("name", "src/docs/bad.md", "It is `Good.vanished()` that does it.\n"),
            new Sample("name", "src/docs/bad.md", "Never more than `MOST_VANISHED`.\n"),
            new Sample("name", "src/docs/bad.md", "The room `core.vanished` holds it.\n"),
            new Sample("name", "src/docs/bad.md", "See `src/main/java/vn/hoidan/vanished`.\n"),
            new Sample("decision", "src/docs/decisions/0002-bad.md", "# Bad\n\n## Context\n\n## Decision\n"),
            new Sample("decision", "src/docs/decisions/bad.md", decision()),
            new Sample("decision", "src/docs/decisions/0001-again.md", decision()),
            new Sample("command", "README.md", "```\nmvn\n```\n"),
            new Sample("command", "README.md", "```\nmvn verify\n```\n"),
            new Sample("command", ".ci/run", "exec mvn test\n"));

    @Test
    void everythingTheDocumentsNameIsThere() throws IOException {
        Set<String> files = Repository.files().stream().map(Repository::name).collect(Collectors.toSet());
        List<Violation> found = DocumentationRules.check(Repository.texts(), files);
        List<Violation> left = Allowance.apply(ALLOWED, found, LocalDate.now(ZoneOffset.UTC));
        assertEquals("", left.stream().map(Violation::toString).collect(Collectors.joining("\n")));
    }

    @Test
    void sawTheDocuments() throws IOException {
        int seen = DocumentationRules.documents(Repository.texts()).size();
        assertTrue(seen >= FEWEST_DOCUMENTS, "documents: " + seen);
    }

    @ParameterizedTest
    @FieldSource("BAD")
    void reports(Sample sample) {
        Map<String, String> texts = new LinkedHashMap<>(goodHouse());
        texts.put(sample.file(), sample.text());
        Set<String> rules = DocumentationRules.check(texts, texts.keySet()).stream().map(Violation::rule)
                .collect(Collectors.toSet());
        assertEquals(Set.of(sample.rule()), rules);
    }

    @Test
    void reportsNothingInAGoodHouse() {
        assertEquals(List.of(), DocumentationRules.check(goodHouse(), goodHouse().keySet()));
    }

    private static Map<String, String> goodHouse() {
        return Map.of(
                "README.md", "# Good\n\n```\nmvn\n```\n\n```sh\nmvn verify\n```\n\n"
                        + "See [docs](src/docs/good.md#how-it-is).\n",
                ".ci/run", "#!/usr/bin/env bash\nset -eu\nexec mvn verify\n",
                "src/main/java/vn/hoidan/core/area/Good.java",
                "class Good { static final int MOST_THINGS = 3; int count() { return 1; } }\n",
                "src/docs/good.md", "# Good\n\n## How it is\n\n`Good`, `Good.count()`, `MOST_THINGS`, `core.area`, "
                        + "`src/main/java`, [one](decisions/0001-good.md), [up](../../README.md), `mvn`, "
                        + "[web](https://example.org), [here](#how-it-is)\n",
                "src/docs/decisions/0001-good.md", decision());
    }

    private static String decision() {
        return "# Good\n" + DocumentationRules.PARTS.stream().map(part -> "\n## " + part + "\n\nText.\n")
                .collect(Collectors.joining());
    }
}
