package vn.hoidan.wire;

import java.util.Optional;
import vn.hoidan.core.survey.Rejoining;
import vn.hoidan.core.sync.Bytes;

/// What a laptop says to be enrolled.
///
/// @param secret      the one-time secret of the enrolment code
/// @param tokenHash   SHA-256 of the token the laptop will show from now on; the token itself does not travel here
/// @param deviceLabel how the laptop calls itself, for the office's list
/// @param protocol    version of the protocol it speaks
/// @param rejoining   of a laptop that keeps its name and its store
public record EnrolmentRequest(Bytes secret, Bytes tokenHash, String deviceLabel, int protocol,
        Optional<Rejoining> rejoining) {
}
