package vn.hoidan.core.questionnaire;

import java.util.List;
import java.util.Optional;

/// A question, group or repeat that is not shown now, and why: for the author of a form, not for the field.
///
/// @param label     its text, or empty
/// @param condition the expression that keeps it away, as the author's XForm writes it: its own, or that of the nearest
///                  part around it that is not relevant; of a counted repeat without instances, its count
/// @param reasons   what the expression looks at
public record HiddenPart(Path path, String label, String condition, List<Reason> reasons) {
    public HiddenPart {
        reasons = List.copyOf(reasons);
    }

    /// One answer that the expression looks at.
    ///
    /// @param value as it stands now; empty if there is none, or none that is relevant
    public record Reason(Path path, Optional<String> value) {
    }
}
