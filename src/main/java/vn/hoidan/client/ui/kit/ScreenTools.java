package vn.hoidan.client.ui.kit;

import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.machine.DeviceClock;

/// What every screen needs.
///
/// @param writer the lane on which stores are read and written
public record ScreenTools(Language language, Formats formats, DeviceClock clock, Background writer,
        Navigator navigator, Looks looks) {
    public Texts texts(String bundle) {
        return new Texts(bundle, language);
    }
}
