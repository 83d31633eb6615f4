/// One field for each type of question, and the reading of what is typed into them. Knows the questionnaire and the
/// message files, and gives every answer to whoever implements {@link vn.hoidan.client.ui.question.Answers}.
package vn.hoidan.client.ui.question;
