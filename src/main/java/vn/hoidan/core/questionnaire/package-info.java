/// A questionnaire seen from outside: the port of the engine. Knows nothing else.
package vn.hoidan.core.questionnaire;
