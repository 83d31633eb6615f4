package vn.hoidan.wire;

import java.util.Optional;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.sync.Bytes;

/// What the server answers to a laptop that it has enrolled.
///
/// @param device    name of the laptop from now on
/// @param log       incarnation of its log from now on; older servers know the first only
/// @param person    for whom the code was made
/// @param spareKeys of the laptop's first turn; older servers send none, and a laptop that rejoins has its own
/// @param recordKey to which records are sealed, so that the laptop can say something by other roads before its first
///                  round of sync; older servers tell it then only
public record EnrolmentReply(String device, int log, Person person, Optional<SpareKeys> spareKeys,
        Optional<Bytes> recordKey) {
}
