package vn.hoidan.core.quota;

/// How the people of a survey are found; decides what a lease is.
public enum QuotaDesign {
    /// Anybody who fits a cell with units left; a lease is units of a bundle.
    FREE_QUOTA("free-quota"),
    /// Households drawn beforehand with ordered replacements; a lease is the village list.
    LIST_WITH_REPLACEMENT("list-with-replacement"),
    /// Households drawn beforehand and nobody in their place; a lease is the village list.
    LIST_WITHOUT_REPLACEMENT("list-without-replacement");

    private final String code;

    QuotaDesign(String code) {
        this.code = code;
    }

    /// The word stored and sent.
    public String code() {
        return code;
    }

    public boolean isList() {
        return this != FREE_QUOTA;
    }

    public static QuotaDesign ofCode(String code) {
        for (QuotaDesign design : values()) {
            if (design.code.equals(code)) {
                return design;
            }
        }
        throw new IllegalArgumentException("quota design: " + code);
    }
}
