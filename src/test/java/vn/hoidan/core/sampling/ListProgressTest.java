package vn.hoidan.core.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewState;

class ListProgressTest {
    private static final List<Outcome> HERE = Stream.of(Outcome.values())
            .filter(outcome -> outcome != Outcome.INTERVIEWED_ELSEWHERE).toList();
    private static final int TARGET = 3;
    private static final int LISTED = 8;
    private static final SampleList LIST = new SampleList(new ListId("thon-1"),
            new AreaKey("V1", LocalDate.of(2024, 11, 1)), "Thôn 1", TARGET,
            IntStream.rangeClosed(1, LISTED).mapToObj(number -> new Household(number, "Hộ " + number, "")).toList());

    private final Map<Integer, List<Contact>> contacts = new HashMap<>();
    private final Map<Integer, ListProgress.Started> started = new HashMap<>();

    private void contact(int household, Outcome outcome) {
        List<Contact> here = contacts.computeIfAbsent(household, key -> new ArrayList<>());
        here.add(new Contact(LIST.id(), household, here.size() + 1, outcome, "", Instant.EPOCH, Optional.empty()));
    }

    private void interview(int household, InterviewState state) {
        started.put(household, new ListProgress.Started(new InterviewId(new UUID(0, household)), state));
    }

    private List<HouseholdState> states() {
        return ListProgress.of(LIST, contacts, started).stream().map(HouseholdStatus::state).toList();
    }

    @Test
    void opensAsManyHouseholdsAsInterviewsAreWanted() {
        assertEquals(List.of(HouseholdState.NEW, HouseholdState.NEW, HouseholdState.NEW, HouseholdState.RESERVE,
                HouseholdState.RESERVE, HouseholdState.RESERVE, HouseholdState.RESERVE, HouseholdState.RESERVE),
                states());
    }

    @Test
    void opensTheNextReserveWhenAHouseholdRefuses() {
        contact(2, Outcome.REFUSED);
        assertEquals(HouseholdState.CLOSED, states().get(1));
        assertEquals(HouseholdState.NEW, states().get(3));
        assertEquals(HouseholdState.RESERVE, states().get(4));
        assertTrue(ListProgress.of(LIST, contacts, started).get(3).drawnInReserve());
    }

    @Test
    void keepsAHouseholdOpenUntilTheThirdFruitlessAttempt() {
        contact(1, Outcome.NOT_AT_HOME);
        contact(1, Outcome.NOT_AT_HOME);
        assertEquals(HouseholdState.CONTACTED, states().get(0));
        assertEquals(HouseholdState.RESERVE, states().get(3));
        contact(1, Outcome.NOT_AT_HOME);
        assertEquals(HouseholdState.CLOSED, states().get(0));
        assertEquals(HouseholdState.NEW, states().get(3));
    }

    @Test
    void countsAnInterviewAgainstTheOpenPlaces() {
        interview(1, InterviewState.COMPLETED);
        interview(2, InterviewState.IN_WORK);
        interview(3, InterviewState.BROKEN_OFF);
        assertEquals(List.of(HouseholdState.COMPLETED, HouseholdState.IN_WORK, HouseholdState.CLOSED,
                HouseholdState.NEW, HouseholdState.RESERVE), states().subList(0, 5));
    }

    @Test
    void countsAHouseholdThatWasInterviewedElsewhereAsDone() {
        contact(1, Outcome.NOT_AT_HOME);
        contact(1, Outcome.INTERVIEWED_ELSEWHERE);
        assertEquals(HouseholdState.COMPLETED, states().getFirst());
    }

    @Test
    void neverOpensAHouseholdBeforeThoseDrawnEarlierAndNeverMoreThanWanted() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            int household = 1 + random.nextInt(LISTED);
            HouseholdState now = states().get(household - 1);
            if (now != HouseholdState.RESERVE && !started.containsKey(household)) {
                if (now != HouseholdState.CLOSED && random.nextInt(4) == 0) {
                    interview(household, InterviewState.values()[random.nextInt(3)]);
                } else {
                    contact(household, HERE.get(random.nextInt(HERE.size())));
                }
            }
            List<HouseholdState> states = states();
            int firstReserve = states.indexOf(HouseholdState.RESERVE);
            if (firstReserve >= 0) {
                assertTrue(states.subList(firstReserve, LISTED).stream()
                        .allMatch(state -> state == HouseholdState.RESERVE), "seed " + seed + ": " + states);
            }
            long places = states.stream().filter(state -> state != HouseholdState.RESERVE
                    && state != HouseholdState.CLOSED).count();
            assertTrue(places <= TARGET, "seed " + seed + ": " + states);
            if (round % 50 == 49) {
                contacts.clear();
                started.clear();
            }
        }
    }
}
