/// Commands for the server, its surveys, and what comes into and goes out of its folder.
package vn.hoidan.cli.server;
