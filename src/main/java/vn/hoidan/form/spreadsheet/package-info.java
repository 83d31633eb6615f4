/// Opens whatever file an author hands over as a form: a workbook, a folder of CSV sheets or a ready XForm, and says
/// what any other file is. May name `form.xlsform`, whose sheets it fills, `form.xml`, `core`, `message` and the JDK's
/// own XML reader.
package vn.hoidan.form.spreadsheet;
