/// The office's use cases: surveys, staff, enrolment, village lists, intake, board, export; and the ports that they
/// need. Knows only `core`.
package vn.hoidan.server.app;
