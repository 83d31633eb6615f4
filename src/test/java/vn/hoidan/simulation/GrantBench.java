package vn.hoidan.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.AnswerCondition;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.LedgerPlanner;
import vn.hoidan.core.quota.Pace;
import vn.hoidan.core.quota.Turn;
import vn.hoidan.core.quota.TurnPlanner;
import vn.hoidan.core.quota.TurnStep;

/// How long the turns of 1,000 devices over 10,000 cells take, and the same turns when ten times as many cells exist.
public final class GrantBench {

    private static final int DEVICES = 1_000;
    private static final int CELLS_OF_A_DISTRICT = 80;
    private static final int MATES = 8;
    private static final int ROUNDS = 6;

    private GrantBench() {
    }

    public static void main(String[] arguments) {
        for (int districts : new int[] {125, 1_250}) {
            double best = Double.MAX_VALUE;
            int granted = 0;
            for (int round = 0; round < ROUNDS; round++) {
                Books books = new Books();
                List<List<Bundle>> bundles = new ArrayList<>();
                for (int district = 0; district < districts; district++) {
                    bundles.add(bundles(district, books));
                }
                Instant now = Instant.parse("2024-11-05T00:00:00Z");
                for (int device = 0; device < DEVICES; device++) {
                    List<CellKey> cells = bundles.get(device / MATES).stream()
                            .flatMap(bundle -> bundle.cells().stream()).distinct().toList();
                    books.pace("d" + device, Pace.usual(now), cells);
                }
                long start = System.nanoTime();
                granted = grant(books, bundles, now);
                best = Math.min(best, (System.nanoTime() - start) / 1e9);
            }
            System.out.printf(Locale.ROOT, "%d cells, %d devices: %d leases in %.3f s%n",
                    districts * (CELLS_OF_A_DISTRICT + 1), DEVICES, granted, best);
        }
    }

    private static List<Bundle> bundles(int district, Books books) {
        AreaKey area = new AreaKey("D" + district, LocalDate.of(2024, 11, 1));
        Constraint all = new Constraint(AreaLevel.DISTRICT, area, 450);
        books.carryOut(LedgerPlanner.open(all));
        List<Bundle> bundles = new ArrayList<>();
        for (int cell = 0; cell < CELLS_OF_A_DISTRICT; cell++) {
            Constraint one = new Constraint(AreaLevel.DISTRICT, area, AnswerFilter.of(new AnswerCondition.OneOf(
                    new Path("/data/group"), Set.of(String.valueOf(cell)))), 1 + 450 / CELLS_OF_A_DISTRICT);
            books.carryOut(LedgerPlanner.open(one));
            bundles.add(new Bundle(List.of(one.cell(), all.cell())));
        }
        return bundles;
    }

    private static int grant(Books books, List<List<Bundle>> bundles, Instant now) {
        Random random = new Random(1);
        int[] names = {0};
        for (int device = 0; device < DEVICES; device++) {
            String id = "d" + device;
            Turn turn = new Turn(id, now, books.pace(id).orElseThrow(), bundles.get(device / MATES), true);
            for (TurnStep step : TurnPlanner.plan(turn, List.of(), books, random,
                    () -> new LeaseId("1-" + ++names[0]))) {
                if (step instanceof TurnStep.Granted granted) {
                    books.grant(id, granted);
                }
            }
        }
        return names[0];
    }
}
