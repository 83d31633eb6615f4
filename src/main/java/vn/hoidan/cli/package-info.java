/// The command line: thin commands over the use cases. The only room that may see the client and the server, and the
/// only one that writes to the terminal. Commands live in the room of what they are about; each room lists its own.
package vn.hoidan.cli;
