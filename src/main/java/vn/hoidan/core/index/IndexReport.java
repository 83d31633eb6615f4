package vn.hoidan.core.index;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorKind;
import vn.hoidan.core.questionnaire.Text;

/// Everything that is published of a count: figures with intervals, what they were counted from, by which rule.
///
/// @param provisional true while interviews are still wanted
/// @param parts       everybody first, then each province of several, each area, each class of respondents
/// @param districts   the overall index of each area, ranked
/// @param elements    of everybody, ranked
/// @param items       of everybody, ranked
/// @param differences between areas and between elements, each with its interval
/// @param answers     of everybody, by code of each measured question
/// @param comparison  with the round before, where its figures are known
/// @param national    both ways over provinces; a report of an older office has none
/// @param series      the same by month; a report of an older office has none
public record IndexReport(Heading heading, boolean provisional, IndexRule rule, double target, Data data,
        List<Part> parts, List<Ranking.Place> districts, List<Ranking.Place> elements, List<Ranking.Place> items,
        List<Ranking.Difference> differences, List<Answers> answers, List<PointLine> points,
        Optional<Comparison> comparison, Optional<National> national, Optional<IndexSeries> series,
        List<CountTrouble> troubles) {

    public IndexReport {
        parts = List.copyOf(parts);
        districts = List.copyOf(districts);
        elements = List.copyOf(elements);
        items = List.copyOf(items);
        differences = List.copyOf(differences);
        answers = List.copyOf(answers);
        points = List.copyOf(points);
        troubles = List.copyOf(troubles);
    }

    /// @param survey code of the survey
    public record Heading(String survey, Text name, Instant countedAt) {
    }

    /// What was counted.
    ///
    /// @param interviews  that count
    /// @param waiting     interviews kept that do not count, by reason
    /// @param wanted      interviews that the plan wants
    /// @param fingerprint of the interviews counted, the same for the same interviews whatever their order
    /// @param forms       versions of the questionnaire, with their interviews
    /// @param seed        of the draw of the sample, where it is known
    /// @param raked       classifiers whose known totals weights were brought to
    public record Data(long interviews, Map<String, Long> waiting, int wanted, String fingerprint,
            Map<String, Long> forms, Optional<Long> seed, List<String> raked) {
        public Data {
            waiting = Map.copyOf(waiting);
            forms = Map.copyOf(forms);
            raked = List.copyOf(raked);
        }
    }

    /// A part of the population.
    ///
    /// @param kind {@link #EVERYBODY}, {@link #PROVINCE}, {@link #AREA}, or the name of a classifier
    /// @param code of the area or the answer
    public record Part(String kind, String code, Text name, long interviews, List<Line> lines) {
        public static final String EVERYBODY = "everybody";
        public static final String PROVINCE = "province";
        public static final String AREA = "area";

        public Part {
            lines = List.copyOf(lines);
        }

        /// True if it is of a class of respondents.
        public boolean isClass() {
            return !List.of(EVERYBODY, PROVINCE, AREA).contains(kind);
        }

        /// Empty for a tree without an overall index.
        public Optional<Line> overall() {
            return lines.stream().filter(line -> line.indicator().kind() == IndicatorKind.OVERALL).findFirst();
        }

        public Optional<Line> line(String indicator) {
            return lines.stream().filter(line -> line.indicator().code().equals(indicator)).findFirst();
        }
    }

    /// One indicator in one part.
    ///
    /// @param base  answers; 0 if there were none
    /// @param shown empty if the base is smaller than the rule shows
    public record Line(Indicator indicator, long base, Optional<Shown> shown) {
    }

    /// @param interval empty if there are not enough primary units to tell
    /// @param change   to the last round, where one was given
    public record Shown(Estimate estimate, Optional<Interval> interval, Optional<Estimate> change) {
    }

    /// The sample over its provinces, counted both ways; the rule of the report says which one is the figure.
    ///
    /// @param provinces in the sample; with one there is nothing to tell apart and no line
    /// @param ranked    by the overall index
    /// @param lines     overall, groups and elements
    public record National(int provinces, List<Ranking.Place> ranked, List<BothWays> lines) {
        public National {
            ranked = List.copyOf(ranked);
            lines = List.copyOf(lines);
        }
    }

    /// @param pooled     everybody has the same say
    /// @param mean       each province has the same say; empty if one has no figure
    /// @param difference of the mean to the pooled figure
    public record BothWays(Indicator indicator, Optional<Shown> pooled, Optional<Shown> mean,
            Optional<Estimate> difference) {
    }

    /// How the answers to a measured question are spread, of those who answered.
    public record Answers(Indicator indicator, long base, List<CodeShare> codes) {
        public Answers {
            codes = List.copyOf(codes);
        }
    }

    /// @param counts true if the code counts for the indicator
    public record CodeShare(String code, Text label, boolean counts, Estimate share) {
    }

    /// A village of the sample: what was wanted, found and done there.
    ///
    /// @param outcomes households sought, by what came of the last attempt; see {@link Response}
    public record PointLine(String code, String name, String primaryUnit, String stratum, int listed, int wanted,
            long interviews, Optional<Double> weight, Map<String, Long> outcomes) {
        public PointLine {
            outcomes = Map.copyOf(outcomes);
        }
    }

    /// The same figures, told at another time at which they still hold.
    public IndexReport at(Instant other) {
        return new IndexReport(new Heading(heading.survey(), heading.name(), other), provisional, rule, target, data,
                parts, districts, elements, items, differences, answers, points, comparison, national, series,
                troubles);
    }

    /// The round that figures are compared with.
    ///
    /// @param errorsKnown its figures came with their errors; else a difference has this round's error only
    /// @param missing     indicators that it had and this survey has not
    /// @param areas       areas of then that are no more
    public record Comparison(String round, LocalDate day, boolean errorsKnown, List<String> missing,
            List<Joined> areas) {
        public Comparison {
            missing = List.copyOf(missing);
            areas = List.copyOf(areas);
        }
    }

    /// The overall index of an area of then, and of the units of today that make it up.
    ///
    /// @param now      names of those units
    /// @param obstacle why the two are not compared; empty when they are, or have too few interviews
    /// @param where    the unit that stands in the way, or ""
    public record Joined(String code, String name, List<String> now, Optional<OldAreas.Obstacle> obstacle,
            String where, Optional<Estimate> before, Optional<Estimate> today, Optional<Estimate> change) {
        public Joined {
            now = List.copyOf(now);
        }
    }

    public Part everybody() {
        return parts.getFirst();
    }

    /// A province or an area of its own.
    ///
    /// @throws java.util.NoSuchElementException if the report has none of this code
    public Part area(String code) {
        return parts.stream().filter(part -> !part.isClass() && part.code().equals(code)).findFirst().orElseThrow();
    }

    /// Items that can be compared with the round before, those that moved least upwards first.
    public List<Line> leastImproved() {
        return everybody().lines().stream().filter(line -> line.indicator().kind() == IndicatorKind.ITEM)
                .filter(line -> line.shown().flatMap(Shown::change).isPresent())
                .sorted(Comparator.comparingDouble(line -> line.shown().flatMap(Shown::change).orElseThrow().value()))
                .toList();
    }

    /// The overall index of everybody, if it is shown.
    public Optional<Shown> overall() {
        return everybody().overall().flatMap(Line::shown);
    }
}
