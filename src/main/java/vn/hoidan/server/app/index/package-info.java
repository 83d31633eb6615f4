/// The satisfaction index at the office.
package vn.hoidan.server.app.index;
