/// Texts that people read, from message files in Vietnamese and English. Every room may use it; it knows only
/// `java.base` and `core.problem`.
package vn.hoidan.message;
