/// Commands for the satisfaction index.
package vn.hoidan.cli.index;
