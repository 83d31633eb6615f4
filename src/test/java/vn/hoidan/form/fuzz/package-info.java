/// Fuzz targets of the doors that take files from strangers, and the test that runs them.
package vn.hoidan.form.fuzz;
