package vn.hoidan.client.ui.interview;

/// Who looks at the screen, and what they may see.
enum Facing {
    /// The whole screen of the interview.
    ENUMERATOR,
    /// One question, large, in sight of both.
    SHOWN,
    /// The respondent is asked to take the laptop.
    INVITED,
    /// One question, large, for the respondent alone.
    ALONE,
    /// The respondent is asked to give the laptop back; nothing of the answers is to be seen.
    HANDED_BACK;

    /// The respondent gives the answers, unseen.
    boolean alone() {
        return this == ALONE;
    }
}
