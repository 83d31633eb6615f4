package vn.hoidan.client.ui.frame;

import vn.hoidan.client.app.Profile;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.meeting.Meetings;
import vn.hoidan.client.ui.carry.CarryModel;
import vn.hoidan.client.ui.carry.CarryScreen;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.signin.ChangePinModel;
import vn.hoidan.client.ui.signin.ChangePinScreen;
import vn.hoidan.client.ui.signin.CopiesScreen;

/// Screens that the bar opens beside the work.
///
/// @param meetings with colleagues in the local network
/// @param back takes the screen away
/// @param read told when a file was taken in
record SideScreens(ScreenTools tools, Meetings meetings, Runnable back, Runnable read) {
    private static final String SIGN_IN = "vn/hoidan/client/ui/signin/signin";

    Screen pin(Workplace place) {
        return new ChangePinScreen(new ChangePinModel(place, tools.writer()), tools.texts(SIGN_IN), back);
    }

    Screen copies(Workplace place) {
        return new CopiesScreen(place, tools, tools.texts(SIGN_IN), back);
    }

    Screen carry(Workplace place) {
        CarryModel model = new CarryModel(place.carry(), meetings, place.profile().label(), read);
        return new CarryScreen(model, owner(place.profile()), tools, back);
    }

    /// For the name of a file, which any system must take.
    private static String owner(Profile profile) {
        return profile.person().id().text().replaceAll("[^A-Za-z0-9-]", "-");
    }
}
