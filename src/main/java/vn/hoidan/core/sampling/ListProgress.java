package vn.hoidan.core.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewState;

/// Works out which households of a list are open. Replacement is ordered: a reserve household opens only when one
/// before it has ended without an interview, so that nobody can pick the easy ones (invariant Q13 of the quota rules).
public final class ListProgress {
    /// A household not met at home this many times is closed.
    public static final int LAST_ATTEMPT = 3;

    /// An interview begun at a household.
    public record Started(InterviewId id, InterviewState state) {
    }

    private ListProgress() {
    }

    /// Every household of the list in the order of the draw, those not open as {@link HouseholdState#RESERVE}.
    ///
    /// @param contacts by household number, oldest first
    /// @param started  the interview of each household that has one
    public static List<HouseholdStatus> of(SampleList list, Map<Integer, List<Contact>> contacts,
            Map<Integer, Started> started) {
        List<HouseholdStatus> all = new ArrayList<>();
        int open = list.target();
        for (int index = 0; index < list.households().size(); index++) {
            Household household = list.households().get(index);
            List<Contact> here = contacts.getOrDefault(household.number(), List.of());
            Optional<Started> interview = Optional.ofNullable(started.get(household.number()));
            HouseholdState state = open > 0 || interview.isPresent() || !here.isEmpty()
                    ? stateOf(here, interview)
                    : HouseholdState.RESERVE;
            if (state != HouseholdState.CLOSED && state != HouseholdState.RESERVE) {
                open--;
            }
            all.add(new HouseholdStatus(household, state, index >= list.target(), here,
                    interview.map(Started::id)));
        }
        return all;
    }

    private static HouseholdState stateOf(List<Contact> contacts, Optional<Started> interview) {
        if (interview.isPresent()) {
            return switch (interview.get().state()) {
                case IN_WORK -> HouseholdState.IN_WORK;
                case COMPLETED -> HouseholdState.COMPLETED;
                case BROKEN_OFF -> HouseholdState.CLOSED;
            };
        }
        if (contacts.isEmpty()) {
            return HouseholdState.NEW;
        }
        if (contacts.stream().anyMatch(contact -> contact.outcome() == Outcome.INTERVIEWED_ELSEWHERE)) {
            return HouseholdState.COMPLETED;
        }
        long notAtHome = contacts.stream().filter(contact -> contact.outcome() == Outcome.NOT_AT_HOME).count();
        if (notAtHome >= LAST_ATTEMPT || contacts.stream().anyMatch(contact -> contact.outcome().isFinal())) {
            return HouseholdState.CLOSED;
        }
        return contacts.getLast().outcome() == Outcome.APPOINTMENT ? HouseholdState.APPOINTMENT
                : HouseholdState.CONTACTED;
    }
}
