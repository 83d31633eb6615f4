package vn.hoidan.client.ui.interview;

import java.time.ZoneId;
import java.util.function.Supplier;
import vn.hoidan.client.app.work.Filling;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.ui.kit.InterviewOpener;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.Texts;

/// Makes interview screens.
///
/// @param language of the window; the form has its own
/// @param zone     of the laptop, for times shown and typed
public record InterviewScreens(Language language, ZoneId zone) implements InterviewOpener {
    @Override
    public Screen open(InterviewWork work, Runnable onLeave) {
        Texts texts = new Texts(InterviewScreen.ROOM, language);
        return open(work, () -> texts.get("title", work.entry().household()), onLeave);
    }

    /// The same screen for anything that is filled in, such as an author's trial of a form.
    ///
    /// @param title   of the screen in the window's language, asked for whenever it is shown
    /// @param onLeave see {@link InterviewOpener#open}
    public Screen open(Filling filling, Supplier<String> title, Runnable onLeave) {
        return open(new InterviewViewModel(filling, onLeave), title);
    }

    /// The same screen for whoever also leads through the form from outside, by the view-model's acts.
    public Screen open(InterviewViewModel model, Supplier<String> title) {
        return new InterviewScreen(model, title, language, zone);
    }
}
