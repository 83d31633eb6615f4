/// Reads survey packs: folders of CSV sheets on disk or among the program's own files. May name core, `message`,
/// `form.xlsform`, and `form.author` and `form.codebook` for the questionnaire.
package vn.hoidan.form.pack;
