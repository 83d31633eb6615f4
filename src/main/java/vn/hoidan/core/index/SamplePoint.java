package vn.hoidan.core.index;

/// A village of the sample, with what estimates need to know of the draw.
///
/// @param primaryUnit the unit of the first random stage that it lies in; names are unique within a stratum
/// @param stratum     what the first random stage was drawn within
/// @param province    that it lies in
/// @param weight      households of the population that each interview from here stands for
public record SamplePoint(String code, String primaryUnit, String stratum, String province, double weight) {
    public SamplePoint {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(code + ": weight " + weight);
        }
    }

    /// The weight from the draw: the inverse chance of the village, times the households listed for each one completed.
    /// The second factor is the chance within the village and its non-response in one (weighting classes: Särndal,
    /// Swensson and Wretman 1992, section 15.6).
    ///
    /// A village without interviews is in no figure; it is in the sample to be told.
    ///
    /// @param villageChance chance that the village was drawn, over all stages
    /// @param listed        households on the village's list
    /// @param completed     interviews that count
    public static SamplePoint drawn(String code, String primaryUnit, String stratum, String province,
            double villageChance, int listed, int completed) {
        if (!(villageChance > 0 && villageChance <= 1) || completed < 0 || listed < Math.max(1, completed)) {
            throw new IllegalArgumentException(code + ": chance " + villageChance + ", " + completed + " of " + listed);
        }
        return new SamplePoint(code, primaryUnit, stratum, province,
                (double) listed / Math.max(1, completed) / villageChance);
    }
}
