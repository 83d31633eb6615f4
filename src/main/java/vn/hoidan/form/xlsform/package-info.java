/// Compiles a questionnaire written as an XLSForm (sheets `survey`, `choices`, `settings`) to an ODK XForm.
/// Sheets come in, an XForm or a list of errors with their cells goes out. May name core, commons-csv and, to check
/// expressions, JavaRosa's XPath parser.
package vn.hoidan.form.xlsform;
