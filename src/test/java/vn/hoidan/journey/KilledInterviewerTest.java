package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.net.HttpHeadOffices;
import vn.hoidan.support.BesideOthers;
import vn.hoidan.support.ImmediateBackground;

/// Kills a program in which interviews are held, at random moments, and looks whether everything that its window had
/// shown as saved is there. More rounds with `-Dhoidan.kills=500`, the same ones with `-Dhoidan.kills.seed`.
@BesideOthers
class KilledInterviewerTest {
    private static final int ROUNDS = Integer.getInteger("hoidan.kills", 8);

    @TempDir
    Path folder;

    /// When a program is killed.
    enum When {
        WHILE_OPENING, WHILE_ANSWERING, WHILE_COMPLETING, WHILE_SYNCING
    }

    @Test
    void keepsWhateverWasShownAsSavedWhereverTheProgramIsKilled() throws Exception {
        long seed = Long.getLong("hoidan.kills.seed", new Random().nextLong());
        Random random = new Random(seed);
        Path laptop = folder.resolve("laptop");
        try (SipasOffice office = new SipasOffice(folder.resolve("office"), SipasOffice.households())) {
            office.enrol(laptop, new ImmediateBackground());
            LaptopLooker looker = new LaptopLooker(laptop);
            Map<When, Integer> times = new EnumMap<>(When.class);
            for (int round = 1; round <= ROUNDS; round++) {
                When when = When.values()[(round + 1) % When.values().length];
                String where = "seed " + seed + ", round " + round + ", " + when;
                KilledProgram program = KilledProgram.run(laptop, random.nextLong(), when, random);
                looker.look(program.said(), where);
                times.merge(when, program.reached() ? 1 : 0, Integer::sum);
            }
            times.forEach((when, reached) -> assertTrue(reached > 0, "never killed " + when + ", seed " + seed));
            looker.lookAtAll("seed " + seed);
            assertThrows(AssertionError.class, () -> looker.look(List.of(looker.promiseTooMuch()), "a lie"));
            sync(laptop);
            looker.compare(office.received(), "seed " + seed);
            System.out.println("kills " + ROUNDS + " " + times + ", " + looker.counted() + ", seed " + seed);
        }
        try (Stream<Path> files = Files.walk(laptop)) {
            assertEquals(List.of(), files.filter(file -> file.toString().contains("damaged")).toList());
        }
    }

    private static void sync(Path laptop) {
        ImmediateBackground lane = new ImmediateBackground();
        List<String> problems = new ArrayList<>();
        try (HttpHeadOffices offices = new HttpHeadOffices("Linux");
                Workplace place = SipasOffice.enter(SipasOffice.laptop(laptop, offices, lane, lane))) {
            place.sync().sync();
            place.sync().status().problem().ifPresent(problem -> problems.add(problem.toString()));
            assertEquals(List.of(), problems);
            assertEquals(0, place.sync().status().waiting());
        }
    }
}
