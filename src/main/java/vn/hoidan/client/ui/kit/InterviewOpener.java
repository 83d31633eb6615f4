package vn.hoidan.client.ui.kit;

import vn.hoidan.client.app.work.InterviewWork;

/// Makes the screen on which an interview is held.
public interface InterviewOpener {
    /// @param onLeave to be called once when the interview was paused or completed and its screen is done with; the
    ///                caller then takes the screen away
    Screen open(InterviewWork work, Runnable onLeave);
}
