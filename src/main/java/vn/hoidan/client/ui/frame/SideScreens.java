package vn.hoidan.client.ui.frame;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.meeting.Meetings;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.ui.carry.CarryModel;
import vn.hoidan.client.ui.carry.CarryScreen;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.signin.ChangePinModel;
import vn.hoidan.client.ui.signin.ChangePinScreen;
import vn.hoidan.client.ui.signin.CopiesScreen;

/// Screens that are opened beside the work.
///
/// @param meetings with colleagues in the local network
/// @param free     the workplace, while a screen can be opened beside its work
/// @param top      the screen that is shown
/// @param read     told when a file was taken in
record SideScreens(ScreenTools tools, Meetings meetings, Supplier<Optional<Workplace>> free, Supplier<Screen> top,
        Runnable read) {
    private static final String SIGN_IN = "vn/hoidan/client/ui/signin/signin";

    void pin() {
        beside(ChangePinScreen.class, place -> new ChangePinScreen(new ChangePinModel(place, tools.writer()),
                tools.texts(SIGN_IN), tools.navigator()::back));
    }

    void copies() {
        beside(CopiesScreen.class, place -> new CopiesScreen(place, tools, tools.texts(SIGN_IN),
                tools.navigator()::back));
    }

    void carry() {
        beside(CarryScreen.class, place -> {
            CarryModel model = new CarryModel(place.carry(), meetings, place.profile().label(), read);
            return new CarryScreen(model, owner(place.profile()), tools, tools.navigator()::back);
        });
    }

    /// Takes a file of carried work in, on its screen; false if nobody is there or nothing can be opened now.
    boolean take(Path file) {
        if (free.get().isEmpty()) {
            return false;
        }
        carry();
        return top.get() instanceof CarryScreen screen && screen.take(file);
    }

    private void beside(Class<? extends Screen> kind, Function<Workplace, Screen> screen) {
        free.get().filter(_ -> !kind.isInstance(top.get())).map(screen).ifPresent(tools.navigator()::open);
    }

    /// For the name of a file, which any system must take.
    private static String owner(Profile profile) {
        return profile.person().id().text().replaceAll("[^A-Za-z0-9-]", "-");
    }
}
