package vn.hoidan.client.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import vn.hoidan.message.Messages;

/// The texts of one screen in the window's language.
public final class Texts {
    private final String bundle;
    private final Language language;

    /// @param bundle resource without language and ending: `vn/hoidan/client/ui/home/home`
    public Texts(String bundle, Language language) {
        this.bundle = bundle;
        this.language = language;
    }

    public Language language() {
        return language;
    }

    /// The text as it reads now, with `{0}`, `{1}` … replaced.
    public String get(String key, Object... values) {
        return messages().get(key, values);
    }

    /// The text as it reads in whatever language the window has; for labels whose words do not depend on data.
    public StringBinding bound(String key, Object... values) {
        return Bindings.createStringBinding(() -> get(key, values), language.property());
    }

    public Messages messages() {
        return in(language.now());
    }

    /// The texts in one language, whatever the window's.
    public Messages in(String chosen) {
        return Messages.of(bundle, chosen);
    }
}
