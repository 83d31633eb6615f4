/// Who gets in: PINs, the codes by which a forgotten one is replaced, and what the office can open. May use
/// `core.problem`, `core.survey`, `core.sync`.
package vn.hoidan.core.access;
