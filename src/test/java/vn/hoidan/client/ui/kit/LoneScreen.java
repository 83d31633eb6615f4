package vn.hoidan.client.ui.kit;

import vn.hoidan.client.app.machine.Look;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.SettableClock;

/// What a screen works with that stands alone: it can lead nowhere, and a problem told to the window fails the test.
public final class LoneScreen {
    private LoneScreen() {
    }

    public static ScreenTools tools(Language language, SettableClock clock) {
        return new ScreenTools(language, new Formats(language, clock::zone), clock, new ImmediateBackground(),
                new Nowhere(), new Looks(Look.USUAL, _ -> { }));
    }

    private static final class Nowhere implements Navigator {
        @Override
        public void open(Screen other) {
            throw new AssertionError("opens nothing");
        }

        @Override
        public void replace(Screen other) {
            throw new AssertionError("replaces nothing");
        }

        @Override
        public void back() {
            throw new AssertionError("goes nowhere");
        }

        @Override
        public void tell(Problem told) {
            throw new AssertionError(told);
        }
    }
}
