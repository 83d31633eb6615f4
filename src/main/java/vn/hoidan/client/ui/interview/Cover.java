package vn.hoidan.client.ui.interview;

/// What the enumerator's screen shows of a question.
enum Cover {
    /// All of it.
    NONE,
    /// Not its field: the respondent is to answer it alone.
    TO_BE_ANSWERED_ALONE,
    /// Not its answer: the respondent gave it alone.
    ANSWERED_ALONE,
    /// All of it, although the form wants it answered alone: the enumerator enters it.
    OPENED
}
