package vn.hoidan.form;

import java.util.Optional;
import vn.hoidan.core.questionnaire.Element;

/// A place in the form being filled in: what is read from JavaRosa's tree each time something changed. A slot hands out
/// the same element again as long as nothing about it changed.
sealed interface Slot permits QuestionSlot, GroupSlot, RepeatSlot {
    /// Looks again; gives what is to be shown, or empty if nothing is relevant here.
    Optional<Element> refresh(Refresh refresh);
}
