package vn.hoidan.form.xlsform;

import java.util.List;
import java.util.Map;

/// A loop repeats its rows once for each choice of a list; `%(label)s` and `%(name)s` stand for the choice.
final class Loop {
    /// A choice that stands for having chosen nothing gets no rows.
    private static final String NOTHING = "none";

    private Loop() {
    }

    static List<ChoiceLists.Choice> choices(List<ChoiceLists.Choice> list) {
        return list.stream().filter(choice -> !choice.name().equals(NOTHING)).toList();
    }

    /// The row as it is read for one choice.
    static SurveyRow fill(SurveyRow row, ChoiceLists.Choice choice) {
        Map<String, String> labels = choice.label();
        String any = labels.values().stream().findFirst().orElse(choice.name());
        return row.changed((language, text) -> text.indexOf('%') < 0 ? text
                : text.replace("%(name)s", choice.name())
                        .replace("%(label)s", labels.getOrDefault(language, any)));
    }
}
