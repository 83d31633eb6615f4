/// Tables of what came in.
package vn.hoidan.server.app.export;
