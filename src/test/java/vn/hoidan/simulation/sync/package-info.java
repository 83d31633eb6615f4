/// Sync between laptops and the office in one thread: the real rounds of the client and the real desks and store of the
/// server, with a network, disks and people that a seed rules.
package vn.hoidan.simulation.sync;
