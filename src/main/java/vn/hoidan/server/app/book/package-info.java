/// What the server keeps, as use cases see it: its books, and who reads records, keys and backups.
package vn.hoidan.server.app.book;
