package vn.hoidan.client.ui.interview;

import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.questionnaire.Path;

/// What stands beside a question in words, besides its answer.
record Signs(InterviewViewModel model, Texts texts) {
    /// The whole comment, or empty.
    String comment(Path path) {
        String comment = model.comment(path);
        return comment.isEmpty() ? "" : texts.get("comment.shown", comment);
    }

    /// Beside a row: that there is a comment, or empty.
    String commented(Path path) {
        return model.comment(path).isEmpty() ? "" : texts.get("comment.sign");
    }
}
