/// What a survey measures: the tree of its indicators as data. May name `core.questionnaire`.
package vn.hoidan.core.indicator;
