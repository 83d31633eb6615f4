package vn.hoidan.form.xlsform;

/// What can be wrong in a cell. Texts stand in the message files under `cell.CODE.what` and `cell.CODE.mend`; what
/// fills their numbered braces is noted here. Warnings do not stop a form.
public enum CellErrorKind {
    /// {0}: the sheet.
    SHEET_MISSING("sheet-missing"),
    /// {0}: the sheet.
    SHEET_EMPTY("sheet-empty"),
    /// {0}: the sheet; {1}: most rows.
    SHEET_TOO_LONG("sheet-too-long"),
    /// {0}: most columns.
    TOO_MANY_COLUMNS("too-many-columns"),
    /// {0}: most characters.
    CELL_TOO_LONG("cell-too-long"),
    /// {0}: the character's number in Unicode.
    CHARACTER_NOT_ALLOWED("character-not-allowed"),
    /// {0}: the column.
    COLUMN_MISSING("column-missing"),
    /// {0}: first header; {1}: second header of the same column.
    COLUMN_TWICE("column-twice"),
    /// {0}: the header; {1}: a similar known one.
    COLUMN_UNKNOWN("column-unknown", true),
    /// {0}: the header.
    COLUMN_NOT_SUPPORTED("column-not-supported", true),
    /// {0}: the header.
    ATTRIBUTE_MALFORMED("attribute-malformed"),
    /// {0}: most languages.
    TOO_MANY_LANGUAGES("too-many-languages"),
    TYPE_MISSING("type-missing"),
    /// {0}: the type; {1}: a similar known one.
    TYPE_UNKNOWN("type-unknown"),
    /// {0}: the type.
    TYPE_NOT_SUPPORTED("type-not-supported"),
    /// {0}: the type.
    TYPE_NOT_ON_DESKTOP("type-not-on-desktop", true),
    /// {0}: the appearance.
    APPEARANCE_NOT_ON_DESKTOP("appearance-not-on-desktop", true),
    AUDIT_LEFT_OUT("audit-left-out", true),
    /// {0}: its name.
    AUDIT_NAMED("audit-named"),
    AUDIT_LOCATION("audit-location"),
    NAME_MISSING("name-missing"),
    /// {0}: the name.
    NAME_MALFORMED("name-malformed"),
    /// {0}: the name.
    NAME_RESERVED("name-reserved"),
    /// {0}: the name; {1}: row of the first.
    NAME_TWICE("name-twice"),
    /// {0}: the name.
    LABEL_MISSING("label-missing"),
    /// {0}: the name; {1}: language.
    TRANSLATION_MISSING("translation-missing", true),
    /// {0}: the type that opened it; {1}: its name.
    GROUP_NOT_CLOSED("group-not-closed"),
    /// {0}: the type of the end row.
    GROUP_NOT_OPENED("group-not-opened"),
    /// {0}: the type of the end row; {1}: the type open; {2}: row that opened it.
    GROUP_MISMATCHED("group-mismatched"),
    /// {0}: its name.
    GROUP_REQUIRED("group-required"),
    TABLE_WITH_FILTER("table-with-filter"),
    /// {0}: the list; {1}: the list of the first question.
    TABLE_OF_TWO_LISTS("table-of-two-lists"),
    /// {0}: most questions.
    TOO_MANY_QUESTIONS("too-many-questions"),
    /// {0}: most levels.
    TOO_DEEP("too-deep"),
    /// {0}: the type.
    LIST_NAME_MISSING("list-name-missing"),
    /// {0}: the list; {1}: a similar one.
    LIST_UNKNOWN("list-unknown"),
    /// {0}: the list; {1}: a similar one.
    EXTERNAL_LIST_UNKNOWN("external-list-unknown"),
    /// {0}: the name of the question.
    LIST_NOT_REPEATED("list-not-repeated"),
    /// {0}: the file.
    LIST_FILE_NAME("list-file-name"),
    /// {0}: the file.
    FILE_NAME_MALFORMED("file-name-malformed"),
    /// {0}: the name; {1}: row of the first.
    INSTANCE_TWICE("instance-twice"),
    /// {0}: the name; {1}: where the other comes from.
    INSTANCE_CONFLICT("instance-conflict"),
    /// {0}: the type.
    INSTANCE_IN_REPEAT("instance-in-repeat"),
    INSTANCE_ID_NEEDED("instance-id-needed"),
    /// {0}: the appearance.
    SEARCH_NOT_SUPPORTED("search-not-supported"),
    OTHER_WITH_FILTER("other-with-filter"),
    /// {0}: the type.
    OTHER_WITHOUT_LIST("other-without-list"),
    CHOICE_LIST_MISSING("choice-list-missing"),
    /// {0}: the header.
    CHOICE_COLUMN_MALFORMED("choice-column-malformed", true),
    /// {0}: the list.
    CHOICE_NAME_MISSING("choice-name-missing"),
    /// {0}: the name; {1}: the list; {2}: row of the first.
    CHOICE_TWICE("choice-twice"),
    /// {0}: the name.
    CHOICE_NAME_HAS_SPACE("choice-name-has-space"),
    /// {0}: the name; {1}: the list.
    CHOICE_LABEL_MISSING("choice-label-missing", true),
    /// {0}: the name; {1}: a similar one.
    REFERENCE_UNKNOWN("reference-unknown"),
    /// {0}: the name; {1}: rows that have it.
    REFERENCE_AMBIGUOUS("reference-ambiguous"),
    /// {0}: the text.
    REFERENCE_MALFORMED("reference-malformed"),
    /// {0}: the names in order.
    REFERENCE_CYCLE("reference-cycle"),
    /// {0}: what the expression parser met.
    EXPRESSION_MALFORMED("expression-malformed"),
    /// {0}: most long expressions; {1}: from how many characters on one is long.
    EXPRESSIONS_TOO_LONG("expressions-too-long"),
    /// {0}: the name.
    CALCULATION_MISSING("calculation-missing"),
    /// {0}: the name.
    CALCULATION_NOT_ALLOWED("calculation-not-allowed"),
    /// {0}: the text.
    PARAMETERS_MALFORMED("parameters-malformed"),
    /// {0}: the parameter; {1}: those known.
    PARAMETER_UNKNOWN("parameter-unknown"),
    /// {0}: the parameter; {1}: its value.
    PARAMETER_VALUE("parameter-value"),
    /// {0}: the parameter.
    PARAMETER_LEFT_OUT("parameter-left-out", true),
    /// {0}: the appearance.
    TICKS_NOT_SHOWN("ticks-not-shown"),
    /// {0}: the name.
    TRIGGER_MISSING("trigger-missing"),
    /// {0}: the trigger's text.
    TRIGGER_MALFORMED("trigger-malformed"),
    /// {0}: the setting.
    SETTING_NOT_SUPPORTED("setting-not-supported", true),
    /// {0}: the language.
    DEFAULT_LANGUAGE_UNKNOWN("default-language-unknown", true),
    /// {0}: the list of entities or the property.
    ENTITIES_NOT_SUPPORTED("entities-not-supported"),

