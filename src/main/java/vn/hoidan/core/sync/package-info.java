/// What devices and server tell each other: the up-log and the down-log, positions in them, one round of sync, and the
/// planner that decides what of a batch is new. Knows the other rooms of `core`.
package vn.hoidan.core.sync;
