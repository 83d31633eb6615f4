package vn.hoidan.core.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Ranks areas or indicators and says how far each rank can be trusted.
public final class Ranking {
    private Ranking() {
    }

    /// @param rank  1 is the highest; equal values share the better rank
    /// @param best  the best rank it may truly have, at the confidence asked for
    /// @param worst the worst
    public record Place(String name, double value, int rank, int best, int worst) {
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
