package vn.hoidan.wire;

import java.util.Optional;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.survey.Person;

/// What the server answers to a laptop that it has enrolled.
///
/// @param device    name of the laptop from now on
/// @param log       incarnation of its log from now on; older servers know the first only
/// @param person    for whom the code was made
/// @param spareKeys of the laptop's first turn; older servers send none, and a laptop that rejoins has its own
public record EnrolmentReply(String device, int log, Person person, Optional<SpareKeys> spareKeys) {
}
