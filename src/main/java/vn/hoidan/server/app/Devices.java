package vn.hoidan.server.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DraftCount;
import vn.hoidan.core.sync.LogPosition;

/// Enrolled laptops.
public interface Devices {

    /// @param tokenHash SHA-256 of its token
    /// @param stored    how far its log is committed here
    /// @param safe      how far it is in a checked backup
    /// @param replaced  true once another laptop was enrolled for the same person; it may still send
    /// @param accepted  interviews counted that came from it
    record Device(String id, PersonId person, SurveyId survey, String label, Bytes tokenHash, LogPosition stored,
            LogPosition safe, Optional<Instant> lastSync, boolean replaced, int accepted) {
    }

    /// What a round of sync tells of a device.
    ///
    /// @param cursor      last down-item that it has applied
    /// @param clockMillis how far its clock is behind ours; negative if it is ahead
    /// @param forked      true when its log is another one than ours
    record Heard(LogPosition stored, long cursor, Instant at, long clockMillis, boolean forked,
            List<DraftCount> drafts) {
    }

    void add(Device device, Instant at);

    Optional<Device> find(String id);

    /// In the order of their enrolment.
    List<Device> of(SurveyId survey);

    /// The laptop that the person works with now.
    Optional<Device> current(PersonId person);

    void replaced(String id, Instant at);

    /// A device shows by which key it signs from now on.
    void keyShown(String id, Bytes signingKey, Instant at);

    /// All keys of a device count no more for what it signs from now on.
    void keysRevoked(String id, Instant at);

    /// Keys that the device has shown, the one shown last first.
    List<SigningKey> signingKeys(String id);

    record SigningKey(Bytes key, boolean revoked) {
    }

    void heard(String id, Heard heard);

    /// Work begun on each list, as devices told at their last sync.
    List<Drafts> drafts(SurveyId survey);

    record Drafts(String device, DraftCount count) {
    }

    void acceptedChanged(String id, int by);

    /// The log up to here is in a checked backup.
    void safe(String id, LogPosition position);
}
