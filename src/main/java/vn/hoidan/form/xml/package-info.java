/// The one way in which this program reads foreign XML: no document types, nothing from outside. May name the JDK only.
package vn.hoidan.form.xml;
