package vn.hoidan.client.ui.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.hoidan.client.ui.question.Markup;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.QuestionType;

/// Cuts a form as it stands into stops, in its order, with the end last.
///
/// Select-one questions next to each other in one group become a grid when the author says `table-list`, or when the
/// group holds nothing else and their choices are equal. A row with appearance `label` only carries the heads of a
/// table in other programs and is left out; the grid has its own. A group with `field-list` is one page.
final class Stops {
    /// More columns than this do not fit beside a whole question on a 14-inch screen.
    static final int MOST_GRID_LEVELS = 7;
    private static final int FEWEST_GRID_ROWS = 2;
    private static final String TABLE = "table-list";
    private static final String HEAD_ROW = "label";
    private static final String BARE_ROW = "list-nolabel";
    private static final String PAGE = "field-list";

    private final List<Stop> stops = new ArrayList<>();

    private Stops() {
    }

    static List<Stop> of(List<Element.Group> sections) {
        Stops cut = new Stops();
        for (int section = 0; section < sections.size(); section++) {
            cut.group(section, List.of(), sections.get(section));
        }
        cut.stops.add(new Stop.End(sections.size()));
        return List.copyOf(cut.stops);
    }

    private void group(int section, List<String> headings, Element.Group group) {
        List<Element> elements = group.elements().stream().filter(element -> !isHeadRow(element)).toList();
        boolean table = has(group, TABLE) || allAlike(elements);
        if (!table && has(group, PAGE)) {
            page(section, headings, group);
            return;
        }
        int place = 0;
        while (place < elements.size()) {
            List<Element.Question> rows = table || isBareRow(elements.get(place)) ? alike(elements, place) : List.of();
            if (rows.size() >= FEWEST_GRID_ROWS) {
                stops.add(new Stop.Grid(section, headings, group.path(), rows.getFirst().choices(), rows));
                place += rows.size();
            } else {
                element(section, headings, elements.get(place));
                place++;
            }
        }
    }

    /// A page ends where something stands that fills a page of its own: rows that make a grid, or a repeat.
    private void page(int section, List<String> headings, Element.Group group) {
        List<Stop.Page.Part> parts = new ArrayList<>();
        gather(section, headings, group, "", parts);
        turn(section, headings, group, parts);
    }

    private void gather(int section, List<String> headings, Element.Group group, String heading,
            List<Stop.Page.Part> parts) {
        List<Element> elements = group.elements().stream().filter(element -> !isHeadRow(element)).toList();
        String next = heading;
        int place = 0;
        while (place < elements.size()) {
            List<Element.Question> rows = isBareRow(elements.get(place)) ? alike(elements, place) : List.of();
            if (rows.size() >= FEWEST_GRID_ROWS) {
                turn(section, headings, group, parts);
                stops.add(new Stop.Grid(section, with(headings, next), group.path(), rows.getFirst().choices(), rows));
                place += rows.size();
                continue;
            }
            switch (elements.get(place)) {
                case Element.Question question -> parts.add(new Stop.Page.Part(next, question));
                case Element.Group inner when has(inner, TABLE) || allAlike(inner.elements()) -> {
                    turn(section, headings, group, parts);
                    group(section, with(headings, inner.label()), inner);
                }
                case Element.Group inner -> gather(section, headings, inner, Markup.plain(inner.label()), parts);
                case Element.Repeat repeat -> {
                    turn(section, headings, group, parts);
                    element(section, headings, repeat);
                }
            }
            next = "";
            place++;
        }
    }

    private void turn(int section, List<String> headings, Element.Group group, List<Stop.Page.Part> parts) {
        if (parts.size() == 1) {
            stops.add(new Stop.Single(section, with(headings, parts.getFirst().heading()),
                    parts.getFirst().question()));
        } else if (!parts.isEmpty()) {
            stops.add(new Stop.Page(section, headings, group.path(), parts));
        }
        parts.clear();
    }

    private void element(int section, List<String> headings, Element element) {
        switch (element) {
            case Element.Question question -> stops.add(new Stop.Single(section, headings, question));
            case Element.Group group -> group(section, with(headings, group.label()), group);
            case Element.Repeat repeat -> {
                for (Element.Group instance : repeat.instances()) {
                    List<String> inside = with(with(headings, repeat.label()), instance.label());
                    if (has(repeat, PAGE) && !allAlike(instance.elements())) {
                        page(section, inside, instance);
                    } else {
                        group(section, inside, instance);
                    }
                }
                if (!repeat.fixedSize()) {
                    stops.add(new Stop.Roster(section, headings, repeat));
                }
            }
        }
    }

    private static List<String> with(List<String> headings, String written) {
        String label = Markup.plain(written);
        boolean adds = !label.isBlank() && (headings.isEmpty() || !headings.getLast().equals(label));
        return adds ? Stream.concat(headings.stream(), Stream.of(label)).toList() : headings;
    }

    private static boolean has(Element element, String word) {
        return List.of(element.appearance().split("\\s+")).contains(word);
    }

    private static boolean isHeadRow(Element element) {
        return element instanceof Element.Question && has(element, HEAD_ROW);
    }

    private static boolean isBareRow(Element element) {
        return element instanceof Element.Question && has(element, BARE_ROW);
    }

    private static boolean allAlike(List<Element> elements) {
        return elements.size() >= FEWEST_GRID_ROWS && alike(elements, 0).size() == elements.size();
    }

    private static List<Element.Question> alike(List<Element> elements, int from) {
        List<Element.Question> rows = new ArrayList<>();
        for (Element element : elements.subList(from, elements.size())) {
            if (!(element instanceof Element.Question question) || !canBeRow(question)
                    || !rows.isEmpty() && !rows.getFirst().choices().equals(question.choices())) {
                break;
            }
            rows.add(question);
        }
        return rows;
    }

    private static boolean canBeRow(Element.Question question) {
        return question.type() == QuestionType.SELECT_ONE && !question.readOnly() && !question.choices().isEmpty()
                && question.choices().size() <= MOST_GRID_LEVELS;
    }
}
