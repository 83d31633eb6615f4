/// What is published: the index as a page, a document, a workbook. Knows `core` and texts; the libraries that write
/// documents and workbooks are named here only.
package vn.hoidan.report;
