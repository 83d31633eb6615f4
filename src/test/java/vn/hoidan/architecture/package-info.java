/// The house's rules as tests: which way rooms may look, how files are written, and that the documents tell the truth.
/// May read every compiled class and every file of the repository; nothing depends on it.
package vn.hoidan.architecture;
