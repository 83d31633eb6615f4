package vn.hoidan.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import vn.hoidan.core.problem.ProblemKind;

/// Holds every file of the repository to the rules of the house and shows each rule something that it must report.
class HouseRulesTest {
    /// Ratchets: raise them as the program grows, never lower them.
    private static final int FEWEST_TEXTS = 380;
    private static final int FEWEST_SOURCES = 300;
    private static final int FEWEST_METHODS = 2000;
    private static final int FEWEST_CATCHES = 60;
    private static final int FEWEST_BUNDLES = 10;

    /// Ratchet: this list may only get shorter.
    private static final List<Allowance> ALLOWED = List.of();

    /// Enums of core that are neither stored nor sent, with what they go by instead.
    private static final Map<String, String> ENUMS_WITHOUT_CODE = Map.of(
            "vn.hoidan.core.problem.ProblemKind", "goes by its number",
            "vn.hoidan.core.problem.Fault", "follows from the problem's kind",
            "vn.hoidan.core.questionnaire.Finding$Kind", "lives as long as the page that shows it");

    private static Map<String, String> repository;
    private static SourceRules.Report repositoryReport;

    /// Something bad: what is reported, the file and its text.
    record Sample(String rule, String file, String text) {
        @Override
        public String toString() {
            return rule + " " + file;
        }
    }

    private static Sample main(String rule, String body) {
        return new Sample(rule, "src/main/java/vn/hoidan/core/Bad.java",
                "package vn.hoidan.core;\n\n/// Bad.\nclass Bad {\n" + body + "\n}\n");
    }

    private static Sample test(String rule, String body) {
        return new Sample(rule, "src/test/java/vn/hoidan/core/BadTest.java",
                "package vn.hoidan.core;\n\nclass BadTest {\n" + body + "\n}\n");
    }

    private static Sample text(String rule, String text) {
        return new Sample(rule, "src/docs/bad.md", text);
    }

    static final List<Sample> BAD = List.of(
            main("line-length", "    // " + "long".repeat(30)),
            main("file-length", "    // more\n".repeat(TextRules.LONGEST_FILE_LINES)),
            main("tabs", "\tint x;"),
            main("trailing-space", "    int x; "),
            text("line-end", "one\r\ntwo\n"),
            text("final-newline", "no end"),
            text("final-newline", "two ends\n\n"),
            text("composed", "Ba Vi\u0300\n"),
            text("open-work", "TO" + "DO write this\n"),
            main("open-work", "    // FIX" + "ME"),
            main("author", "    /// @aut" + "hor somebody"),
            text("outside-words", "see /wo" + "rk/main/pom.xml\n"),
            text("outside-words", "in `/tm" + "p/x` there is\n"),
            text("outside-words", "https://repo1.ma" + "ven.org/maven2\n"),
            text("outside-words", "written by Cla" + "ude\n"),
            text("outside-words", "an AI assis" + "tant did it\n"),
            text("outside-words", "-----BEGIN PRIV" + "ATE KEY-----\n"),
            new Sample("package-info", "src/main/java/vn/hoidan/core/empty/Bad.java",
                    "package vn.hoidan.core.empty;\n\n/// Bad.\nclass Bad {\n}\n"),
            new Sample("documentation", "src/main/java/vn/hoidan/core/Bad.java",
                    "package vn.hoidan.core;\n\nclass Bad {\n}\n"),
            new Sample("import", "src/main/java/vn/hoidan/core/Bad.java",
                    "package vn.hoidan.core;\n\nimport java.util.*;\n\n/// Bad.\nclass Bad {\n}\n"),
            main("method-length", "    void run() {\n" + "        run();\n".repeat(70) + "    }"),
            test("method-length", "    void run() {\n" + "        run();\n".repeat(70) + "    }"),
            main("silent-catch", "    void run() {\n        try {\n            run();\n"
                    + "        } catch (RuntimeException e) {\n            // never mind\n        }\n    }"),
            main("text-in-code", "    String text = \"Hộ\";"),
            main("text-in-code", "    String text = \"H\\u1ed9\";"),
            main("switch", "    enum Kind { ONE, TWO }\n    int run(Kind kind) {\n        return switch (kind) {\n"
                    + "            case ONE -> 1;\n            default -> 2;\n        };\n    }"),
            main("switch", "    sealed interface Kind {\n        record One() implements Kind {\n        }\n    }\n"
                    + "    void run(Kind kind) {\n        switch (kind) {\n            case Kind.One one -> run(one);\n"
                    + "            default -> run(null);\n        }\n    }"),
            main("accessor", "    String getName() {\n        return \"\";\n    }"),
            main("optional", "    Optional<String> name;"),
            main("optional", "    public void take(Optional<String> name) {\n    }"),
            main("null", "    String name() {\n        return null;\n    }"),
            test("test-crutch", "    void run() throws Exception {\n        Thread.sleep(10);\n    }"),
            test("test-crutch", "    @Disabled\n    void run() {\n    }"),
            test("test-crutch", "    void run() {\n        Assertions.assertTimeout(null, null);\n    }"),
            test("test-name", "    @Test\n    void testRun() {\n    }"),
            bundle("twin", "here.a=Có\nhere.b=Có\n", "here.a=There is\n"),
            bundle("twin", "here.a=Có\nhere.a=Không\n", "here.a=There is\n"),
            bundle("twin", "here.a=\n", "here.a=There is\n"),
            bundle("details", "here.a=Có {count}\n", "here.a=There are {number}\n"),
            bundle("untranslated", "here.a=There are many\n", "here.a=There are many\n"),
            bundle("unused-text", "nowhere=Có\n", "nowhere=There is\n"),
            new Sample("twin", "src/main/resources/vn/hoidan/alone_en.properties", "here.a=Yes\n"),
            new Sample("twin", "src/main/resources/vn/hoidan/alone.properties", "here.a=Yes\n"));

