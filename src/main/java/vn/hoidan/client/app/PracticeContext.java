package vn.hoidan.client.app;

import java.util.List;
import vn.hoidan.client.app.office.Invitation;
import vn.hoidan.client.app.office.NetworkSwitch;

/// What the window offers in practice and nowhere else.
///
/// @param network   cuts and restores the way to the server; the laptop's head offices must go through it
/// @param throwAway removes all practice data; called when everything is closed, off the window's thread
public record PracticeContext(List<Invitation> invitations, NetworkSwitch network, Runnable throwAway) {
    public PracticeContext {
        invitations = List.copyOf(invitations);
    }
}
