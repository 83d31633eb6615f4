/// Versions beside each other, and the way back.
package vn.hoidan.launch;
