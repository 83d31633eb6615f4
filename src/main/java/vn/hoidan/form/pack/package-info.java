/// Reads survey packs: folders of CSV sheets on disk or among the program's own files. May name core, `message` and
/// `form.xlsform`.
package vn.hoidan.form.pack;
