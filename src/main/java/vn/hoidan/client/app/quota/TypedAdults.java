package vn.hoidan.client.app.quota;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.hoidan.core.questionnaire.Path;

/// Adults at home as they are typed at the door: for each the answers to the screening questions with a blank between,
/// a comma between adults, such as `2 67, 1 34`.
public final class TypedAdults {
    /// Nobody types more at a door.
    public static final int MOST_CHARACTERS = 120;
    private static final int MOST_ADULTS = 12;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    private TypedAdults() {
    }

    /// The questions in the order in which they are typed: those with choices first, then numbers.
    public static List<Path> order(Set<Path> questions, QuestionWords words) {
        return questions.stream().sorted(Comparator.comparing((Path path) -> isNumber(path, words))
                .thenComparing(Path::text)).toList();
    }

    public static boolean isNumber(Path path, QuestionWords words) {
        return Optional.ofNullable(words.questions().get(path)).filter(asked -> asked.choices().isEmpty()).isPresent();
    }

    /// Those typed completely so far; one that cannot be read is left out.
    public static List<Map<Path, String>> read(String typed, List<Path> order, QuestionWords words) {
        List<Map<Path, String>> adults = new ArrayList<>();
        for (String one : typed.split("[,;]")) {
            List<String> answers = List.of(one.strip().split("\\s+"));
            Map<Path, String> adult = new HashMap<>();
            for (int index = 0; index < order.size() && index < answers.size(); index++) {
                Path path = order.get(index);
                if (fits(path, answers.get(index), words)) {
                    adult.put(path, answers.get(index));
                }
            }
            if (answers.size() == order.size() && adult.size() == order.size() && adults.size() < MOST_ADULTS) {
                adults.add(adult);
            }
        }
        return adults;
    }

    private static boolean fits(Path path, String answer, QuestionWords words) {
        return isNumber(path, words) ? NUMBER.matcher(answer).matches()
                : Optional.ofNullable(words.questions().get(path))
                        .filter(asked -> asked.choices().containsKey(answer)).isPresent();
    }
}
