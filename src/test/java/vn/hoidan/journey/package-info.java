/// Whole jobs on real parts: laptops with their real stores, a real server on loopback, what comes out at the end.
package vn.hoidan.journey;
