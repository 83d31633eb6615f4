package vn.hoidan.core.index;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts interviews one at a time; what it holds grows with villages and classes, not with interviews. Parts counted
/// apart and merged hold the same as the whole.
public final class Tally {
    /// Answer to a question that the interview's version of the questionnaire does not ask.
    public static final String NOT_ASKED = "\0";

    private final IndexPlan plan;
    private final List<String> classifiers;
    private final SortedMap<CountKey, Counts> counts = new TreeMap<>();

    /// @param classifiers names of what parts respondents into classes, for tables by them and for raking
    public Tally(IndexPlan plan, List<String> classifiers) {
        this.plan = plan;
        this.classifiers = List.copyOf(classifiers);
    }

    /// Counts an interview.
    ///
    /// @param answers in the order of {@link IndexPlan#measures}, "" for a blank, {@link #NOT_ASKED}
    /// @throws IllegalArgumentException if there are not as many answers as measures or classes as classifiers
    public void add(CountKey key, List<String> answers) {
        if (answers.size() != plan.measures().size() || key.classes().size() != classifiers.size()) {
            throw new IllegalArgumentException("answers " + answers.size() + ", classes " + key.classes().size());
        }
        counts.computeIfAbsent(key, any -> new Counts(plan)).add(plan, answers);
    }

    /// Adds what another has counted by the same plan.
    public void merge(Tally other) {
        if (other.plan != plan || !other.classifiers.equals(classifiers)) {
            throw new IllegalArgumentException("counted by another plan");
        }
        other.counts.forEach((key, part) -> counts.computeIfAbsent(key, any -> new Counts(plan)).add(part));
    }

    /// The same interviews without their last class.
    public Tally withoutLastClass() {
        int kept = classifiers.size() - 1;
        Tally joined = new Tally(plan, classifiers.subList(0, kept));
        counts.forEach((key, part) -> joined.counts.computeIfAbsent(new CountKey(key.point(),
                key.classes().subList(0, kept)), any -> new Counts(plan)).add(part));
        return joined;
    }

    public IndexPlan plan() {
        return plan;
    }

    public List<String> classifiers() {
        return classifiers;
    }

    public long interviews() {
        return counts.values().stream().mapToLong(part -> part.interviews).sum();
    }

    SortedMap<CountKey, Counts> counts() {
        return counts;
    }
}
