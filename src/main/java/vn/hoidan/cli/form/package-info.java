/// Commands on forms in files.
package vn.hoidan.cli.form;
