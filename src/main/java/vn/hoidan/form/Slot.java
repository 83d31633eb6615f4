package vn.hoidan.form;

import java.util.Optional;
import vn.hoidan.core.questionnaire.Element;

/// A place in the form being filled in: what is read from JavaRosa's tree when something about it changed. A slot hands
/// out the same element again as long as nothing about it changed.
sealed interface Slot permits QuestionSlot, GroupSlot, RepeatSlot {
    /// Looks again at itself and all that lies inside; gives what is to be shown, or empty if nothing is relevant here.
    Optional<Element> refresh(Refresh refresh);

    /// Looks again at itself alone; what lies inside is as it was shown last. Says whether something else is to be
    /// shown than before.
    boolean refreshItself(Refresh refresh);

    /// What is to be shown, as of the last look.
    Optional<Element> now();

    /// The part around it; empty at the top.
    Optional<Slot> around();

    /// Parts around it.
    int depth();

    /// Told once, by the part around it.
    void liesIn(Slot around);
}
