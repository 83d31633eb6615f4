package vn.hoidan.client.app;

/// Where a completed interview is; each place has all before it.
public enum Whereabouts {
    /// On this laptop's disk only.
    HERE("here"),
    /// The server has it.
    STORED("stored"),
    /// The server has it, and in a copy that was opened again and checked.
    SAFE("safe");

    private final String code;

    Whereabouts(String code) {
        this.code = code;
    }

    /// Ends the keys of its texts.
    public String code() {
        return code;
    }

    /// @param sync what the server has acknowledged
    static Whereabouts of(InterviewEntry completed, SyncState sync) {
        long number = completed.recordNumber().orElse(Long.MAX_VALUE);
        if (number <= sync.safe().number()) {
            return SAFE;
        }
        return number <= sync.stored().number() ? STORED : HERE;
    }
}
