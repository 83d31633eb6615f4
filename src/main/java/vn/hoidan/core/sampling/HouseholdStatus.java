package vn.hoidan.core.sampling;

import java.util.List;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;

/// A household with what has happened there.
///
/// @param interview the interview begun or completed here
/// @param drawnInReserve true when it was drawn as a replacement
public record HouseholdStatus(Household household, HouseholdState state, boolean drawnInReserve,
        List<Contact> contacts, Optional<InterviewId> interview) {
    public HouseholdStatus {
        contacts = List.copyOf(contacts);
    }
}