    /// Two message files in one sample: the second follows a line of equals signs.
    private static Sample bundle(String rule, String vietnamese, String english) {
        return new Sample(rule, "src/main/resources/vn/hoidan/bad_vi.properties", vietnamese + "=====" + english);
    }

    @BeforeAll
    static void readRepository() throws IOException {
        repository = Repository.texts();
        repositoryReport = SourceRules.check(javaFiles(repository));
    }

    @Test
    void everyFileKeepsTheRulesOfTheHouse() throws IOException {
        List<Violation> found = new ArrayList<>(TextRules.check(repository));
        found.addAll(repositoryReport.violations());
        found.addAll(MessageRules.check(repository, repositoryReport.literals()));
        List<Violation> left = Allowance.apply(ALLOWED, found, LocalDate.now(ZoneOffset.UTC));
        assertEquals("", left.stream().map(Violation::toString).collect(Collectors.joining("\n")));
    }

    @Test
    void sawTheFilesAndWhatIsInThem() {
        SourceRules.Report report = repositoryReport;
        assertTrue(repository.size() >= FEWEST_TEXTS, "texts: " + repository.size());
        assertTrue(report.files() >= FEWEST_SOURCES, "Java files: " + report.files());
        assertTrue(report.methods() >= FEWEST_METHODS, "methods: " + report.methods());
        assertTrue(report.catches() >= FEWEST_CATCHES, "catch blocks: " + report.catches());
        assertTrue(MessageRules.bundles(repository).size() >= FEWEST_BUNDLES, "too few message files");
    }

    @ParameterizedTest
    @FieldSource("BAD")
    void reports(Sample sample) throws IOException {
        List<Violation> found = check(goodHouseWith(sample));
        assertTrue(found.stream().anyMatch(violation -> violation.rule().equals(sample.rule())),
                "not reported, only " + found);
        assertTrue(found.stream().allMatch(violation -> violation.rule().equals(sample.rule())),
                "reported what is right: " + found);
    }

    @Test
    void reportsNothingInAGoodHouse() throws IOException {
        assertEquals(List.of(), check(goodHouse()));
    }

