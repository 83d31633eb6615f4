package vn.hoidan.form.xlsform;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Checks a row `audit`. Such rows ask phones to keep a log of the interview; this program keeps its own, so they
/// become nothing, but a mistake in one is told all the same, as the form will be used elsewhere too.
final class AuditRow {
    private static final String NAME = "audit";
    private static final String INTERVAL = "location-min-interval";
    private static final String AGE = "location-max-age";
    private static final String WHOLE = "[0-9]{1,9}";
    private static final Map<String, String> FORMS = Map.of(
            "location-priority", "no-power|low-power|balanced|high-accuracy",
            INTERVAL, WHOLE,
            AGE, WHOLE,
            "track-changes", "true|false",
            "identify-user", "true|false",
            "track-changes-reasons", "on-form-edit");
    private static final Set<String> LOCATION = Set.of("location-priority", INTERVAL, AGE);

    private AuditRow() {
    }

    static void check(SurveyRow row, CellErrors errors) {
        errors.add(CellErrorKind.AUDIT_LEFT_OUT, SurveySheet.NAME, row.number(), row.header(Columns.TYPE));
        if (row.has(Columns.NAME) && !row.value(Columns.NAME).equals(NAME)) {
            errors.add(CellErrorKind.AUDIT_NAMED, SurveySheet.NAME, row.number(), row.header(Columns.NAME),
                    row.value(Columns.NAME));
        }
        Optional<Parameters> parameters = Parameters.parse(row.value(Columns.PARAMETERS));
        if (parameters.isEmpty()) {
            report(row, errors, CellErrorKind.PARAMETERS_MALFORMED, row.value(Columns.PARAMETERS));
            return;
        }
        ParameterChecks.checkForms(row, parameters.get(), FORMS, errors);
        Map<String, String> values = parameters.get().values();
        boolean some = values.keySet().stream().anyMatch(LOCATION::contains);
        if (some && !values.keySet().containsAll(LOCATION)) {
            report(row, errors, CellErrorKind.AUDIT_LOCATION);
        } else if (some && number(values, AGE) < number(values, INTERVAL)) {
            report(row, errors, CellErrorKind.PARAMETER_VALUE, AGE, values.get(AGE));
        }
    }

    private static int number(Map<String, String> values, String name) {
        return values.get(name).matches(WHOLE) ? Integer.parseInt(values.get(name)) : 0;
    }

    private static void report(SurveyRow row, CellErrors errors, CellErrorKind kind, String... details) {
        errors.add(kind, SurveySheet.NAME, row.number(), row.header(Columns.PARAMETERS), details);
    }
}
