/// Compiles a questionnaire written as an XLSForm (sheets `survey`, `choices`, `settings`, `external_choices`).
/// Sheets come in, an ODK XForm or a list of errors with their cells goes out. May name core, commons-csv and, to check
/// expressions, JavaRosa's XPath parser.
package vn.hoidan.form.xlsform;
