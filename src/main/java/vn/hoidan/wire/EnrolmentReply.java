package vn.hoidan.wire;

import java.util.Optional;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.survey.Person;

/// What the server answers to a laptop that it has enrolled.
///
/// @param device    name of the laptop from now on
/// @param person    for whom the code was made
/// @param spareKeys of the laptop's first turn; older servers send none
public record EnrolmentReply(String device, Person person, Optional<SpareKeys> spareKeys) {
}
