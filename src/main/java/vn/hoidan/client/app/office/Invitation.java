package vn.hoidan.client.app.office;

import java.util.function.Supplier;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;

/// Somebody who may join on this laptop without typing an address and a code; in practice only.
///
/// @param person who it is for, as the office knows them
/// @param code   asked for once the person has chosen a PIN; takes time and may throw a ProblemException
public record Invitation(Person person, ServerAddress.HostAndPort address, Supplier<EnrolmentCode> code) {
}
