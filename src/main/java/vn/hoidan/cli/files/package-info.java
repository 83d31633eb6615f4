/// Commands for files that came with interviews.
package vn.hoidan.cli.files;
