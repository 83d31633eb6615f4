package vn.hoidan.client.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.sampling.HouseholdStatus;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.Survey;

/// What an enumerator sees first: the villages, the quotas, and what to do next.
///
/// @param survey   empty until the first sync
/// @param district the quota of the district, empty until a list came down
public record Home(Optional<Survey> survey, Optional<QuotaCount> district, List<Village> villages, List<Task> tasks) {
    /// Tasks shown at once.
    public static final int MOST_TASKS = 12;

    public Home {
        villages = List.copyOf(villages);
        tasks = List.copyOf(tasks);
    }

    /// One village list held by this laptop.
    ///
    /// @param inWork     begun and not completed
    /// @param startable  units of the lease that are neither used nor held by an interview in work
    /// @param households in the order of the draw
    /// @param whereabouts where each completed interview is, by number of its household
    public record Village(ListId list, QuotaCount quota, int inWork, int startable, Instant useBy, boolean withdrawn,
            List<HouseholdStatus> households, Map<Integer, Whereabouts> whereabouts) {
        public Village {
            whereabouts = Map.copyOf(whereabouts);
            households = List.copyOf(households);
        }
    }

    /// Something to do: an appointment, an interview to go on with, or the next household.
    ///
    /// @param time      agreed time of an appointment
    /// @param interview the draft to go on with
    public record Task(ListId list, String village, HouseholdStatus household, Optional<Instant> time,
            Optional<InterviewEntry> interview) {
    }
}
