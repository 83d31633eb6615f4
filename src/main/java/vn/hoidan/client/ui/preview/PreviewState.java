package vn.hoidan.client.ui.preview;

import vn.hoidan.client.app.work.Trial;

/// What the author's window shows.
sealed interface PreviewState {
    /// No form was opened yet.
    record Empty() implements PreviewState {
    }

    /// A form is read for the first time.
    record Reading() implements PreviewState {
    }

    /// The form cannot be asked; the remarks say why.
    record Refused() implements PreviewState {
    }

    /// The form is being filled in.
    record Filled(Trial trial) implements PreviewState {
    }

    /// The form was filled in to its end.
    record Finished(Trial trial) implements PreviewState {
    }
}
