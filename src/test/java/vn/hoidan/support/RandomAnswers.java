package vn.hoidan.support;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;

/// Answers by chance.
public final class RandomAnswers {
    private RandomAnswers() {
    }

    /// As the question's type writes it; empty for what cannot be answered.
    public static String value(Element.Question question, RandomGenerator random) {
        List<Choice> choices = question.choices();
        return switch (question.type()) {
            case TEXT, BARCODE -> "chữ " + random.nextInt(5);
            case INTEGER, RANGE -> String.valueOf(random.nextInt(1, 6));
            case DECIMAL -> random.nextInt(100) + "." + random.nextInt(10);
            case SELECT_ONE -> choices.isEmpty() ? "" : choices.get(random.nextInt(choices.size())).code();
            case SELECT_MULTIPLE -> choices.stream().filter(_ -> random.nextBoolean()).map(Choice::code)
                    .collect(Collectors.joining(" "));
            case RANK -> choices.stream().map(Choice::code).collect(Collectors.joining(" "));
            case DATE -> "20" + random.nextInt(10, 25) + "-0" + random.nextInt(1, 10) + "-1" + random.nextInt(10);
            case TIME -> "1" + random.nextInt(10) + ":30";
            case DATE_TIME -> "2024-11-0" + random.nextInt(1, 10) + "T10:30:00.000+07:00";
            case GEOPOINT -> "21.0" + random.nextInt(10) + " 105.8 0 5";
            case ACKNOWLEDGE -> "OK";
            case FILE, IMAGE -> "tep-" + random.nextInt(5) + ".jpg";
            case NOTE, UNSUPPORTED -> "";
        };
    }

    /// The questions that ask something now, in their order.
    public static void collect(Element element, List<Element.Question> asked, List<Element.Repeat> repeats) {
        switch (element) {
            case Element.Question question when question.asks() -> asked.add(question);
            case Element.Question _ -> {
            }
            case Element.Group group -> group.elements().forEach(inner -> collect(inner, asked, repeats));
            case Element.Repeat repeat -> {
                repeats.add(repeat);
                repeat.instances().forEach(inner -> collect(inner, asked, repeats));
            }
        }
    }
}
