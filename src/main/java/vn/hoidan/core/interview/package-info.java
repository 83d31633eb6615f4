/// An interview as the facts that happened in it. May use `core.questionnaire`.
package vn.hoidan.core.interview;
