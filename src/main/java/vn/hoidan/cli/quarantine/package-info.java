/// Commands for records that could not be used.
package vn.hoidan.cli.quarantine;
