/// Who gets in: PINs, the codes by which a forgotten one is replaced, and what the office can open. May use the other
/// packages of `core`; none of them uses it.
package vn.hoidan.core.access;
