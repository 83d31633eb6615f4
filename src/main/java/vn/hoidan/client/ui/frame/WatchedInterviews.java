package vn.hoidan.client.ui.frame;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.ui.kit.InterviewOpener;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.Screen;

/// Opens interviews as ever and remembers which one is open, so that whoever works the window by keys
/// knows what is asked.
public final class WatchedInterviews implements InterviewOpener {
    private final InterviewOpener opener;
    private volatile Optional<InterviewWork> open = Optional.empty();

    public WatchedInterviews(InterviewOpener opener) {
        this.opener = opener;
    }

    /// The interview on the screen.
    public Optional<InterviewWork> open() {
        return open;
    }

    @Override
    public Screen open(InterviewWork work, Runnable onLeave) {
        open = Optional.of(work);
        return new Watched(opener.open(work, () -> {
            open = Optional.empty();
            onLeave.run();
        }));
    }

    /// The screen as it is, which also tells when it goes another way, such as by the lock.
    private final class Watched implements Screen {
        private final Screen screen;

        Watched(Screen screen) {
            this.screen = screen;
        }

        @Override
        public Node node() {
            return screen.node();
        }

        @Override
        public String title() {
            return screen.title();
        }

        @Override
        public List<KeyHint> keys() {
            return screen.keys();
        }

        @Override
        public void shown() {
            screen.shown();
        }

        @Override
        public boolean back() {
            return screen.back();
        }

        @Override
        public ObservableValue<Boolean> fillsWindow() {
            return screen.fillsWindow();
        }

        @Override
        public void languageChanged() {
            screen.languageChanged();
        }

        @Override
        public void synced() {
            screen.synced();
        }

        @Override
        public void settle(Runnable whenSaved) {
            screen.settle(whenSaved);
        }

        @Override
        public void left() {
            open = Optional.empty();
            screen.left();
        }
    }
}
