package vn.hoidan.client.ui.interview;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;

/// The stops of a form as it stands, and finding one's way among them. Positions count from 0.
///
/// @param stops in the form's order, the end last
record Route(List<Stop> stops) {
    static Route of(List<Element.Group> sections) {
        return new Route(Stops.of(sections));
    }

    Stop at(int position) {
        return stops.get(position);
    }

    int end() {
        return stops.size() - 1;
    }

    /// Where the question, row or repeat at this path is.
    Optional<Integer> positionOf(Path path) {
        return first(stop -> stop.holds(path));
    }

    /// Where a stop of an older state of the form is now; a grid may have lost rows.
    Optional<Integer> positionOf(Stop old) {
        return switch (old) {
            case Stop.Single single -> positionOf(single.question().path());
            case Stop.Grid grid -> grid.rows().stream().map(question -> positionOf(question.path()))
                    .flatMap(Optional::stream).findFirst();
            case Stop.Page page -> page.questions().stream().map(question -> positionOf(question.path()))
                    .flatMap(Optional::stream).findFirst();
            case Stop.Roster roster -> positionOf(roster.repeat().path());
            case Stop.End _ -> Optional.of(end());
        };
    }

    /// The first stop of a section, or of the next that has one.
    Optional<Integer> sectionStart(int section) {
        return first(stop -> stop.section() >= section);
    }

    /// The first stop inside an instance of a repeat.
    Optional<Integer> inside(Path instance) {
        return first(stop -> questions(stop).stream()
                .anyMatch(question -> question.path().text().startsWith(instance.text() + "/")));
    }

    /// The first question that must be answered and is not; if there is none, the first without an answer.
    Optional<Path> firstOpen() {
        return firstOpen(true).or(() -> firstOpen(false));
    }

    private Optional<Path> firstOpen(boolean required) {
        return stops.stream().flatMap(stop -> questions(stop).stream())
                .filter(question -> question.asks() && !question.answered() && (question.required() || !required))
                .map(Element.Question::path).findFirst();
    }

    /// The question nearest to a position, for keeping the place: the one in focus, or the last before the end.
    Optional<Path> place(int position, int row) {
        if (stops.get(position) instanceof Stop.Grid grid) {
            return Optional.of(grid.rows().get(row).path());
        }
        if (stops.get(position) instanceof Stop.Page page) {
            return Optional.of(page.question(row).path());
        }
        return IntStream.iterate(position, index -> index >= 0, index -> index - 1)
                .mapToObj(index -> questions(stops.get(index))).filter(questions -> !questions.isEmpty()).findFirst()
                .map(questions -> questions.getLast().path());
    }

    private static List<Element.Question> questions(Stop stop) {
        return switch (stop) {
            case Stop.Single single -> List.of(single.question());
            case Stop.Grid grid -> grid.rows();
            case Stop.Page page -> page.questions();
            case Stop.Roster _, Stop.End _ -> List.of();
        };
    }

    private Optional<Integer> first(Predicate<Stop> wanted) {
        return IntStream.range(0, stops.size()).filter(index -> wanted.test(stops.get(index))).boxed().findFirst();
    }
}
