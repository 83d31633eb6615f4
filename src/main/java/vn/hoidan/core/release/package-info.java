/// Releases of the client that an office offers to its laptops: what is in them and which is newer. Pure.
package vn.hoidan.core.release;
