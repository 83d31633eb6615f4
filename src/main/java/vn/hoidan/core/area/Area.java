package vn.hoidan.core.area;

import java.time.LocalDate;
import java.util.Optional;

/// One administrative unit.
///
/// @param key     code and first day in force
/// @param level   stage of the tree
/// @param kind    its Vietnamese title: Quận, Huyện, Thị xã, Phường, Xã, Thị trấn, Thôn, Tổ dân phố
/// @param name    its name without the title
/// @param parent  the unit above, empty for a province
/// @param validTo last day in force, empty while it lasts
public record Area(AreaKey key, AreaLevel level, String kind, String name, Optional<AreaKey> parent,
        Optional<LocalDate> validTo) {

    /// Title and name as written on a form: `Huyện Ba Vì`.
    public String fullName() {
        return kind.isEmpty() ? name : kind + " " + name;
    }

    /// True when the unit is in force on this day.
    public boolean validOn(LocalDate day) {
        return !day.isBefore(key.validFrom()) && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }
}
