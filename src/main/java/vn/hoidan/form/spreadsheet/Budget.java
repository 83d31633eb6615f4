package vn.hoidan.form.spreadsheet;

/// What one workbook may cost, over all its sheets.
final class Budget {
    private final int mostCells;
    private final long mostCharacters;
    private int cells;
    private long characters;

    Budget() {
        this(Bounds.MOST_CELLS, (long) Bounds.MOST_TEXT_MILLIONS * Bounds.MILLION);
    }

    Budget(int mostCells, long mostCharacters) {
        this.mostCells = mostCells;
        this.mostCharacters = mostCharacters;
    }

    void spendCell() throws FaultException {
        if (++cells > mostCells) {
            throw new FaultException(FileFaultKind.TOO_MANY_CELLS, String.valueOf(Bounds.MOST_CELLS));
        }
    }

    void spendText(String text) throws FaultException {
        characters += text.length();
        if (characters > mostCharacters) {
            throw new FaultException(FileFaultKind.TOO_MUCH_TEXT, String.valueOf(Bounds.MOST_TEXT_MILLIONS));
        }
    }
}
