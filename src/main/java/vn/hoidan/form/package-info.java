/// The questionnaire engine: XForms run by JavaRosa behind {@link vn.hoidan.core.questionnaire}. The only room that
/// names JavaRosa; beside it, it may import `core`, `message` and `sqlite`.
package vn.hoidan.form;
