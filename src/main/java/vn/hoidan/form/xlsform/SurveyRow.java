package vn.hoidan.form.xlsform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/// A row of the survey sheet by column.
///
/// @param number  as the spreadsheet shows it
/// @param values  what stands in the columns that have no language
/// @param texts   by column, then by language; {@link Languages#UNNAMED} where the header names none
/// @param headers how each column is headed in the file, to name it in errors
record SurveyRow(int number, Map<String, String> values, Map<String, Map<String, String>> texts,
        Map<String, String> headers) {

    String value(String column) {
        return values.getOrDefault(column, "");
    }

    /// Everything that stands in the row.
    Stream<String> cells() {
        return Stream.concat(values.values().stream(), texts.values().stream().flatMap(text -> text.values().stream()));
    }

    boolean has(String column) {
        return !value(column).isEmpty();
    }

    /// A text by language, without the languages in which the cell is empty.
    Map<String, String> text(String column) {
        return texts.getOrDefault(column, Map.of());
    }

    String header(String column) {
        return headers.getOrDefault(column, column);
    }

    /// Media beside the label, by column and language.
    Map<String, Map<String, String>> media() {
        Map<String, Map<String, String>> media = new LinkedHashMap<>();
        Columns.MEDIA.stream().filter(texts::containsKey).forEach(column -> media.put(column, texts.get(column)));
        return media;
    }

    /// Neither label nor hint.
    boolean isSilent() {
        return text(Columns.LABEL).isEmpty() && text(Columns.HINT).isEmpty();
    }

    /// The attributes that the author writes on one part of the form directly, by name.
    ///
    /// @param part {@link Columns#BIND} …
    Map<String, String> attributes(String part) {
        Map<String, String> attributes = new LinkedHashMap<>();
        values.forEach((column, value) -> {
            if (column.startsWith(part)) {
                attributes.put(column.substring(part.length()), value);
            }
        });
        return attributes;
    }

    /// The row with every cell changed.
    ///
    /// @param change takes language ({@link Languages#UNNAMED} for cells without) and text
    SurveyRow changed(BinaryOperator<String> change) {
        Map<String, String> changed = new LinkedHashMap<>();
        values.forEach((column, value) -> changed.put(column, change.apply(Languages.UNNAMED, value)));
        Map<String, Map<String, String>> changedTexts = new LinkedHashMap<>();
        texts.forEach((column, text) -> {
            Map<String, String> byLanguage = new LinkedHashMap<>();
            text.forEach((language, value) -> byLanguage.put(language, change.apply(language, value)));
            changedTexts.put(column, byLanguage);
        });
        return new SurveyRow(number, changed, changedTexts, headers);
    }

    /// A row that the compiler adds by itself, reported where its cause stands.
    static SurveyRow generated(int number, Map<String, String> values, Map<String, String> label) {
        return new SurveyRow(number, new LinkedHashMap<>(values),
                label.isEmpty() ? Map.of() : Map.of(Columns.LABEL, label), Map.of());
    }
}
