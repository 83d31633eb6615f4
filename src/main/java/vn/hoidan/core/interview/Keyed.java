package vn.hoidan.core.interview;

/// What somebody keyed of one question of a paper form.
public sealed interface Keyed {
    /// @param lexical as {@link vn.hoidan.core.questionnaire.QuestionType} writes it
    record Value(String lexical) implements Keyed {
    }

    record Marked(PaperMark mark) implements Keyed {
    }

    /// Not keyed, or not asked in this keying.
    record Nothing() implements Keyed {
    }
}
