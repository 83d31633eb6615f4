package vn.hoidan.core.area;

/// Stages of the area tree. Since July 2025 communes stand directly under the province.
public enum AreaLevel {
    PROVINCE("province"),
    DISTRICT("district"),
    COMMUNE("commune"),
    VILLAGE("village");

    private final String code;

    AreaLevel(String code) {
        this.code = code;
    }

    /// The word stored and sent.
    public String code() {
        return code;
    }

    public static AreaLevel ofCode(String code) {
        for (AreaLevel level : values()) {
            if (level.code.equals(code)) {
                return level;
            }
        }
        throw new IllegalArgumentException("area level: " + code);
    }
}
