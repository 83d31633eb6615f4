package vn.hoidan.client.app.meeting;

import java.util.List;
import vn.hoidan.core.access.SpokenCode;

/// A laptop waits for a colleague until somebody with the code has come or it is closed.
public interface MeetingDoor extends AutoCloseable {
    /// Addresses of this laptop in its local networks, to be typed where looking finds nothing.
    List<String> places();

    /// What the colleague must type; another each time.
    SpokenCode code();

    /// Waits for the one with the code. Not for the window's thread.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException MEETING_TRIES after some wrong codes, MEETING_CUT when it is
    ///                                                 closed meanwhile
    MeetingLine await();

    @Override
    void close();
}
