package vn.hoidan.core.area;

import java.time.LocalDate;

/// Names one administrative unit for ever. The code alone does not: codes were reused in July 2025 (09604 was
/// xã Thanh Mỹ and became phường Tùng Thiện), so a unit is its code together with the day it came into force.
public record AreaKey(String code, LocalDate validFrom) implements Comparable<AreaKey> {
    public AreaKey {
        if (code.isBlank() || code.length() > 40 || code.indexOf('@') >= 0) {
            throw new IllegalArgumentException("area code: " + code);
        }
    }

    /// As stored and sent: `271@2004-01-01`.
    public String asText() {
        return code + "@" + validFrom;
    }

    public static AreaKey parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("area key without '@': " + text);
        }
        return new AreaKey(text.substring(0, at), LocalDate.parse(text.substring(at + 1)));
    }

    @Override
    public int compareTo(AreaKey other) {
        int byCode = code.compareTo(other.code);
        return byCode != 0 ? byCode : validFrom.compareTo(other.validFrom);
    }
}
