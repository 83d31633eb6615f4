package vn.hoidan.client.ui.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.hoidan.core.questionnaire.Choice;

/// Finds choices by words of their labels, however accents are typed: `ba vi` finds Ba Vì. Labels are made plain once,
/// so that each letter typed costs one look through them; made for lists of 100,000 choices.
public final class ChoiceSearch {
    private static final int FIRST_ACCENTED = 0xC0;

    private final Map<Character, String> known = new HashMap<>();
    private List<Choice> choices = List.of();
    /// Labels made plain; empty until somebody looks for something.
    private List<String> plain = List.of();

    /// @param now the choices from now on; the same list costs nothing
    public void choices(List<Choice> now) {
        if (choices != now) {
            choices = now;
            plain = List.of();
        }
    }

    /// The choices whose labels have all these words, and one whose code is just this: first those that begin so, then
    /// those with words that begin so, then the rest, each in the form's order. All of them for a blank text.
    public List<Choice> find(String text) {
        String search = plain(text).strip();
        if (search.isEmpty()) {
            return choices;
        }
        if (plain.size() != choices.size()) {
            plain = choices.stream().map(choice -> plain(Markup.plain(choice.label()))).toList();
        }
        String[] words = search.split("\\s+");
        List<Choice> found = new ArrayList<>();
        List<Choice> inWords = new ArrayList<>();
        List<Choice> inside = new ArrayList<>();
        for (int index = 0; index < choices.size(); index++) {
            String label = plain.get(index);
            if (label.startsWith(search) || choices.get(index).code().equalsIgnoreCase(text.strip())) {
                found.add(choices.get(index));
            } else if (hasAll(label, words)) {
                (beginsWithAll(label, words) ? inWords : inside).add(choices.get(index));
            }
        }
        found.addAll(inWords);
        found.addAll(inside);
        return found;
    }

    private static boolean hasAll(String label, String[] words) {
        for (String word : words) {
            if (!label.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean beginsWithAll(String label, String[] words) {
        String spaced = " " + label;
        for (String word : words) {
            if (!spaced.contains(" " + word)) {
                return false;
            }
        }
        return true;
    }

    private String plain(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (letter < FIRST_ACCENTED) {
                bare.append(Character.toLowerCase(letter));
            } else {
                bare.append(known.computeIfAbsent(letter, ChoiceSearch::bare));
            }
        }
        return bare.toString();
    }

    private static String bare(char letter) {
        char small = Character.toLowerCase(letter);
        return small == 'đ' ? "d" : Normalizer.normalize(String.valueOf(small), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
    }
}
