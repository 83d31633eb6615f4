package vn.hoidan.form.xlsform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the survey sheet into rows by column: headers are understood here and nowhere else.
final class SurveySheet {
    static final String NAME = "survey";

    private SurveySheet() {
    }

    static List<SurveyRow> rows(Sheet sheet, Settings settings, CellErrors errors) {
        List<Optional<Columns.Header>> headers = headers(sheet, settings, errors);
        Map<String, String> written = new HashMap<>();
        for (int column = 0; column < headers.size(); column++) {
            String header = sheet.header().get(column).strip();
            headers.get(column).ifPresent(known -> written.putIfAbsent(known.column(), header));
        }
        if (!written.containsKey(Columns.TYPE)) {
            errors.add(CellErrorKind.COLUMN_MISSING, NAME, Sheet.HEADER_ROW, Columns.TYPE, Columns.TYPE);
            return List.of();
        }
        return sheet.rows().stream().map(row -> row(row, headers, written, settings.cleansTexts())).toList();
    }

    /// Languages that the headers name, in their order.
    static Set<String> languages(List<SurveyRow> rows) {
        Set<String> languages = new LinkedHashSet<>();
        rows.forEach(row -> row.texts().values().forEach(text -> languages.addAll(text.keySet())));
        return languages;
    }

    private static List<Optional<Columns.Header>> headers(Sheet sheet, Settings settings,
            CellErrors errors) {
        List<Optional<Columns.Header>> headers = new ArrayList<>();
        Map<Columns.Header, String> seen = new HashMap<>();
        for (String header : sheet.header()) {
            Optional<Columns.Header> known = Columns.survey(header);
            headers.add(known);
            if (known.isEmpty() && !header.isBlank()) {
                if (Columns.isLeftOut(header)) {
                    errors.add(CellErrorKind.COLUMN_NOT_SUPPORTED, NAME, Sheet.HEADER_ROW, header, header);
                } else {
                    errors.add(CellErrorKind.COLUMN_UNKNOWN, NAME, Sheet.HEADER_ROW, header, header,
                            Columns.similarSurvey(header));
                }
            }
            if (known.filter(column -> !settings.allowsColumn(column.column())).isPresent()) {
                errors.add(CellErrorKind.ATTRIBUTE_MALFORMED, NAME, Sheet.HEADER_ROW, header, header);
            }
            known.flatMap(column -> Optional.ofNullable(seen.putIfAbsent(column, header)))
                    .ifPresent(first -> errors.add(CellErrorKind.COLUMN_TWICE, NAME, Sheet.HEADER_ROW, header, first,
                            header));
        }
        return headers;
    }

    private static SurveyRow row(Sheet.Row row, List<Optional<Columns.Header>> headers, Map<String, String> written,
            boolean cleans) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        for (int index = 0; index < headers.size(); index++) {
            String value = row.cell(index).strip();
            Optional<Columns.Header> header = headers.get(index);
            if (value.isEmpty() || header.isEmpty()) {
                continue;
            }
            String column = header.get().column();
            if (Columns.isText(column)) {
                String language = header.get().language();
                texts.computeIfAbsent(column, key -> new LinkedHashMap<>())
                        .put(language.isEmpty() ? Languages.UNNAMED : language,
                                cleans ? Cleaning.spaces(value) : value);
            } else {
                values.put(column, cleans ? Cleaning.expression(value) : value);
            }
        }
        return new SurveyRow(row.number(), values, texts, written);
    }
}
