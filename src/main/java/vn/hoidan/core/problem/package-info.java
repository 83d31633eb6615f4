/// The numbered catalogue of what can go wrong. Knows nothing else.
package vn.hoidan.core.problem;
