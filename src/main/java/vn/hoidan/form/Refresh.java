package vn.hoidan.form;

import java.util.Set;
import org.javarosa.core.model.FormDef;

/// One look over the whole form after a change, and what it found.
final class Refresh {
    private final FormDef form;
    private final Texts texts;
    private final Choices choices;
    private final Set<QuestionSlot> answered;
    private boolean changedElsewhere;

    /// @param answered the question whose answer brings the change, if it is one
    Refresh(FormDef form, Texts texts, Choices choices, Set<QuestionSlot> answered) {
        this.form = form;
        this.texts = texts;
        this.choices = choices;
        this.answered = answered;
    }

    FormDef form() {
        return form;
    }

    Texts texts() {
        return texts;
    }

    Choices choices() {
        return choices;
    }

    /// Something else than the value of the answered question changed.
    boolean changedElsewhere() {
        return changedElsewhere;
    }

    void note() {
        changedElsewhere = true;
    }

    /// A question looks different, came or went.
    ///
    /// @param inValueOnly its value is another, all else is the same
    void note(QuestionSlot slot, boolean inValueOnly) {
        if (!inValueOnly || !answered.contains(slot)) {
            changedElsewhere = true;
        }
    }
}
