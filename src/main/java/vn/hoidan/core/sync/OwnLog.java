package vn.hoidan.core.sync;

/// The log that a device speaks of in a round. A laptop that was put back to an older image of its disk, or copied, or
/// whose log was damaged cannot go on with its log; the server then gives it the number of another one, and it sends
/// everything again that it still has. Interviews keep their ids, so nothing counts twice.
///
/// @param incarnation 1, 2, 3 …, given by the server only
/// @param head        number of its last record, 0 if it has none
/// @param ended       true when it cannot go on: the server is asked for the next one
public record OwnLog(int incarnation, long head, boolean ended) {
    /// The incarnation that an enrolment begins with.
    public static final int FIRST = 1;
    /// Most incarnations of one device.
    public static final int MOST = 10_000;

    public OwnLog {
        if (incarnation < FIRST || incarnation > MOST || head < 0) {
            throw new IllegalArgumentException("incarnation " + incarnation + ", head " + head);
        }
    }

    /// The name by which the server keeps a device's log.
    public static String name(String device, int incarnation) {
        return incarnation == FIRST ? device : device + "-" + incarnation;
    }

    /// Of a program that does not tell it, or as it begins.
    public static OwnLog first(long head) {
        return new OwnLog(FIRST, head, false);
    }
}
