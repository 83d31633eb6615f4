package vn.hoidan.core.quota;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How many units of each bundle a device should get: what it will probably use until it comes again, at least most of
/// its fair share of what remains, never more than that share.
final class Sizing {

    /// Expected use is taken so many times.
    static final double EXPECTED_USE = 1.5;
    /// Nobody is given units for longer.
    static final double MOST_DAYS = 3;
    /// At least this part of the fair share. Of 0.75, 0.9 and 1 the middle refused fewest people in the simulation of
    /// fieldwork and left no more interviews pending.
    static final double PART_OF_FAIR = 0.9;
    /// The lease should last with this probability.
    static final double PROBABILITY = 0.9;

    private static final double LARGEST_EXACT_MEAN = 500;
    private static final double NORMAL_QUANTILE = 1.2816;

    private final int[] wanted;
    private final Map<CellKey, Integer> wantedIn = new LinkedHashMap<>();
    private final Map<CellKey, Integer> fairIn = new LinkedHashMap<>();

    Sizing(Turn turn, QuotaBooks books) {
        List<Bundle> bundles = turn.bundles();
        double[] shares = shares(bundles, books);
        Map<CellKey, Double> shareIn = new LinkedHashMap<>();
        for (int index = 0; index < shares.length; index++) {
            for (CellKey cell : bundles.get(index).cells()) {
                shareIn.merge(cell, shares[index], Double::sum);
            }
        }
        Map<CellKey, Double> fair = new LinkedHashMap<>();
        shareIn.keySet().forEach(cell -> {
            fair.put(cell, fair(turn, cell, books));
            fairIn.put(cell, (int) Math.max(1, Math.round(fair.get(cell))));
        });
        double use = turn.pace().perDay() * Math.min(turn.pace().daysBetween(), MOST_DAYS);
        wanted = new int[shares.length];
        for (int index = 0; index < shares.length; index++) {
            double share = shares[index];
            double mine = bundles.get(index).cells().stream()
                    .mapToDouble(cell -> shareIn.get(cell) > 0 ? fair.get(cell) * share / shareIn.get(cell) : 0).min()
                    .orElseThrow();
            wanted[index] = share == 0 ? 0 : size(use * share, mine);
            for (CellKey cell : bundles.get(index).cells()) {
                wantedIn.merge(cell, wanted[index], Integer::sum);
            }
        }
        fairIn.forEach((cell, most) -> wantedIn.merge(cell, most, Math::min));
    }

    /// @param use  interviews expected until the device comes again
    /// @param fair its share of what remains
    static int size(double use, double fair) {
        int most = (int) Math.max(1, Math.round(fair));
        return Math.min(Math.max(quantile(EXPECTED_USE * use), (int) Math.round(PART_OF_FAIR * fair)), most);
    }

    /// The least number that a Poisson count of this mean stays within with {@link #PROBABILITY}.
    static int quantile(double mean) {
        if (mean <= 0) {
            return 0;
        }
        if (mean > LARGEST_EXACT_MEAN) {
            return (int) Math.ceil(mean + NORMAL_QUANTILE * Math.sqrt(mean));
        }
        double term = Math.exp(-mean);
        double sum = term;
        int count = 0;
        while (sum < PROBABILITY) {
            count++;
            term *= mean / count;
            sum += term;
        }
        return count;
    }

    /// Share of the device's next interviews in each bundle: as interviews have fallen so far, over those still open.
    private static double[] shares(List<Bundle> bundles, QuotaBooks books) {
        double[] shares = new double[bundles.size()];
        double all = 0;
        for (int index = 0; index < shares.length; index++) {
            int accepted = Integer.MAX_VALUE;
            boolean open = true;
            for (CellKey cell : bundles.get(index).cells()) {
                int here = books.of(new Account.Accepted(cell));
                accepted = Math.min(accepted, here);
                open &= remaining(cell, books) > 0;
            }
            shares[index] = open ? accepted + 1 : 0;
            all += shares[index];
        }
        for (int index = 0; index < shares.length && all > 0; index++) {
            shares[index] /= all;
        }
        return shares;
    }

    private static double fair(Turn turn, CellKey cell, QuotaBooks books) {
        double own = turn.pace().perDay();
        double team = own + books.speedOfOthers(cell, turn.device(), turn.now());
        return team == 0 ? remaining(cell, books) : remaining(cell, books) * own / team;
    }

    private static int remaining(CellKey cell, QuotaBooks books) {
        return Math.max(0, -books.of(new Account.Target(cell)) - books.of(new Account.Accepted(cell)));
    }

    int wanted(int bundle) {
        return wanted[bundle];
    }

    /// Units wished for in each cell, all bundles together.
    Map<CellKey, Integer> wantedIn() {
        return wantedIn;
    }

    /// The most that the device may get in each cell.
    Map<CellKey, Integer> fairIn() {
        return fairIn;
    }
}
