package vn.hoidan.client.ui.preview;

import vn.hoidan.core.questionnaire.Path;

/// An answer as it would be stored.
record AnswerLine(Path path, String value) {
}
