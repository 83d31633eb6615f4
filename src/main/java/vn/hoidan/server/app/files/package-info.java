/// Files that came with interviews and that nothing names any longer.
package vn.hoidan.server.app.files;
