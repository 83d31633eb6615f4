package vn.hoidan.wire;

import vn.hoidan.core.survey.Person;

/// What the server answers to a laptop that it has enrolled.
///
/// @param device name of the laptop from now on
/// @param person for whom the code was made
public record EnrolmentReply(String device, Person person) {
}
