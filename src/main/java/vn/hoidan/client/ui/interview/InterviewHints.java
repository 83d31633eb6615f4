package vn.hoidan.client.ui.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.question.ChoiceKeys;
import vn.hoidan.client.ui.question.QuestionFields;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.QuestionType;

/// The keys of an interview in words: the few of the moment for the foot, all of them for F1.
final class InterviewHints {
    private static final String ENTER = "Enter";

    private InterviewHints() {
    }

    static List<KeyHint> foot(Stop stop, InterviewViewModel model, Texts texts) {
        List<KeyHint> hints = new ArrayList<>();
        switch (stop) {
            case Stop.Grid grid -> {
                hints.add(new KeyHint("1–" + grid.levels().size(), texts.get("key.rate")));
                hints.add(new KeyHint("⌫", texts.get("key.back")));
                hints.add(new KeyHint(ENTER, texts.get("key.next")));
            }
            case Stop.Single single -> question(single.question(), hints, texts);
            case Stop.Page page -> question(page.question(model.row().get()), hints, texts);
            case Stop.Roster _ -> {
                hints.add(new KeyHint("+", texts.get("roster.add")));
                hints.add(new KeyHint(ENTER, texts.get("key.next")));
            }
            case Stop.End _ when model.completed() -> hints.add(new KeyHint(ENTER, texts.get("end.leave")));
            case Stop.End _ -> {
                if (model.ending().get() instanceof Ending.Checked checked && !checked.findings().isEmpty()) {
                    hints.add(new KeyHint(ENTER, texts.get("key.open")));
                }
                hints.add(new KeyHint("Ctrl+Enter", texts.get("end.complete")));
            }
        }
        if (!model.completed()) {
            hints.add(new KeyHint("F4", texts.get("key.firstopen")));
            hints.add(new KeyHint("F8", texts.get("key.language")));
            hints.add(new KeyHint("F9", texts.get("key.pause")));
        }
        return hints;
    }

    private static void question(Element.Question question, List<KeyHint> hints, Texts texts) {
        int choices = question.choices().size();
        boolean listed = choices > 0 && choices <= ChoiceKeys.MOST_WITHOUT_SEARCH_CHOICES
                && !question.appearance().contains("minimal");
        if (question.asks() && listed) {
            hints.add(new KeyHint("1–" + ChoiceKeys.key(choices - 1).toUpperCase(Locale.ROOT),
                    texts.get("key.choose")));
        }
        boolean typed = question.asks() && switch (question.type()) {
            case TEXT, INTEGER, DECIMAL, RANGE, DATE, TIME, DATE_TIME, GEOPOINT, BARCODE -> true;
            case SELECT_ONE, SELECT_MULTIPLE -> !listed;
            case RANK, ACKNOWLEDGE, NOTE, FILE, IMAGE, UNSUPPORTED -> false;
        };
        if (question.asks()) {
            special(question, hints, texts);
        }
        hints.add(new KeyHint(typed ? "Alt+←" : "⌫", texts.get("key.back")));
        if (question.type() == QuestionType.TEXT && question.appearance().contains("multiline")) {
            hints.add(new KeyHint("Shift+Enter", texts.get("key.newline")));
        }
        hints.add(new KeyHint(ENTER, texts.get("key.next")));
    }

    private static void special(Element.Question question, List<KeyHint> hints, Texts texts) {
        switch (question.type()) {
            case DATE -> {
                if (QuestionFields.hasCalendar(question)) {
                    hints.add(new KeyHint("Alt+↓", texts.get("key.calendar")));
                }
            }
            case RANGE -> hints.add(new KeyHint("↑ ↓", texts.get("key.step")));
            case RANK -> hints.add(new KeyHint("Alt+↑↓", texts.get("key.rank")));
            case FILE, IMAGE -> {
                hints.add(new KeyHint("Space", texts.get("key.file")));
                hints.add(new KeyHint("Ctrl+V", texts.get("key.paste")));
            }
            case TEXT, INTEGER, DECIMAL, SELECT_ONE, SELECT_MULTIPLE, TIME, DATE_TIME, GEOPOINT, ACKNOWLEDGE, NOTE,
                    BARCODE, UNSUPPORTED -> { }
        }
    }

    static List<KeyHint> all(Texts texts) {
        return List.of(
                new KeyHint("1–9, A–Z", texts.get("sheet.choose")),
                new KeyHint("↑ ↓", texts.get("sheet.rows")),
                new KeyHint("← →", texts.get("sheet.levels")),
                new KeyHint(ENTER, texts.get("sheet.next")),
                new KeyHint("⌫, Alt+←", texts.get("sheet.back")),
                new KeyHint("Tab, Shift+Tab", texts.get("sheet.tab")),
                new KeyHint("Delete", texts.get("sheet.clear")),
                new KeyHint("PageUp, PageDown", texts.get("sheet.skip")),
                new KeyHint("Ctrl+↑, Ctrl+↓", texts.get("sheet.sections")),
                new KeyHint("Ctrl+End", texts.get("sheet.end")),
                new KeyHint("Ctrl+Enter", texts.get("sheet.complete")),
                new KeyHint("Ctrl+S", texts.get("sheet.again")),
                new KeyHint("F4", texts.get("sheet.firstopen")),
                new KeyHint("F8", texts.get("sheet.language")),
                new KeyHint("F9, Esc", texts.get("sheet.pause")));
    }
}
