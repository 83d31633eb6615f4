package vn.hoidan.client.ui.interview;

import java.time.ZoneId;
import java.util.List;
import vn.hoidan.client.app.InterviewWork;
import vn.hoidan.client.ui.kit.InterviewOpener;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.message.Messages;

/// Makes interview screens.
///
/// @param language      of the window; the form has its own
/// @param zone          of the laptop, for times shown and typed
/// @param formLanguages tags that F8 goes through
public record InterviewScreens(Language language, ZoneId zone, List<String> formLanguages) implements InterviewOpener {
    public InterviewScreens {
        formLanguages = List.copyOf(formLanguages);
    }

    /// For forms in the languages of the program.
    public InterviewScreens(Language language, ZoneId zone) {
        this(language, zone, Messages.LANGUAGES);
    }

    @Override
    public Screen open(InterviewWork work, Runnable onLeave) {
        return new InterviewScreen(new InterviewViewModel(work, formLanguages, onLeave), work.entry().household(),
                language, zone);
    }
}
