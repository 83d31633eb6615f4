package vn.hoidan.core.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorKind;
import vn.hoidan.core.indicator.IndicatorTree;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.sampling.Draw;
import vn.hoidan.core.sampling.SplitMix64;

/// Tries the intervals where the truth is known: an invented population whose villages and communes differ, many
/// samples from it by the plan of the survey, and how often the interval holds the population's figure.
public final class CoverageStudy {
    private static final int STRATA = 6;
    private static final int COMMUNES = 40;
    private static final int VILLAGES = 6;
    private static final int HOUSEHOLDS = 250;
    private static final int COMMUNES_TAKEN = 3;
    private static final int VILLAGES_TAKEN = 2;
    private static final int HOUSEHOLDS_TAKEN = 75;
    private static final int ITEMS = 4;
    private static final int LEVELS = 5;
    private static final double BETWEEN_STRATA = 0.25;
    private static final double BETWEEN_COMMUNES = 0.25;
    private static final double BETWEEN_VILLAGES = 0.2;
    private static final double BETWEEN_PEOPLE = 0.6;
    private static final double WITHIN_PEOPLE = 0.7;
    private static final double MEAN_LEVEL = 4.2;
    /// Of a hundred households so many cannot be interviewed.
    private static final int NOT_REACHED = 10;
    private static final String INDEX = "index";

    private final IndexPlan plan;
    private final List<String> levels;
    private final byte[] answers;
    private final double truth;

    /// @param held     samples whose interval holds the truth
    /// @param samples  samples drawn
    /// @param truth    the population's index
    /// @param mean     mean of the estimates
    /// @param spread   standard deviation of the estimates
    /// @param reported mean of the standard errors that were reported
    /// @param effect   mean design effect
    public record Result(int held, int samples, double truth, double mean, double spread, double reported,
            double effect) {
        public double share() {
            return (double) held / samples;
        }
    }

    /// @param seed of the population
    public CoverageStudy(IndexRule rule, long seed) {
        levels = List.of("1", "2", "3", "4", "5");
        plan = plan(rule, levels);
        answers = new byte[STRATA * COMMUNES * VILLAGES * HOUSEHOLDS * ITEMS];
        SplitMix64 random = new SplitMix64(seed);
        int place = 0;
        for (int stratum = 0; stratum < STRATA; stratum++) {
            double inStratum = MEAN_LEVEL + BETWEEN_STRATA * random.nextGaussian();
            for (int commune = 0; commune < COMMUNES; commune++) {
                double inCommune = inStratum + BETWEEN_COMMUNES * random.nextGaussian();
                for (int village = 0; village < VILLAGES; village++) {
                    double inVillage = inCommune + BETWEEN_VILLAGES * random.nextGaussian();
                    for (int household = 0; household < HOUSEHOLDS; household++) {
                        double person = inVillage + BETWEEN_PEOPLE * random.nextGaussian();
                        for (int item = 0; item < ITEMS; item++) {
                            double exact = person + WITHIN_PEOPLE * random.nextGaussian();
                            answers[place++] = (byte) Math.clamp(Math.round(exact), 1, LEVELS);
                        }
                    }
                }
            }
        }
        truth = truth();
    }

    private static IndexPlan plan(IndexRule rule, List<String> levels) {
        List<Indicator> indicators = new ArrayList<>();
        indicators.add(new Indicator(INDEX, IndicatorKind.OVERALL, Optional.empty(), Text.of(INDEX, INDEX),
                Optional.empty()));
        Map<Path, List<String>> codes = new HashMap<>();
        for (int item = 0; item < ITEMS; item++) {
            Path path = new Path("/data/item_" + item);
            codes.put(path, levels);
            indicators.add(new Indicator("item." + item, IndicatorKind.ITEM, Optional.of(INDEX),
                    Text.of("item " + item, "item " + item),
                    Optional.of(new Indicator.Measured(path, Set.of("4", "5")))));
        }
        return IndexPlan.of(new IndicatorTree(indicators), rule, codes);
    }

    private double truth() {
        Tally everybody = new Tally(plan, List.of());
        CountKey key = new CountKey("all", List.of());
        for (int household = 0; household < answers.length / ITEMS; household++) {
            everybody.add(key, answersOf(household));
        }
        Sample whole = Sample.of(everybody, List.of(new SamplePoint("all", "all", "all", "all", 1)), List.of());
        return Figures.of(whole, INDEX, Domain.whole()).orElseThrow().value();
    }

    private List<String> answersOf(int household) {
        List<String> given = new ArrayList<>(ITEMS);
        for (int item = 0; item < ITEMS; item++) {
            given.add(levels.get(answers[household * ITEMS + item] - 1));
        }
        return given;
    }

    /// Draws samples and looks how often the interval holds the truth.
    ///
    /// @param seed of the draws
    public Result run(int samples, long seed) {
        int held = 0;
        double sum = 0;
        double squares = 0;
        double reported = 0;
        double effect = 0;
        for (int sample = 0; sample < samples; sample++) {
            Sample drawn = draw(Draw.seedFor(seed, "sample " + sample));
            Estimate estimate = Variance.estimate(drawn, Figures.of(drawn, INDEX, Domain.whole()).orElseThrow());
            held += estimate.shareInterval(plan.rule().confidence()).orElseThrow().has(truth) ? 1 : 0;
            sum += estimate.value();
            squares += (estimate.value() - truth) * (estimate.value() - truth);
            reported += estimate.standardError();
            effect += estimate.designEffect().orElse(0);
        }
        return new Result(held, samples, truth, sum / samples, Math.sqrt(squares / samples), reported / samples,
                effect / samples);
    }

    private Sample draw(long seed) {
        Tally tally = new Tally(plan, List.of());
        List<SamplePoint> points = new ArrayList<>();
        for (int stratum = 0; stratum < STRATA; stratum++) {
            String district = "d" + stratum;
            for (int commune : Draw.simpleRandom(COMMUNES_TAKEN, COMMUNES, Draw.seedFor(seed, district))) {
                String unit = district + "c" + commune;
                for (int village : Draw.simpleRandom(VILLAGES_TAKEN, VILLAGES, Draw.seedFor(seed, unit))) {
                    int first = ((stratum * COMMUNES + commune) * VILLAGES + village) * HOUSEHOLDS;
                    points.add(interview(tally, unit + "v" + village, unit, district, first, seed));
                }
            }
        }
        return Sample.of(tally, points, List.of());
    }

    private SamplePoint interview(Tally tally, String village, String unit, String district, int first, long seed) {
        long own = Draw.seedFor(seed, village);
        SplitMix64 reached = new SplitMix64(own);
        int completed = 0;
        CountKey key = new CountKey(village, List.of());
        for (int household : Draw.simpleRandom(HOUSEHOLDS_TAKEN, HOUSEHOLDS, own)) {
            if (reached.below(100) >= NOT_REACHED) {
                tally.add(key, answersOf(first + household));
                completed++;
            }
        }
        double chance = (double) COMMUNES_TAKEN / COMMUNES * VILLAGES_TAKEN / VILLAGES;
        return SamplePoint.drawn(village, unit, district, "all", chance, HOUSEHOLDS, completed);
    }
}
