/// What all commands stand on: the terminal, their bases, and how a failure is told.
package vn.hoidan.cli.command;
