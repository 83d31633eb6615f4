package vn.hoidan.client.app.work;

import java.util.List;
import java.util.Optional;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;

/// How far an interview or a part of it is.
///
/// @param answered questions with an answer
/// @param asked    questions that a person is to answer
/// @param open     required questions without an answer
public record Progress(int answered, int asked, int open) {
    private static final Progress NONE = new Progress(0, 0, 0);

    public boolean complete() {
        return open == 0;
    }

    static Progress of(List<? extends Element> elements) {
        Progress sum = NONE;
        for (Element element : elements) {
            sum = sum.plus(of(element));
        }
        return sum;
    }

    /// Counts one part of a form.
    public static Progress of(Element element) {
        return switch (element) {
            case Element.Question question when question.asks() -> new Progress(question.answered() ? 1 : 0, 1,
                    question.required() && !question.answered() ? 1 : 0);
            case Element.Question _ -> NONE;
            case Element.Group group -> of(group.elements());
            case Element.Repeat repeat -> of(repeat.instances());
        };
    }

    private Progress plus(Progress other) {
        return new Progress(answered + other.answered, asked + other.asked, open + other.open);
    }

    /// The first question without an answer, in the form's order.
    static Optional<Path> firstOpen(List<? extends Element> elements) {
        for (Element element : elements) {
            Optional<Path> found = switch (element) {
                case Element.Question question -> question.asks() && !question.answered()
                        ? Optional.of(question.path()) : Optional.empty();
                case Element.Group group -> firstOpen(group.elements());
                case Element.Repeat repeat -> firstOpen(repeat.instances());
            };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
