package vn.hoidan.form.xlsform;

/// Where the choices of a question come from.
sealed interface ChoiceSource {
    /// The question has no choices.
    record None() implements ChoiceSource {
    }

    /// A list of the form's own sheets.
    ///
    /// @param id of its instance in the form
    record Listed(String id) implements ChoiceSource {
    }

    /// A file beside the form: `xa.csv`.
    record FromFile(ListFile file) implements ChoiceSource {
    }

    /// What was answered in a repeat so far.
    ///
    /// @param question the name within `${…}`
    record Answers(String question) implements ChoiceSource {
    }

    ChoiceSource NONE = new None();
}