    @Test
    void everyProblemSaysWhatHappenedWhatIsSafeAndWhatToDo() throws IOException {
        Map<String, Set<String>> documented = documentedDetails();
        List<String> wrong = new ArrayList<>();
        for (String ending : List.of(MessageRules.VIETNAMESE, MessageRules.ENGLISH)) {
            Map<String, String> texts = MessageRules.read(
                    repository.get("src/main/resources/vn/hoidan/message/problems" + ending));
            for (ProblemKind kind : ProblemKind.values()) {
                for (String part : List.of("what", "safe", "next")) {
                    String key = "problem." + kind.number() + "." + part;
                    if (!texts.containsKey(key)) {
                        wrong.add(key + " is missing in " + ending);
                    } else if (!documented.get(kind.name()).containsAll(MessageRules.details(texts.get(key)))) {
                        wrong.add(key + " in " + ending + " names a detail that " + kind + " does not list");
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void numbersProblemsOnceAndByWhoseFaultTheyAre() {
        Set<Integer> numbers = new HashSet<>();
        for (ProblemKind kind : ProblemKind.values()) {
            assertTrue(numbers.add(kind.number()), kind + " has a number that was given before");
            int thousands = switch (kind.fault()) {
                case PERSON -> 1;
                case SURROUNDINGS -> 2;
                case OURS -> 3;
            };
            assertEquals(thousands, kind.number() / 1000, "first digit of the number of " + kind);
        }
    }

    @Test
    void everyEnumThatIsStoredOrSentHasAnExplicitCode() throws ReflectiveOperationException, IOException {
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (ClassFacts facts : ClassFacts.readAll(Repository.CLASSES)) {
            if (facts.enumType() && Room.holds("core", facts.name()) && !ENUMS_WITHOUT_CODE.containsKey(facts.name())) {
                seen++;
                wrong.addAll(codeFaults(Class.forName(facts.name())));
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(seen >= 8, "only " + seen + " enums seen");
    }

    private enum Faulty {
        FIRST,
        SECOND;

        String code() {
            return "Same";
        }
    }

    @Test
    void reportsAnEnumWhoseCodesAreMissingRepeatedOrNotPlain() throws ReflectiveOperationException {
        assertEquals(1, codeFaults(Thread.State.class).size());
        assertEquals(3, codeFaults(Faulty.class).size());
    }

    private static List<String> codeFaults(Class<?> type) throws ReflectiveOperationException {
        List<String> wrong = new ArrayList<>();
        Set<Object> codes = new HashSet<>();
        try {
            var method = type.getDeclaredMethod("code");
            method.setAccessible(true);
            for (Object constant : type.getEnumConstants()) {
                Object code = method.invoke(constant);
                if (!String.valueOf(code).matches("[a-z0-9][a-z0-9-]*")) {
                    wrong.add(type.getName() + ": " + code + " is not a plain word");
                }
                if (!codes.add(code)) {
                    wrong.add(type.getName() + ": " + code + " stands twice");
                }
            }
        } catch (NoSuchMethodException missing) {
            wrong.add(type.getName() + " has no code()");
        }
        return wrong;
    }

    /// Details in braces that the comment above each kind lists.
    private static Map<String, Set<String>> documentedDetails() {
        Map<String, Set<String>> details = new HashMap<>();
        Set<String> open = new HashSet<>();
        String source = repository.get("src/main/java/vn/hoidan/core/problem/ProblemKind.java");
        for (String line : source.lines().map(String::strip).toList()) {
            if (line.startsWith("///")) {
                open.addAll(MessageRules.details(line));
            } else {
                if (line.matches("[A-Z_]+\\(\\d+, \\w+\\)[,;]")) {
                    details.put(line.substring(0, line.indexOf('(')), Set.copyOf(open));
                }
                open.clear();
            }
        }
        return details;
    }

    private static List<Violation> check(Map<String, String> texts) throws IOException {
        SourceRules.Report report = SourceRules.check(javaFiles(texts));
        List<Violation> found = new ArrayList<>(TextRules.check(texts));
        found.addAll(report.violations());
        found.addAll(MessageRules.check(texts, report.literals()));
        return found;
    }

    private static Map<String, String> javaFiles(Map<String, String> texts) {
        Map<String, String> sources = new LinkedHashMap<>(texts);
        sources.keySet().removeIf(file -> !file.endsWith(".java") || file.endsWith("package-info.java"));
        return sources;
    }

    private static Map<String, String> goodHouse() {
        return Map.of("src/main/java/vn/hoidan/core/package-info.java",
                "/// Good.\npackage vn.hoidan.core;\n",
                "src/main/java/vn/hoidan/core/Good.java", """
                        package vn.hoidan.core;

                        /// Good.
                        class Good {
                            enum Kind { ONE, TWO }

                            int count(Kind kind, String word) {
                                int other = switch (word) {
                                    case "one" -> 1;
                                    default -> 2;
                                };
                                return switch (kind) {
                                    case ONE -> 1;
                                    case TWO -> other;
                                };
                            }

                            /// Hộ: nói rõ.
                            String key(String code) {
                                try {
                                    return "here." + code + " …";
                                } catch (IllegalStateException wrong) {
                                    throw new IllegalArgumentException("code: " + code, wrong);
                                }
                            }
                        }
                        """,
                "src/main/resources/vn/hoidan/good_vi.properties", "here.a=Có {count} hộ\n",
                "src/main/resources/vn/hoidan/good_en.properties", "here.a={count} households\n",
                "src/docs/good.md", "The server's agent header is `User-Agent`; see src/main/work/here and ~/tmp.\n");
    }

    private static Map<String, String> goodHouseWith(Sample sample) {
        Map<String, String> texts = new LinkedHashMap<>(goodHouse());
        String[] parts = sample.text().split("=====");
        texts.put(sample.file(), parts[0]);
        if (parts.length > 1) {
            texts.put(sample.file().replace(MessageRules.VIETNAMESE, MessageRules.ENGLISH), parts[1]);
        }
        return texts;
    }
}
