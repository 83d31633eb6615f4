package vn.hoidan.server.app.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vn.hoidan.core.quota.Pace;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DraftCount;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.OwnLog;

/// Enrolled laptops. A laptop whose log could not go on has a row for each of its logs.
public interface Devices {

    /// @param id        name of the log: the device's own for the first, see {@link OwnLog#name}
    /// @param name      the device's own
    /// @param tokenHash SHA-256 of its token
    /// @param stored    how far its log is committed here
    /// @param safe      how far it is in a checked backup
    /// @param replaced  true once another laptop was enrolled for the same person; it may still send
    /// @param accepted  interviews counted that came from it
    /// @param told      number of its last down-item
    /// @param reported  the newest epoch in which all of its log has been here, 0 before
    /// @param listsDue  true while its lists wait until it has reported
    record Device(String id, String name, int incarnation, PersonId person, SurveyId survey, String label,
            Bytes tokenHash, LogPosition stored, LogPosition safe, Optional<Instant> lastSync, boolean replaced,
            int accepted, long told, long reported, boolean listsDue) {

        /// A laptop as it is enrolled.
        public static Device enrolled(String id, PersonId person, SurveyId survey, String label, Bytes tokenHash) {
            return new Device(id, id, OwnLog.FIRST, person, survey, label, tokenHash, LogPosition.START,
                    LogPosition.START, Optional.empty(), false, 0, 0, 0, false);
        }

        /// The next log of this device: nothing of it is here yet.
        ///
        /// @param elsewhere true if the person works on another laptop by now
        public Device next(int number, boolean elsewhere) {
            return new Device(OwnLog.name(name, number), name, number, person, survey, label, tokenHash,
                    LogPosition.START, LogPosition.START, Optional.empty(), elsewhere, 0, 0, 0, true);
        }
    }

    /// What a round of sync tells of a device.
    ///
    /// @param cursor      last down-item that it has applied
    /// @param clockMillis how far its clock is behind ours; negative if it is ahead; empty if it cannot be told
    /// @param forked      true when its log is another one than ours
    /// @param pace        how fast it works, with this round
    record Heard(LogPosition stored, long cursor, Instant at, OptionalLong clockMillis, boolean forked,
            List<DraftCount> drafts, Pace pace) {
    }

    void add(Device device, Instant at);

    Optional<Device> find(String id);

    /// In the order of their enrolment.
    List<Device> of(SurveyId survey);

    /// The laptop that the person works with now.
    Optional<Device> current(PersonId person);

    /// All of its log is here.
    void reported(String id, long epoch);

    /// Whether its lists wait until it has reported.
    void listsDue(String id, boolean due);

    void replaced(String id, Instant at);

    /// A device shows another token from now on, on whichever of its logs.
    ///
    /// @param name the device's own
    void tokenChanged(String name, Bytes tokenHash);

    /// The newest log of a device; empty if it is not known.
    ///
    /// @param name the device's own
    Optional<Device> newestLog(String name);

    /// A device shows by which key it signs from now on.
    void keyShown(String id, Bytes signingKey, Instant at);

    /// A key that the device showed before all those that are known, as another copy of the office tells.
    void keyPutBack(String id, SigningKey key, Instant at);

    /// The key to seal records to that the device was told last.
    Optional<Bytes> recordKeyTold(String id);

    void recordKeyTold(String id, Bytes recordKey);

    /// All keys of a device count no more for what it signs from now on.
    void keysRevoked(String id, Instant at);

    /// Keys that the device has shown, the one shown last first.
    List<SigningKey> signingKeys(String id);

    record SigningKey(Bytes key, boolean revoked) {
    }

    void heard(String id, Heard heard);

    /// How fast it works, as its rounds of sync have shown.
    Pace pace(String id);

    /// Until it comes again nobody counts on its work.
    void notCountedOn(String id);

    /// False from then on until it comes again.
    boolean isCountedOn(String id);

    /// Records came late, after the device told newer things of itself.
    void storedLate(String id, LogPosition stored);

    /// Work begun on each list, as devices told at their last sync.
    List<Drafts> drafts(SurveyId survey);

    record Drafts(String device, DraftCount count) {
    }

    void acceptedChanged(String id, int by);

    /// The log up to here is in a checked backup.
    void safe(String id, LogPosition position);
}
