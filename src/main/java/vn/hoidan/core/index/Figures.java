package vn.hoidan.core.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;

/// Counts the figures of a sample by its rule.
public final class Figures {
    private Figures() {
    }

    /// An indicator in a part of the population; empty if nobody there answered, or nobody answered one of the items
    /// that its index is made of. Over provinces as the rule says.
    ///
    /// @throws IllegalArgumentException if the plan has no such indicator
    public static Optional<Figure> of(Sample sample, String indicator, Domain domain) {
        return of(sample, indicator, domain, sample.plan().rule().across());
    }

    /// The same, over provinces in a way of its own.
    static Optional<Figure> of(Sample sample, String indicator, Domain domain, Across across) {
        return switch (across) {
            case POOLED -> pooledOver(sample, indicator, domain);
            case MEAN_OF_PROVINCES -> meanOver(sample, domain, own -> pooledOver(sample, indicator, own));
        };
    }

    /// The mean of the provinces that the domain reaches; empty if one of those has no figure.
    private static Optional<Figure> meanOver(Sample sample, Domain domain, Function<Domain, Optional<Figure>> count) {
        List<Figure> figures = new ArrayList<>();
        for (String province : sample.provinces()) {
            Domain own = domain.and(key -> sample.provinceOf(key.point()).equals(province));
            if (reaches(sample, own)) {
                Optional<Figure> figure = count.apply(own);
                if (figure.isEmpty()) {
                    return Optional.empty();
                }
                figures.add(figure.get());
            }
        }
        return figures.size() < 2 ? figures.stream().findFirst() : Optional.of(Figure.meanOfParts(figures));
    }

