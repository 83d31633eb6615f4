package vn.hoidan.core.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Brings weights to known margins by iterative proportional fitting (Deming and Stephan 1940).
final class Raking {
    private static final int MOST_ROUNDS = 1_000;
    private static final double AT_REST = 1e-13;
    private static final double SAME_SUM = 1e-9;
    /// Passes of the projection that takes out of a linearised variable what the margins explain; they alternate
    /// between the margins and come to rest soon.
    private static final int PROJECTIONS = 10;

    private Raking() {
    }

    record Result(double[] weights, List<CountTrouble> troubles) {
    }

    static Result rake(List<Margin> margins, List<CountKey> keys, long[] interviews, double[] drawWeights) {
        double[] weights = drawWeights.clone();
        List<CountTrouble> troubles = new ArrayList<>();
        if (margins.isEmpty()) {
            return new Result(weights, troubles);
        }
        check(margins);
        margins.forEach(margin -> tellClasses(margin, keys, interviews, troubles));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double change = 0;
            for (Margin margin : margins) {
                change = Math.max(change, fit(margin, keys, interviews, weights));
            }
            if (change < AT_REST) {
                return new Result(weights, troubles);
            }
        }
        troubles.add(new CountTrouble(CountTrouble.Kind.RAKING_UNFINISHED, "", 0));
        return new Result(weights, troubles);
    }

    private static void check(List<Margin> margins) {
        double sum = margins.getFirst().sum();
        for (Margin margin : margins) {
            if (Math.abs(margin.sum() - sum) > SAME_SUM * sum) {
                throw new IllegalArgumentException("margins of different sums: " + sum + " and " + margin.sum());
            }
        }
    }

    private static void tellClasses(Margin margin, List<CountKey> keys, long[] interviews,
            List<CountTrouble> troubles) {
        Map<String, Long> seen = new TreeMap<>();
        for (int group = 0; group < interviews.length; group++) {
            seen.merge(keys.get(group).classes().get(margin.classifier()), interviews[group], Long::sum);
        }
        seen.forEach((name, count) -> {
            if (!margin.totals().containsKey(name)) {
                troubles.add(new CountTrouble(CountTrouble.Kind.CLASS_WITHOUT_MARGIN, name, count));
            }
        });
        new TreeMap<>(margin.totals()).forEach((name, total) -> {
            if (!seen.containsKey(name)) {
                troubles.add(new CountTrouble(CountTrouble.Kind.MARGIN_WITHOUT_INTERVIEWS, name, 0));
            }
        });
    }

    /// One margin: returns how far the farthest class was from it, as a share.
    private static double fit(Margin margin, List<CountKey> keys, long[] interviews, double[] weights) {
        Map<String, Double> sums = new TreeMap<>();
        for (int group = 0; group < weights.length; group++) {
            sums.merge(keys.get(group).classes().get(margin.classifier()), weights[group] * interviews[group],
                    Double::sum);
        }
        double change = 0;
        for (int group = 0; group < weights.length; group++) {
            String name = keys.get(group).classes().get(margin.classifier());
            Double total = margin.totals().get(name);
            double sum = sums.get(name);
            if (total != null && sum > 0) {
                double factor = total / sum;
                weights[group] *= factor;
                change = Math.max(change, Math.abs(factor - 1));
            }
        }
        return change;
    }

    /// What is left of a linearised variable when what the margins explain is taken out: raking has made that part
    /// exact, so it adds nothing to the variance (Deville, Särndal and Sautory 1993).
    static double[] residuals(Sample sample, double[] contributions) {
        double[] left = contributions.clone();
        for (int pass = 0; pass < PROJECTIONS; pass++) {
            for (Margin margin : sample.margins()) {
                project(sample, margin, left);
            }
        }
        return left;
    }

    private static void project(Sample sample, Margin margin, double[] left) {
        Map<String, double[]> means = new TreeMap<>();
        for (int group = 0; group < left.length; group++) {
            if (sample.weight(group) > 0) {
                double[] mean = means.computeIfAbsent(classOf(sample, margin, group), any -> new double[2]);
                mean[0] += left[group] / sample.weight(group);
                mean[1] += sample.counts(group).interviews;
            }
        }
        for (int group = 0; group < left.length; group++) {
            String name = classOf(sample, margin, group);
            if (sample.weight(group) > 0 && margin.totals().containsKey(name)) {
                double[] mean = means.get(name);
                left[group] -= sample.weight(group) * sample.counts(group).interviews * mean[0] / mean[1];
            }
        }
    }

    private static String classOf(Sample sample, Margin margin, int group) {
        return sample.key(group).classes().get(margin.classifier());
    }
}
