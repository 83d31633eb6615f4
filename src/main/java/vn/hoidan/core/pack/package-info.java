/// A survey pack: everything needed to begin a survey, as one value; and the visibly invented lists of practice.
/// May name the other rooms of core; none of them names this one.
package vn.hoidan.core.pack;