    private static boolean reaches(Sample sample, Domain domain) {
        for (int group = 0; group < sample.groups(); group++) {
            if (domain.has(sample.key(group))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Figure> pooledOver(Sample sample, String indicator, Domain domain) {
        Optional<Integer> measure = sample.plan().measure(indicator);
        if (measure.isPresent()) {
            return measured(sample, measure.get(), domain);
        }
        if (sample.plan().tree().find(indicator).isEmpty()) {
            throw new IllegalArgumentException("no indicator " + indicator);
        }
        return switch (sample.plan().rule().aggregation()) {
            case MEAN_OF_ITEMS -> meanOfItems(sample, indicator, domain);
            case POOLED_ANSWERS -> pooled(sample, indicator, domain);
            case MEAN_OF_ELEMENTS -> meanOfElements(sample, indicator, domain);
        };
    }

    /// The share of those who answered that gave one code of a measured question.
    public static Optional<Figure> ofCode(Sample sample, String indicator, String code, Domain domain) {
        int measure = sample.plan().measure(indicator).orElseThrow();
        int place = sample.plan().measures().get(measure).codes().indexOf(code);
        if (place < 0) {
            throw new IllegalArgumentException(indicator + ": no code " + code);
        }
        Function<Domain, Optional<Figure>> pooled = part -> ratio(sample, part,
                group -> sample.counts(group).byCode[measure][place], group -> sample.counts(group).answered[measure])
                .map(figure -> figure.withSimpleVariance(ofShare(figure)));
        return switch (sample.plan().rule().across()) {
            case POOLED -> pooled.apply(domain);
            case MEAN_OF_PROVINCES -> meanOver(sample, domain, pooled);
        };
    }

    private static Optional<Figure> measured(Sample sample, int measure, Domain domain) {
        double highest = sample.plan().measures().get(measure).highestScore();
        return ratio(sample, domain, group -> sample.counts(group).scores[measure] / highest,
                group -> sample.counts(group).answered[measure]).map(figure -> {
                    double[] sums = new double[2];
                    for (int group = 0; group < sample.groups(); group++) {
                        if (domain.has(sample.key(group))) {
                            double weight = sample.weight(group);
                            sums[0] += weight * sample.counts(group).squares[measure] / (highest * highest);
                            sums[1] += weight * sample.counts(group).answered[measure];
                        }
                    }
                    double spread = sums[0] / sums[1] - figure.value() * figure.value();
                    return figure.withSimpleVariance(simple(Math.max(0, spread), figure.base()));
                });
    }

    private static Optional<Figure> meanOfItems(Sample sample, String composite, Domain domain) {
        return meanOf(sample, itemCodes(sample, composite), domain)
                .map(figure -> figure.withSimpleVariance(ofScores(sample, composite, domain, figure.base())));
    }

    private static Optional<Figure> meanOfElements(Sample sample, String composite, Domain domain) {
        List<Figure> elements = new ArrayList<>();
        List<String> codes = sample.plan().elements(composite);
        for (String element : codes) {
            meanOf(sample, itemCodes(sample, element), domain).ifPresent(elements::add);
        }
        return elements.size() < codes.size() || elements.isEmpty() ? Optional.empty()
                : Optional.of(Figure.mean(elements)).map(figure ->
                        figure.withSimpleVariance(ofScores(sample, composite, domain, figure.base())));
    }

    private static List<String> itemCodes(Sample sample, String composite) {
        List<String> codes = new ArrayList<>();
        for (int item : sample.plan().items(sample.plan().composite(composite))) {
            codes.add(sample.plan().measures().get(item).indicator().code());
        }
        return codes;
    }

    private static Optional<Figure> meanOf(Sample sample, List<String> items, Domain domain) {
        List<Figure> figures = new ArrayList<>();
        for (String item : items) {
            measured(sample, sample.plan().measure(item).orElseThrow(), domain).ifPresent(figures::add);
        }
        return figures.size() < items.size() || figures.isEmpty() ? Optional.empty()
                : Optional.of(Figure.mean(figures));
    }

    private static Optional<Figure> pooled(Sample sample, String composite, Domain domain) {
        int place = sample.plan().composite(composite);
        double highest = highestScore(sample, composite);
        return ratio(sample, domain, group -> sample.counts(group).moments[place][0] / highest,
                group -> sample.counts(group).moments[place][1])
                .map(figure -> new Figure(figure.value(), figure.contributions(), figure.units(),
                        base(sample, domain, place), OptionalDouble.empty()))
                .map(figure -> figure.withSimpleVariance(ofScores(sample, composite, domain, figure.base())));
    }

    /// The ratio of two weighted sums over the groups of a domain.
    private static Optional<Figure> ratio(Sample sample, Domain domain, IntToDoubleFunction over,
            IntToDoubleFunction under) {
        int groups = sample.groups();
        double[] tops = new double[groups];
        double[] bottoms = new double[groups];
        double top = 0;
        double bottom = 0;
        long base = 0;
        BitSet units = new BitSet();
        for (int group = 0; group < groups; group++) {
            if (sample.weight(group) > 0 && domain.has(sample.key(group))) {
                tops[group] = sample.weight(group) * over.applyAsDouble(group);
                bottoms[group] = sample.weight(group) * under.applyAsDouble(group);
                top += tops[group];
                bottom += bottoms[group];
                base += (long) under.applyAsDouble(group);
                units.set(sample.unitOf(group));
            }
        }
        if (!(bottom > 0)) {
            return Optional.empty();
        }
        double value = top / bottom;
        double[] contributions = new double[groups];
        for (int group = 0; group < groups; group++) {
            contributions[group] = (tops[group] - value * bottoms[group]) / bottom;
        }
        return Optional.of(new Figure(value, contributions, units, base, OptionalDouble.empty()));
    }

    private static OptionalDouble ofShare(Figure figure) {
        return simple(figure.value() * (1 - figure.value()), figure.base());
    }

    private static OptionalDouble simple(double spread, long base) {
        return base > 1 ? OptionalDouble.of(spread / (base - 1)) : OptionalDouble.empty();
    }

    /// The variance of a composite in a simple random sample: of the pooled ratio of scores to answers of each
    /// interview. For a mean of items this is exact when nothing is left blank.
    private static OptionalDouble ofScores(Sample sample, String composite, Domain domain, long base) {
        int place = sample.plan().composite(composite);
        double highest = highestScore(sample, composite);
        double[] sums = new double[Counts.MOMENTS];
        for (int group = 0; group < sample.groups(); group++) {
            if (domain.has(sample.key(group))) {
                for (int moment = 0; moment < sums.length; moment++) {
                    sums[moment] += sample.weight(group) * sample.counts(group).moments[place][moment];
                }
            }
        }
        double ratio = sums[0] / sums[1] / highest;
        double squares = sums[2] / (highest * highest) - 2 * ratio * sums[3] / highest + ratio * ratio * sums[4];
        double meanAnswers = sums[1] / sums[5];
        return simple(Math.max(0, squares / sums[5] / (meanAnswers * meanAnswers)), base);
    }

    private static long base(Sample sample, Domain domain, int place) {
        long base = 0;
        for (int group = 0; group < sample.groups(); group++) {
            if (domain.has(sample.key(group))) {
                base += sample.counts(group).moments[place][5];
            }
        }
        return base;
    }

    private static double highestScore(Sample sample, String composite) {
        return sample.plan().measures().get(sample.plan().items(sample.plan().composite(composite))[0]).highestScore();
    }
}