    // What readers of files find.
    /// {0}: the sheet.
    SHEET_TWICE("sheet-twice"),
    /// {0}: the sheet.
    SHEET_HIDDEN("sheet-hidden", true),
    /// {0}: the sheet; {1}: the one that it may be meant for.
    SHEET_NAME_SIMILAR("sheet-name-similar", true),
    /// {0}: the row that has the first words.
    HEADER_NOT_FIRST("header-not-first"),
    /// {0}: the first such cell; {1}: how many there are in its column.
    FORMULA_VALUE("formula-value", true),
    /// {0}: the cell.
    FORMULA_NOT_CALCULATED("formula-not-calculated"),
    /// {0}: the cell; {1}: the error, such as `#REF!`.
    ERROR_VALUE("error-value"),
    /// {0}: the cell; {1}: the number as kept.
    NUMBER_INEXACT("number-inexact", true),
    /// {0}: the area.
    CELLS_MERGED("cells-merged", true),
    /// {0}: the rows.
    ROWS_HIDDEN("rows-hidden", true),
    /// {0}: the columns.
    COLUMNS_HIDDEN("columns-hidden", true),
    /// {0}: the first cell below it.
    HEADER_BLANK("header-blank", true);

    private final String code;
    private final boolean warning;

    CellErrorKind(String code) {
        this(code, false);
    }

    CellErrorKind(String code, boolean warning) {
        this.code = code;
        this.warning = warning;
    }

    /// The word that message files and tests know it by.
    public String code() {
        return code;
    }

    public boolean isWarning() {
        return warning;
    }
}
