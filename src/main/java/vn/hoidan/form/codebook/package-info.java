/// Reads from an XForm what it asks, in all its languages, for codebooks. Knows `core` and the XML of the JDK.
package vn.hoidan.form.codebook;
