/// What stands before the program when it is installed: its folder, the start it has learned. Knows only `java.base`,
/// so that it costs nothing to start.
package vn.hoidan.launch;
