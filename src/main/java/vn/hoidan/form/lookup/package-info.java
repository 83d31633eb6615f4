/// Look-up lists of questionnaires: read from files, kept in SQLite in memory, searched there. Knows nothing of XForms
/// or of JavaRosa; may import `core.problem` and `sqlite`.
package vn.hoidan.form.lookup;
