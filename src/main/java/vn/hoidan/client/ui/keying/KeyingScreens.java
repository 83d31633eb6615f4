package vn.hoidan.client.ui.keying;

import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.ui.kit.Formats;
import vn.hoidan.client.ui.kit.InterviewOpener;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Screen;

/// Makes the screens on which interviews are keyed from paper.
///
/// @param language of the window; the form has its own
public record KeyingScreens(Language language, DeviceClock clock) implements InterviewOpener {
    @Override
    public Screen open(InterviewWork work, Runnable onLeave) {
        return new KeyingScreen(new KeyingModel(work.keying(), clock, onLeave), language,
                new Formats(language, clock::zone), Beep::sound);
    }
}
