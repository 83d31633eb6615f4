package vn.hoidan.client.app;

import java.util.function.Supplier;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Role;

/// Somebody who may join on this laptop without typing an address and a code; in practice only.
///
/// @param code asked for once the person has chosen a PIN; takes time and may throw a ProblemException
public record Invitation(String person, Role role, String areaName, ServerAddress.HostAndPort address,
        Supplier<EnrolmentCode> code) {
}
