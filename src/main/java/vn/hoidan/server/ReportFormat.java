package vn.hoidan.server;

/// What a report can be written as.
public enum ReportFormat {
    PAGE(".html"),
    DOCUMENT(".pdf"),
    WORKBOOK(".xlsx"),
    DATA(".json");

    private final String ending;

    ReportFormat(String ending) {
        this.ending = ending;
    }

    /// Of its file.
    public String ending() {
        return ending;
    }
}
