/// A survey round, its field staff and their enrolment. May use `core.area`, `core.questionnaire`, `core.quota`.
package vn.hoidan.core.survey;
