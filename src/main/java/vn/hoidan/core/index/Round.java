package vn.hoidan.core.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Figures of an earlier round, to compare with.
///
/// @param name    as reports call it: `2023`
/// @param day     on which it was counted or published
/// @param mapping units of then and what became of them; areas are compared only if they are the same or joined here
public record Round(String name, LocalDate day, List<Published> figures, List<Became> mapping) {
    private static final String EVERYBODY = "";

    public Round {
        if (name.isBlank() || name.length() > 80) {
            throw new IllegalArgumentException("name of a round: " + name);
        }
        figures = List.copyOf(figures);
        mapping = List.copyOf(mapping);
        Set<String> seen = new HashSet<>();
        figures.forEach(figure -> {
            if (!seen.add(figure.area() + '\n' + figure.indicator())) {
                throw new IllegalArgumentException(figure.indicator() + " stands twice for " + figure.area());
            }
        });
    }

    /// One figure.
    ///
    /// @param area     its key as text, "" for everybody
    /// @param areaName as the round called it
    /// @param value    between 0 and 1
    /// @param error    its standard error, where it was published
    /// @param degrees  of freedom of the error
    /// @param base     answers; 0 if it was not published
    public record Published(String area, String areaName, String indicator, double value, Optional<Double> error,
            double degrees, long base) {
        public Published {
            if (!(value >= 0 && value <= 1) || error.filter(each -> !(each >= 0 && each <= 1)).isPresent()
                    || !(degrees > 0) || base < 0) {
                throw new IllegalArgumentException(indicator + ": figure " + value);
            }
        }

        /// Where no error was published the figure counts as exact; see {@link Round#errorsKnown}.
        Estimate estimate() {
            return new Estimate(value, error.orElse(0.0), degrees, base, OptionalDouble.empty());
        }
    }

    /// What became of a unit.
    ///
    /// @param old   key as text of the unit of then
    /// @param now   key as text of a unit that took it or a part of it
    /// @param whole the unit of now has nothing that was not in the old one
    public record Became(String old, String now, boolean whole) {
    }

    /// Figures of a report that was kept.
    ///
    /// @param day on which it was counted, where the office is
    public static Round of(IndexReport report, String name, LocalDate day) {
        List<Published> figures = new ArrayList<>();
        for (IndexReport.Part part : report.parts()) {
            if (!part.isClass()) {
                String areaName = part.code().isEmpty() ? "" : part.name().in("vi");
                part.lines().forEach(line -> line.shown().map(IndexReport.Shown::estimate)
                        .filter(estimate -> estimate.degrees() > 0)
                        .ifPresent(estimate -> figures.add(new Published(part.code(), areaName,
                                line.indicator().code(), estimate.value(), Optional.of(estimate.standardError()),
                                estimate.degrees(), estimate.base()))));
            }
        }
        return new Round(name, day, figures, List.of());
    }

    /// The same with what became of its units.
    public Round joinedBy(List<Became> other) {
        return new Round(name, day, figures, other);
    }

    /// False if a figure came without its error: differences to it then have only this round's error.
    public boolean errorsKnown() {
        return figures.stream().allMatch(figure -> figure.error().isPresent());
    }

    /// Figures of everybody, by indicator.
    Map<String, Estimate> everybody() {
        return of(EVERYBODY);
    }

    /// Figures of an area, by indicator.
    Map<String, Estimate> of(String area) {
        Map<String, Estimate> estimates = new HashMap<>();
        figures.stream().filter(figure -> figure.area().equals(area))
                .forEach(figure -> estimates.put(figure.indicator(), figure.estimate()));
        return estimates;
    }
}
