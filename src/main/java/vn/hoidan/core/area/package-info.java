/// Administrative units, keyed by code and first day in force. Knows nothing else.
package vn.hoidan.core.area;
