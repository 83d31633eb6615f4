package vn.hoidan.core.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {
    /// The first numbers that other implementations of SplitMix64 publish for this seed.
    @Test
    void randomNumbersAreThoseOfThePublishedAlgorithm() {
        SplitMix64 random = new SplitMix64(1234567);
        assertEquals(Long.parseUnsignedLong("6457827717110365317"), random.nextLong());
        assertEquals(Long.parseUnsignedLong("3203168211198807973"), random.nextLong());
        assertEquals(Long.parseUnsignedLong("9817491932198370423"), random.nextLong());
        assertEquals(Long.parseUnsignedLong("4593380528125082431"), random.nextLong());
        assertEquals(Long.parseUnsignedLong("16408922859458223821"), random.nextLong());
    }

    /// Must never change: draws are published with their seeds.
    @Test
    void theSameSeedGivesTheSameDrawForEver() {
        assertEquals(List.of(21, 2, 7, 19, 5), Draw.simpleRandom(5, 31, 2024));
        assertEquals(List.of(4, 10, 16, 22, 29), Draw.systematic(5, 31, 2024));
        assertEquals(-6943001744760919693L, Draw.seedFor(2024, "271@2024-11-01"));
    }

    @Test
    void drawsEachUnitAtMostOnceAndOnlyUnitsOfTheList() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            int units = 1 + random.nextInt(300);
            int take = random.nextInt(units + 1);
            for (DrawMethod method : DrawMethod.values()) {
                List<Integer> drawn = Draw.of(method, take, units, random.nextLong());
                assertEquals(take, new HashSet<>(drawn).size(), "seed " + seed + ", " + method);
                assertTrue(drawn.stream().allMatch(unit -> unit >= 0 && unit < units), "seed " + seed);
            }
        }
    }

    @Test
    void eachUnitIsDrawnEquallyOftenByBothMethods() {
        int rounds = 30_000;
        for (DrawMethod method : DrawMethod.values()) {
            int[] times = new int[10];
            IntStream.range(0, rounds).forEach(seed -> Draw.of(method, 3, 10, seed).forEach(unit -> times[unit]++));
            for (int count : times) {
                // 3 of 10 in 30,000 draws: 9,000, standard deviation 79; the seeds are fixed, so this cannot flicker
                assertEquals(9_000, count, 400, method.code());
            }
        }
    }

    @Test
    void systematicDrawsKeepTheirDistance() {
        List<Integer> drawn = Draw.systematic(75, 250, 7);
        for (int index = 1; index < drawn.size(); index++) {
            int distance = drawn.get(index) - drawn.get(index - 1);
            assertTrue(distance == 3 || distance == 4, "distance " + distance);
        }
    }

    @Test
    void partsAreDrawnWithSeedsOfTheirOwn() {
        assertNotEquals(Draw.seedFor(1, "a"), Draw.seedFor(1, "b"));
        assertNotEquals(Draw.seedFor(1, "a"), Draw.seedFor(2, "a"));
    }

    @Test
    void refusesToDrawMoreThanThereIs() {
        assertThrows(IllegalArgumentException.class, () -> Draw.simpleRandom(4, 3, 1));
        assertThrows(IllegalArgumentException.class, () -> Draw.systematic(-1, 3, 1));
    }

    @Test
    void ordersAllListedHouseholdsSampleFirst() {
        List<Household> listed = new ArrayList<>();
        IntStream.rangeClosed(1, 250).forEach(number -> listed.add(new Household(number, "H" + number, "")));
        for (DrawMethod method : DrawMethod.values()) {
            List<Household> ordered = HouseholdDraw.ordered(listed, 75, method, 99);
            assertEquals(new HashSet<>(listed), new HashSet<>(ordered));
            assertEquals(250, ordered.size());
            assertEquals(Draw.of(method, 75, 250, 99).stream().map(listed::get).toList(), ordered.subList(0, 75));
            assertEquals(ordered, HouseholdDraw.ordered(listed, 75, method, 99));
            assertNotEquals(ordered, HouseholdDraw.ordered(listed, 75, method, 100));
        }
    }
}
