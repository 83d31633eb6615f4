/// What stands before the program when it is installed: its folder, the start it has learned, its versions side by
/// side. Knows only numbers of releases besides `java.base`, so that it costs nothing to start.
package vn.hoidan.launch;
