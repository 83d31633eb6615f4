package vn.hoidan.architecture;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rules on files as text: form, length, and words that have no place in them.
final class TextRules {
    static final int LONGEST_LINE = 120;
    static final int LONGEST_FILE_LINES = 400;
    private static final String MAIN = "src/main/java/";

    /// Put together from pieces, so that this file holds none of them.
    private static final List<Pattern> OUTSIDE_WORDS = List.of(
            Pattern.compile("(?<![\\w.})/*-])/(" + either("wo", "rk", "ro", "ot", "tm", "p", "ho", "me") + ")/"),
            Pattern.compile("(?i)\\b(" + either("repo1.ma", "ven", "repo.ma", "ven.apache", "registry.np", "mjs",
                    "py", "pi.org", "artifa", "ctory", "services.gra", "dle") + ")"),
            Pattern.compile("(?i)\\b(" + either("cla", "ude", "anthro", "pic", "open", "ai", "chat", "gpt", "co",
                    "pilot", "ll", "m") + ")\\b"),
            Pattern.compile("(?i)\\b(a\\.?i\\.?|lang" + "uage model|coding) (assis" + "tant|ag" + "ent|mo" + "del)"),
            Pattern.compile("BEGIN [A-Z ]*PRIV" + "ATE KEY"));
    private static final Pattern OPEN_WORK =
            Pattern.compile("\\b(" + either("TO", "DO", "FIX", "ME", "XX", "X") + ")\\b");
    private static final Pattern AUTHOR = Pattern.compile("@aut" + "hor\\b");

    private TextRules() {
    }

    /// @param texts files by their path from the top of the repository
    static List<Violation> check(Map<String, String> texts) {
        List<Violation> found = new ArrayList<>();
        texts.forEach((file, text) -> {
            checkWords(file, text, found);
            if (!comesFromOutside(file)) {
                checkForm(file, text, found);
            }
        });
        checkPackages(texts.keySet(), found);
        return found;
    }

    /// Files kept byte for byte as they came: what tests compare with, and licences of fonts.
    private static boolean comesFromOutside(String file) {
        return file.startsWith("src/test/resources/") || file.contains("/fonts/");
    }

    private static void checkForm(String file, String text, List<Violation> found) {
        if (text.indexOf('\r') >= 0) {
            found.add(new Violation("line-end", file, "ends lines with CR"));
        }
        if (!text.isEmpty() && !text.endsWith("\n") || text.endsWith("\n\n")) {
            found.add(new Violation("final-newline", file, "must end with one newline"));
        }
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            found.add(new Violation("composed", file, "holds decomposed letters; write NFC"));
        }
        List<String> lines = text.lines().toList();
        if (file.endsWith(".java") && lines.size() > LONGEST_FILE_LINES) {
            found.add(new Violation("file-length", file, lines.size() + " lines"));
        }
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            String where = file + ":" + (index + 1);
            if (line.indexOf('\t') >= 0) {
                found.add(new Violation("tabs", where, "has a tab"));
            }
            if (line.endsWith(" ")) {
                found.add(new Violation("trailing-space", where, "ends with a space"));
            }
            if (file.matches(".*\\.(java|sql|sh)|\\.ci/.*") && line.codePointCount(0, line.length()) > LONGEST_LINE) {
                found.add(new Violation("line-length", where, line.codePointCount(0, line.length()) + " characters"));
            }
        }
    }

    private static void checkWords(String file, String text, List<Violation> found) {
        List<String> lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            String where = file + ":" + (index + 1);
            for (Pattern pattern : OUTSIDE_WORDS) {
                Matcher matcher = pattern.matcher(lines.get(index));
                if (matcher.find()) {
                    found.add(new Violation("outside-words", where, "holds '" + matcher.group() + "'"));
                }
            }
            if (OPEN_WORK.matcher(lines.get(index)).find()) {
                found.add(new Violation("open-work", where, "finish it or say it in state.md"));
            }
            if (file.endsWith(".java") && AUTHOR.matcher(lines.get(index)).find()) {
                found.add(new Violation("author", where, "the history knows who wrote it"));
            }
        }
    }

    private static void checkPackages(Set<String> files, List<Violation> found) {
        Set<String> folders = new TreeSet<>();
        for (String file : files) {
            if (file.startsWith(MAIN) && file.endsWith(".java")) {
                folders.add(file.substring(0, file.lastIndexOf('/')));
            }
        }
        for (String folder : folders) {
            if (!files.contains(folder + "/package-info.java")) {
                found.add(new Violation("package-info", folder, "does not say who lives here"));
            }
        }
    }

    private static String either(String... halves) {
        List<String> words = new ArrayList<>();
        for (int index = 0; index < halves.length; index += 2) {
            words.add(Pattern.quote(halves[index] + halves[index + 1]));
        }
        return String.join("|", words);
    }
}
