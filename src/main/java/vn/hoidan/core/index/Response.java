package vn.hoidan.core.index;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import vn.hoidan.core.sampling.Outcome;

/// What came of the households that were sought.
///
/// @param outcomes households by the outcome of their last attempt
public record Response(Map<String, Long> outcomes) {
    /// An interview was held.
    public static final String INTERVIEWED = "interviewed";

    /// Nobody could be asked there, or nobody was wanted any more: neither for nor against.
    private static final Set<String> NOT_ELIGIBLE = Set.of(Outcome.NO_ELIGIBLE_ADULT.code(), Outcome.NOT_FOUND.code(),
            Outcome.QUOTA_FULL.code());

    public Response {
        outcomes = new TreeMap<>(outcomes);
    }

    private static String code(Outcome outcome) {
        return outcome == Outcome.INTERVIEWED_ELSEWHERE ? INTERVIEWED : outcome.code();
    }

    /// @param last the outcome of the last attempt at each household
    public static Response ofLast(Collection<Outcome> last) {
        Map<String, Long> outcomes = new TreeMap<>();
        last.forEach(outcome -> outcomes.merge(code(outcome), 1L, Long::sum));
        return new Response(outcomes);
    }

    /// Of villages together.
    public static Response of(Collection<IndexReport.PointLine> points) {
        Map<String, Long> outcomes = new TreeMap<>();
        points.forEach(point -> point.outcomes().forEach((code, count) -> outcomes.merge(code, count, Long::sum)));
        return new Response(outcomes);
    }

    /// Households interviewed, of all that were sought and not found to be out of place; empty if there were none.
    public OptionalDouble rate() {
        long sought = outcomes.entrySet().stream().filter(each -> !NOT_ELIGIBLE.contains(each.getKey()))
                .mapToLong(Map.Entry::getValue).sum();
        return sought == 0 ? OptionalDouble.empty()
                : OptionalDouble.of((double) outcomes.getOrDefault(INTERVIEWED, 0L) / sought);
    }
}
