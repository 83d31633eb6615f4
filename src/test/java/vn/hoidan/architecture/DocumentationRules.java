package vn.hoidan.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rules on the documents: what they name is there, and the commands that they give are those that are run.
final class DocumentationRules {
    /// Headings of a decision record.
    static final List<String> PARTS = List.of("Context", "Decision", "Consequences", "How it is checked");
    static final String RUN = "mvn";
    static final String TEST = "mvn verify";

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern TYPE = Pattern.compile("[A-Z]\\w*[a-z]\\w*(\\.\\w+)*(\\(\\))?");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z0-9]+(_[A-Z0-9]+)+");
    private static final Pattern PACKAGE =
            Pattern.compile("(core|form|vault|wire|sqlite|message|client|server|cli)(\\.[a-z]+)+");
    private static final Pattern TOP_TYPE = Pattern.compile("\\b(?:class|record|enum|interface) (\\w+)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```");

    /// Classes of the JDK and of libraries that the documents speak of.
    private static final Set<String> FOREIGN = Set.of("Platform", "Instant", "String", "Optional", "Random",
            "FormDef", "System.Logger", "HttpClient", "Locale");

    private final Map<String, String> texts;
    private final Set<String> paths;
    private final Map<String, List<String>> sourcesOfType = new HashMap<>();
    private final String allSources;
    private final List<Violation> found = new ArrayList<>();

    private DocumentationRules(Map<String, String> texts, Set<String> paths) {
        this.texts = texts;
        this.paths = paths;
        StringBuilder all = new StringBuilder();
        texts.forEach((file, text) -> {
            if (file.endsWith(".java")) {
                all.append(text);
                TOP_TYPE.matcher(text).results().map((MatchResult type) -> type.group(1)).forEach(name ->
                        sourcesOfType.computeIfAbsent(name, key -> new ArrayList<>()).add(text));
            }
        });
        allSources = all.toString();
    }

    /// @param texts text files by path
    /// @param files paths of all files, pictures among them
    static List<Violation> check(Map<String, String> texts, Set<String> files) {
        Set<String> paths = new HashSet<>(files);
        files.forEach(file -> {
            for (int slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
                paths.add(file.substring(0, slash));
            }
        });
        DocumentationRules rules = new DocumentationRules(texts, paths);
        documents(texts).forEach((file, text) -> {
            rules.checkLinks(file, text);
            rules.checkNames(file, text);
            if (file.startsWith("src/docs/decisions/")) {
                rules.checkDecision(file, text);
            }
        });
        rules.checkCommands();
        return rules.found;
    }

    static Map<String, String> documents(Map<String, String> texts) {
        Map<String, String> documents = new TreeMap<>(texts);
        documents.keySet().removeIf(file -> !file.endsWith(".md"));
        return documents;
    }

    private void checkLinks(String file, String text) {
        Matcher links = LINK.matcher(text);
        while (links.find()) {
            String target = links.group(1);
            if (target.matches("(https?|mailto):.*")) {
                continue;
            }
            int hash = target.indexOf('#');
            String path = hash == 0 ? file : resolve(file, hash < 0 ? target : target.substring(0, hash));
            if (!paths.contains(path)) {
                found.add(new Violation("link", file, "leads nowhere: " + target));
            } else if (hash >= 0 && texts.getOrDefault(path, "").lines()
                    .noneMatch(line -> line.startsWith("#") && anchor(line).equals(target.substring(hash + 1)))) {
                found.add(new Violation("link", file, "no such heading: " + target));
            }
        }
    }

    private static String resolve(String file, String target) {
        List<String> steps = new ArrayList<>(List.of(file.split("/")));
        steps.removeLast();
        for (String step : target.split("/")) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.removeLast();
            } else if (!step.equals(".") && !step.isEmpty()) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    private static String anchor(String heading) {
        return heading.replaceFirst("^#+\\s*", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s-]", "").strip().replaceAll("\\s", "-");
    }

    private void checkNames(String file, String text) {
        Matcher codes = CODE.matcher(FENCE.matcher(text).replaceAll(""));
        while (codes.find()) {
            String code = codes.group(1);
            if (code.matches("(src|installer|\\.ci)/\\S*")) {
                if (!paths.contains(code.replaceFirst("/$", ""))) {
                    found.add(new Violation("name", file, "no such file: " + code));
                }
            } else if (PACKAGE.matcher(code).matches()) {
                if (!paths.contains("src/main/java/vn/hoidan/" + code.replace('.', '/'))) {
                    found.add(new Violation("name", file, "no such room: " + code));
                }
            } else if (CONSTANT.matcher(code).matches()) {
                if (!Pattern.compile("\\b" + code + "\\b").matcher(allSources).find()) {
                    found.add(new Violation("name", file, "no such constant: " + code));
                }
            } else if (TYPE.matcher(code).matches() && !FOREIGN.contains(code) && !isThere(code)) {
                found.add(new Violation("name", file, "no such class or member: " + code));
            }
        }
    }

    private boolean isThere(String code) {
        String[] steps = code.replace("()", "").split("\\.");
        return sourcesOfType.getOrDefault(steps[0], List.of()).stream().anyMatch(source -> {
            for (String step : steps) {
                if (!Pattern.compile("\\b" + step + "\\b").matcher(source).find()) {
                    return false;
                }
            }
            return true;
        });
    }

    private void checkDecision(String file, String text) {
        if (!file.matches("src/docs/decisions/\\d{4}-[a-z0-9-]+\\.md")) {
            found.add(new Violation("decision", file, "is called NNNN-title.md"));
        }
        List<String> headings = text.lines().filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3)).toList();
        if (!headings.equals(PARTS)) {
            found.add(new Violation("decision", file, "has the parts " + headings + " and not " + PARTS));
        }
        String number = file.replaceFirst(".*/(\\d*).*", "$1");
        if (texts.keySet().stream().filter(other -> other.startsWith("src/docs/decisions/" + number)).count() > 1) {
            found.add(new Violation("decision", file, "shares its number with another"));
        }
    }

    /// People and the build server run the same tests by the same words.
    private void checkCommands() {
        List<String> given = FENCE.matcher(texts.getOrDefault("README.md", "")).results()
                .flatMap((MatchResult block) -> block.group(1).lines()).map(String::strip).toList();
        for (String command : List.of(RUN, TEST)) {
            if (!given.contains(command)) {
                found.add(new Violation("command", "README.md", "does not give the command: " + command));
            }
        }
        String script = texts.getOrDefault(".ci/run", "");
        if (script.lines().filter(line -> !line.isBlank()).reduce((one, next) -> next)
                .filter(("exec " + TEST)::equals).isEmpty()) {
            found.add(new Violation("command", ".ci/run", "does not end with: exec " + TEST));
        }
    }
}
