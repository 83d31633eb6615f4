/// A survey pack: everything needed to begin a survey, as one value; the visibly invented lists of practice; and what
/// came of reading a form. May name the other rooms of core; none of them names this one.
package vn.hoidan.core.pack;
