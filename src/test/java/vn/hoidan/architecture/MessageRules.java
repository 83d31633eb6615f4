package vn.hoidan.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Rules on message files: each text in both languages, with the same details in braces, and asked for by the program.
final class MessageRules {
    static final String VIETNAMESE = "_vi.properties";
    static final String ENGLISH = "_en.properties";
    private static final String RESOURCES = "src/main/resources/";
    private static final Pattern DETAIL = Pattern.compile("(?<!\\$)\\{(\\w+)}");

    private MessageRules() {
    }

    /// Message files of the program by path.
    static Map<String, String> bundles(Map<String, String> texts) {
        Map<String, String> bundles = new TreeMap<>(texts);
        bundles.keySet().removeIf(file -> !file.startsWith(RESOURCES) || !file.endsWith(".properties"));
        return bundles;
    }

    /// @param texts    files by path
    /// @param literals strings in the program
    static List<Violation> check(Map<String, String> texts, Set<String> literals) throws IOException {
        List<Violation> found = new ArrayList<>();
        Map<String, String> bundles = bundles(texts);
        for (Map.Entry<String, String> bundle : bundles.entrySet()) {
            String file = bundle.getKey();
            checkKeysStandOnce(file, bundle.getValue(), found);
            if (file.endsWith(ENGLISH)) {
                String twin = file.replace(ENGLISH, VIETNAMESE);
                if (!bundles.containsKey(twin)) {
                    found.add(new Violation("twin", file, "has no Vietnamese twin"));
                }
            } else if (!file.endsWith(VIETNAMESE)) {
                found.add(new Violation("twin", file, "does not say its language"));
            } else {
                Map<String, String> english = read(bundles.getOrDefault(file.replace(VIETNAMESE, ENGLISH), ""));
                Map<String, String> vietnamese = read(bundle.getValue());
                compare(file, vietnamese, english, found);
                checkUse(file, vietnamese.keySet(), literals, found);
            }
        }
        return found;
    }

    static Map<String, String> read(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty, (one, other) -> one, TreeMap::new));
    }

    static Set<String> details(String text) {
        return DETAIL.matcher(text).results().map((MatchResult detail) -> detail.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void compare(String file, Map<String, String> vietnamese, Map<String, String> english,
            List<Violation> found) {
        Set<String> keys = new TreeSet<>(vietnamese.keySet());
        keys.addAll(english.keySet());
        for (String key : keys) {
            String ours = vietnamese.get(key);
            String theirs = english.get(key);
            if (ours == null || theirs == null) {
                found.add(new Violation("twin", file, key + " stands in one language only"));
            } else if (ours.isBlank() || theirs.isBlank()) {
                found.add(new Violation("twin", file, key + " is empty"));
            } else if (!details(ours).equals(details(theirs))) {
                found.add(new Violation("details", file, key + " has other details in braces in each language"));
            } else if (ours.equals(theirs) && ours.matches(".*\\p{L}{2,} \\p{L}{2,}.*")) {
                found.add(new Violation("untranslated", file, key + " is the same in both languages"));
            }
        }
    }

    /// A key is used if the program holds it, holds its beginning up to a dot or hyphen to put a code behind it, or
    /// holds a code and an ending such as `.what` to put behind the code.
    private static void checkUse(String file, Set<String> keys, Set<String> literals, List<Violation> found) {
        Set<String> beginnings = literals.stream().filter(literal -> literal.matches("[\\w.-]{2,}[.-]"))
                .collect(Collectors.toSet());
        Set<String> endings = literals.stream().filter(literal -> literal.matches("\\.[\\w.-]{2,}"))
                .collect(Collectors.toSet());
        for (String key : keys) {
            boolean ended = endings.stream().anyMatch(ending -> key.endsWith(ending)
                    && literals.contains(key.substring(0, key.length() - ending.length())));
            if (!ended && !literals.contains(key) && beginnings.stream().noneMatch(key::startsWith)) {
                found.add(new Violation("unused-text", file, "nothing asks for " + key));
            }
        }
    }

    private static void checkKeysStandOnce(String file, String text, List<Violation> found) {
        Set<String> seen = new HashSet<>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#") && line.indexOf('=') > 0)
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .filter(key -> !seen.add(key))
                .forEach(key -> found.add(new Violation("twin", file, key + " stands twice")));
    }
}
