package vn.hoidan.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/// Prints what quota rules do to fieldwork on the Hanoi design: 6 districts of 450, 5 to 10 enumerators each, the
/// network every 2 to 4 days. `main` takes the number of runs.
public final class HanoiReport {

    private static final int DISTRICTS = 6;
    private static final long FIRST_SEED = 1_000;

    private HanoiReport() {
    }

    /// Means over runs; shares in percent.
    record Line(double overshoot, double pending, double pendingEver, double refused, double idle, double days,
            double slowest, double unfilled) {
    }

    static Line line(HanoiModel.Policy policy, int runs) {
        List<List<HanoiModel.Outcome>> all = LongStream.range(FIRST_SEED, FIRST_SEED + runs).parallel()
                .mapToObj(seed -> run(seed, policy)).toList();
        double target = 0;
        double overshoot = 0;
        double pending = 0;
        double ever = 0;
        double refused = 0;
        double valid = 0;
        double idle = 0;
        double work = 0;
        double days = 0;
        double slowest = 0;
        double unfilled = 0;
        for (List<HanoiModel.Outcome> run : all) {
            slowest += run.stream().mapToDouble(HanoiModel.Outcome::days).max().orElse(0);
            for (HanoiModel.Outcome outcome : run) {
                target += outcome.target();
                overshoot += outcome.overshoot();
                pending += outcome.pending();
                ever += outcome.pendingEver();
                refused += outcome.refused();
                valid += outcome.refused() + outcome.completed() - outcome.surplus();
                idle += outcome.idleMinutes();
                work += outcome.workMinutes();
                days += outcome.days() / DISTRICTS;
                unfilled += outcome.unfilled();
            }
        }
        return new Line(100 * overshoot / target, 100 * pending / target, 100 * ever / target,
                100 * refused / valid, 100 * idle / work, days / runs, slowest / runs, 100 * unfilled / target);
    }

    private static List<HanoiModel.Outcome> run(long seed, HanoiModel.Policy policy) {
        List<HanoiModel.Outcome> districts = new ArrayList<>();
        for (int district = 0; district < DISTRICTS; district++) {
            districts.add(new HanoiModel(seed, district, policy).run());
        }
        return districts;
    }

    static Map<String, HanoiModel.Policy> policies() {
        Map<String, HanoiModel.Policy> policies = new LinkedHashMap<>();
        policies.put("leases alone", new HanoiModel.Policy(true, false, false, false));
        policies.put("leases, hand-over in the team", new HanoiModel.Policy(true, true, true, false));
        policies.put("leases, hand-over, relay", HanoiModel.Policy.WHOLE);
        policies.put("the same, nobody reads units out", new HanoiModel.Policy(true, true, false, true));
        policies.put("a counter that knows everything", HanoiModel.Policy.ALL_KNOWING);
        return policies;
    }

    public static void main(String[] arguments) {
        int runs = arguments.length == 0 ? 200 : Integer.parseInt(arguments[0]);
        StringBuilder text = new StringBuilder(runs + " runs from seed " + FIRST_SEED + "\n"
                + "| rules | overshoot % | pending % | ever pending % | refused % | idle % | days, mean district |"
                + " days, slowest | unfilled % |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        policies().forEach((name, policy) -> {
            Line line = line(policy, runs);
            text.append(String.format(Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f | %.2f | %.1f | %.2f | %.2f | %.3f |%n", name, line.overshoot(),
                    line.pending(), line.pendingEver(), line.refused(), line.idle(), line.days(), line.slowest(),
                    line.unfilled()));
        });
        System.out.print(text);
    }
}
