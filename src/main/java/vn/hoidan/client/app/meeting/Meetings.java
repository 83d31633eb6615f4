package vn.hoidan.client.app.meeting;

import java.util.List;
import vn.hoidan.core.access.SpokenCode;

/// The local network, where laptops meet without the office. Methods take time: not for the window's thread.
public interface Meetings {
    /// Groups of the code that one person reads out to the other.
    int CODE_GROUPS = SpokenCode.RESET_GROUPS;

    /// Waits for a colleague from now on.
    ///
    /// @param name by which this laptop is shown to whoever looks for it
    /// @throws vn.hoidan.core.problem.ProblemException NO_LOCAL_NETWORK
    MeetingDoor open(String name);

    /// Looks for laptops that wait; takes about two seconds. Some networks keep laptops from seeing each other: then
    /// the place is typed.
    List<Waiting> look();

    /// A laptop that waits. Whoever is in the network can tell any name: only the code proves who it is.
    ///
    /// @param place as {@link MeetingDoor#places} tells it
    record Waiting(String name, String place) {
    }

    /// Goes to a laptop that waits.
    ///
    /// @param place address in the local network, with or without a port
    /// @throws vn.hoidan.core.problem.ProblemException MEETING_PLACE_INVALID, MEETING_NOBODY_THERE,
    ///                                                 MEETING_CODE_WRONG, MEETING_CUT
    MeetingLine go(String place, SpokenCode code);
}
