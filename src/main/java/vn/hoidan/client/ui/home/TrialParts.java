package vn.hoidan.client.ui.home;

import java.util.function.Supplier;
import vn.hoidan.client.app.work.Filling;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.core.questionnaire.Questionnaire;

/// What trial interviews need.
///
/// @param exercises the questionnaire for training; made when it is asked for
/// @param opener    makes the screen on which a trial is held
public record TrialParts(Supplier<Questionnaire> exercises, Opener opener) {
    /// Makes the screen of a trial.
    public interface Opener {
        /// @param title   of the screen in the window's language, asked for whenever it is shown
        /// @param onLeave to be called once when the trial was left
        Screen open(Filling trial, Supplier<String> title, Runnable onLeave);
    }
}
