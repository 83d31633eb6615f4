/// The quota engine and the logs between laptops and server in one thread with simulated time, network, disks and
/// people. Everything random comes from one seed; the planners are the real ones.
package vn.hoidan.simulation;
