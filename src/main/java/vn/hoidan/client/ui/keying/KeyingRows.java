package vn.hoidan.client.ui.keying;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.hoidan.client.ui.question.Markup;
import vn.hoidan.core.interview.Keyed;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;

/// A form as one column of rows in its order, as on paper. Places count from 0; the place after the last row is the
/// end.
///
/// @param sections labels of the sections
record KeyingRows(List<String> sections, List<KeyingRow> rows) {
    private static final Pattern PLACE = Pattern.compile("(?:(\\d{1,4})\\.)?(\\d{1,4})");
    private static final Pattern PRINTED = Pattern.compile("\\s*(\\d{1,4})\\b.*", Pattern.DOTALL);

    KeyingRows {
        sections = List.copyOf(sections);
        rows = List.copyOf(rows);
    }

    /// @param keyed what was keyed of a question
    static KeyingRows of(List<Element.Group> groups, Function<Element.Question, Keyed> keyed) {
        Cut cut = new Cut(keyed, new ArrayList<>());
        for (int section = 0; section < groups.size(); section++) {
            Element.Group group = groups.get(section);
            cut.group(section, with(List.of(), group.label()), group);
        }
        return new KeyingRows(groups.stream().map(Element.Group::label).toList(), cut.rows());
    }

    private record Cut(Function<Element.Question, Keyed> keyed, List<KeyingRow> rows) {
        void group(int section, List<String> headings, Element.Group group) {
            for (Element element : group.elements()) {
                switch (element) {
                    case Element.Question question when question.asks() -> rows.add(new KeyingRow.Ask(section, headings,
                            number(section), question, keyed.apply(question)));
                    case Element.Question _ -> { }
                    case Element.Group inner -> group(section, with(headings, inner.label()), inner);
                    case Element.Repeat repeat -> repeat(section, with(headings, repeat.label()), repeat);
                }
            }
        }

        private void repeat(int section, List<String> headings, Element.Repeat repeat) {
            repeat.instances().forEach(instance -> group(section, with(headings, instance.label()), instance));
            if (!repeat.fixedSize()) {
                rows.add(new KeyingRow.More(section, headings, repeat));
            }
        }

        private int number(int section) {
            for (KeyingRow row : rows.reversed()) {
                if (row.section() != section) {
                    break;
                }
                if (row instanceof KeyingRow.Ask ask) {
                    return ask.number() + 1;
                }
            }
            return 1;
        }
    }

    private static List<String> with(List<String> headings, String label) {
        boolean adds = !label.isBlank() && (headings.isEmpty() || !headings.getLast().equals(label));
        return adds ? Stream.concat(headings.stream(), Stream.of(label)).toList() : headings;
    }

    int end() {
        return rows.size();
    }

    KeyingRow at(int place) {
        return rows.get(place);
    }

    Optional<KeyingRow.Ask> ask(int place) {
        return place >= 0 && place < rows.size() && rows.get(place) instanceof KeyingRow.Ask ask ? Optional.of(ask)
                : Optional.empty();
    }

    Optional<Integer> placeOf(Path path) {
        return first(0, row -> row.path().equals(path));
    }

    /// The first row that must still be keyed.
    Optional<Integer> firstOpen() {
        return first(0, row -> row instanceof KeyingRow.Ask ask && ask.open());
    }

    /// The first question at or after a place that nothing was keyed of.
    Optional<Integer> notKeyedFrom(int place) {
        return first(place, row -> row instanceof KeyingRow.Ask ask && !ask.isKeyed());
    }

    int open() {
        return (int) rows.stream().filter(row -> row instanceof KeyingRow.Ask ask && ask.open()).count();
    }

    /// The first row of a section, or of the next that has one.
    Optional<Integer> sectionStart(int section) {
        return first(0, row -> row.section() >= section);
    }

    private Optional<Integer> first(int from, Predicate<KeyingRow> wanted) {
        return IntStream.range(Math.max(0, from), rows.size()).filter(place -> wanted.test(rows.get(place))).boxed()
                .findFirst();
    }

    /// The row of a number as printed: `14` in the section one is in, `9.14` in the section that begins with 9; where
    /// no section's label begins with a number, its place counts.
    Optional<Integer> numbered(String typed, int sectionNow) {
        Matcher matcher = PLACE.matcher(typed);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Integer> section = matcher.group(1) == null ? Optional.of(sectionNow)
                : sectionOf(Integer.parseInt(matcher.group(1)));
        int number = Integer.parseInt(matcher.group(2));
        return section.flatMap(wanted -> first(0, row -> row.section() == wanted && row instanceof KeyingRow.Ask ask
                && ask.number() == number));
    }

    private Optional<Integer> sectionOf(int number) {
        List<Optional<Integer>> printed = sections.stream().map(KeyingRows::printed).toList();
        boolean anyPrinted = printed.stream().anyMatch(Optional::isPresent);
        return IntStream.range(0, sections.size())
                .filter(section -> anyPrinted ? printed.get(section).equals(Optional.of(number))
                        : section + 1 == number).boxed().findFirst();
    }

    private static Optional<Integer> printed(String label) {
        Matcher matcher = PRINTED.matcher(Markup.plain(label));
        return matcher.matches() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
    }

    /// Both are rows of one grid: choosing one of the same choices under the same heading.
    boolean alike(int one, int other) {
        return ask(one).isPresent() && ask(other).isPresent() && alike(ask(one).get(), ask(other).get());
    }

    private static boolean alike(KeyingRow.Ask one, KeyingRow.Ask other) {
        return one.question().type() == QuestionType.SELECT_ONE && other.question().type() == QuestionType.SELECT_ONE
                && codes(one).equals(codes(other)) && one.headings().equals(other.headings());
    }

    private static List<String> codes(KeyingRow.Ask ask) {
        return ask.question().choices().stream().map(Choice::code).toList();
    }

    /// The last row of the grid that a place is in; the place itself when it is in none.
    int gridEnd(int place) {
        int last = place;
        while (alike(place, last + 1)) {
            last++;
        }
        return last;
    }

    /// The last question under the same heading.
    int groupEnd(int place) {
        int last = place;
        while (ask(last + 1).filter(ask -> ask.headings().equals(rows.get(place).headings())).isPresent()) {
            last++;
        }
        return last;
    }
}
