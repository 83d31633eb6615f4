/// The satisfaction index: what is counted, the weights of the draw, estimates with their uncertainty. Counts are whole
/// numbers by village and class of respondents, so a result depends neither on the order of the interviews nor on how
/// they were divided. Knows `core.indicator`.
package vn.hoidan.core.index;
