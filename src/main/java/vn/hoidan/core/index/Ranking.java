package vn.hoidan.core.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Ranks areas or indicators and says how far each rank can be trusted.
public final class Ranking {
    /// So many are compared each with each.
    private static final int MOST_PAIRED = 12;

    private Ranking() {
    }

    /// @param rank  1 is the highest; equal values share the better rank
    /// @param best  the best rank it may truly have, at the confidence asked for
    /// @param worst the worst
    public record Place(String name, double value, int rank, int best, int worst) {
    }

    /// One less another.
    ///
    /// @param kind of the two: {@link IndexReport.Part#AREA}, or the code of their kind of indicator
    public record Difference(String kind, String first, String second, Estimate estimate) {
    }

    /// Each less each that is ranked behind it; where there are many, less the next one only.
    static List<Difference> differences(String kind, Sample sample, Map<String, Figure> figures) {
        List<String> ranked = figures.keySet().stream().sorted(Comparator.comparingDouble((String name) ->
                figures.get(name).value()).reversed().thenComparing(Comparator.naturalOrder())).toList();
        List<Difference> differences = new ArrayList<>();
        for (int first = 0; first < ranked.size(); first++) {
            int last = ranked.size() > MOST_PAIRED ? Math.min(ranked.size(), first + 2) : ranked.size();
            for (int second = first + 1; second < last; second++) {
                Figure difference = figures.get(ranked.get(first)).minus(figures.get(ranked.get(second)));
                differences.add(new Difference(kind, ranked.get(first), ranked.get(second),
                        Variance.estimate(sample, difference)));
            }
        }
        return differences;
    }

    /// The highest first. `best` and `worst` count the others that lie above and below by more than chance; the others
    /// are compared with one at a joint confidence (Bonferroni), so that its own range of ranks is covered (after
    /// Mogstad, Romano, Shaikh and Wilhelm 2024).
    public static List<Place> of(Sample sample, Map<String, Figure> figures, double confidence) {
        double joint = figures.size() > 1 ? 1 - (1 - confidence) / (figures.size() - 1) : confidence;
        List<Place> places = new ArrayList<>();
        figures.forEach((name, figure) -> {
            int rank = 1;
            int above = 0;
            int below = 0;
            for (Figure other : figures.values()) {
                if (other != figure) {
                    rank += other.value() > figure.value() ? 1 : 0;
                    Estimate difference = Variance.estimate(sample, other.minus(figure));
                    boolean sure = difference.isMoreThanChance(joint);
                    above += sure && difference.value() > 0 ? 1 : 0;
                    below += sure && difference.value() < 0 ? 1 : 0;
                }
            }
            places.add(new Place(name, figure.value(), rank, 1 + above, figures.size() - below));
        });
        places.sort(Comparator.comparingInt(Place::rank).thenComparing(Place::name));
        return List.copyOf(places);
    }
}
