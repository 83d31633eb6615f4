package vn.hoidan.client.app.work;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.client.app.quota.Advice;
import vn.hoidan.client.app.quota.QuestionWords;
import vn.hoidan.client.app.quota.UnitsLeft;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.QuotaCount;
import vn.hoidan.client.app.sync.Unsent;
import vn.hoidan.client.app.sync.Whereabouts;
import vn.hoidan.core.sampling.Household;
import vn.hoidan.core.sampling.HouseholdState;
import vn.hoidan.core.sampling.HouseholdStatus;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Survey;

/// What an enumerator sees first: the villages, the quotas, and what to do next.
///
/// @param survey   empty until the first sync
/// @param district the quota of the district, empty until a list came down
public record Home(Optional<Survey> survey, Optional<QuotaCount> district, List<Village> villages, List<Task> tasks,
        Unsent unsent) {
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
    /// @param useBy      when units should be used; empty if there are none
    /// @param households in the order of the draw, or found
    /// @param open       of a free quota: what is left for whom; empty at a drawn list
    /// @param whereabouts where each completed interview is, by number of its household
    public record Village(ListId list, QuotaCount quota, int inWork, int startable, Optional<Instant> useBy,
            boolean withdrawn, List<HouseholdStatus> households, Map<Integer, Whereabouts> whereabouts,
            Optional<OpenPlace> open) {
        public Village {
            whereabouts = Map.copyOf(whereabouts);
            households = List.copyOf(households);
        }

        /// A household of the list, or the next that the enumerator comes to.
        public Optional<HouseholdStatus> household(int number) {
            return households.stream().filter(each -> each.household().number() == number).findFirst()
                    .or(() -> open.filter(place -> place.nextNew() == number && number <= SampleList.MOST_FOUND)
                            .map(_ -> new HouseholdStatus(new Household(number, "", ""), HouseholdState.NEW, false,
                                    List.of(), Optional.empty())));
        }
    }

    /// A place where nobody was drawn beforehand.
    ///
    /// @param left    what is left for each kind of person
    /// @param nextNew number that the next household found gets
    /// @param advice  whom to look for
    /// @param words   what the screening questions are called
    public record OpenPlace(List<UnitsLeft> left, int nextNew, Advice advice, QuestionWords words) {
        public OpenPlace {
            left = List.copyOf(left);
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
