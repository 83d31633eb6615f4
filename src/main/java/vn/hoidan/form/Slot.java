package vn.hoidan.form;

import java.util.Optional;
import vn.hoidan.core.questionnaire.Element;

/// A place in the form being filled in: what is read from JavaRosa's tree when something about it changed. A slot hands
/// out the same element again as long as nothing about it changed.
abstract sealed class Slot permits QuestionSlot, GroupSlot, RepeatSlot {
    /// Null at the top.
    private Slot around;
    private int depth;
    private boolean waiting;

    /// Looks again at itself and all that lies inside; gives what is to be shown, or empty if nothing is relevant here.
    abstract Optional<Element> refresh(Refresh refresh);

    /// Looks again at itself alone; what lies inside is as it was shown last. Says whether something else is to be
    /// shown than before.
    abstract boolean refreshItself(Refresh refresh);

    /// What is to be shown, as of the last look.
    abstract Optional<Element> now();

    /// The part around it; empty at the top.
    final Optional<Slot> around() {
        return Optional.ofNullable(around);
    }

    /// Parts around it. Known once the whole layout is made.
    final int depth() {
        return depth;
    }

    /// Told once, by the part around it.
    final void liesIn(Slot slot) {
        around = slot;
    }

    /// Told once, by the layout.
    final void atDepth(int parts) {
        depth = parts;
    }

    /// Waits to be looked at; false if it does already.
    final boolean waits() {
        boolean first = !waiting;
        waiting = true;
        return first;
    }

    final void looked() {
        waiting = false;
    }
}
