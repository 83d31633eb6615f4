/// Sample plans, repeatable draws, sample lists, ordered replacement, contact attempts. May use `core.area` and
/// `core.interview`.
package vn.hoidan.core.sampling;
