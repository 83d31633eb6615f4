package vn.hoidan.client.ui.kit;

import vn.hoidan.core.problem.Problem;

/// How a screen goes elsewhere.
public interface Navigator {
    /// Puts a screen on top.
    void open(Screen screen);

    /// Puts a screen in place of the one on top.
    void replace(Screen screen);

    /// Takes the screen on top away without asking it.
    void back();

    /// Shows a problem above the screen until it is put away.
    void tell(Problem problem);
}
