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

    Cover cover(Path path) {
        return model.respondent().cover(path);
    }

    /// In the place of a row's levels, where the respondent answers alone; else empty.
    String alone(Path path) {
        return switch (model.respondent().cover(path)) {
            case NONE, OPENED -> "";
            case TO_BE_ANSWERED_ALONE -> texts.get("private.row");
            case ANSWERED_ALONE -> texts.get("private.row.answered");
        };
    }

    /// Beside a row: that there is a comment, or empty.
    String commented(Path path) {
        return model.comment(path).isEmpty() ? "" : texts.get("comment.sign");
    }
}
