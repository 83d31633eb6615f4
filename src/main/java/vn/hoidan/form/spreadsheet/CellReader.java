package vn.hoidan.form.spreadsheet;

import java.util.Optional;

/// Makes text of a cell, as pyxform does: `TRUE` and `FALSE`, whole numbers without a fraction, rich text joined.
/// No formula is ever computed: the value that the spreadsheet program kept is taken.
final class CellReader {
    private final CellTexts texts;
    private final CellFormats formats;
    private final boolean from1904;
    private final Budget budget;

    CellReader(CellTexts texts, CellFormats formats, boolean from1904, Budget budget) {
        this.texts = texts;
        this.formats = formats;
        this.from1904 = from1904;
        this.budget = budget;
    }

    /// Where a text comes from.
    enum Origin {
        TYPED,
        /// A number with more digits than a spreadsheet keeps.
        INEXACT,
        FORMULA,
        FORMULA_WITHOUT_VALUE,
        /// `#REF!` and the like.
        ERROR
    }

    /// @param text without spaces around; empty if there is nothing
    record Cell(String text, Origin origin) {
    }

    /// Reads the cell that the cursor has just begun, to its end.
    Cell read(XmlCursor cursor) throws FaultException {
        String type = cursor.attribute("t");
        int style = cursor.number("s");
        Optional<String> value = Optional.empty();
        boolean formula = false;
        while (cursor.next() && !cursor.isEnd("c")) {
            if (cursor.isEnd("v")) {
                value = Optional.of(cursor.text());
            } else if (cursor.isStart("f")) {
                formula = true;
            } else if (cursor.isStart("is")) {
                value = Optional.of(CellTexts.rich(cursor, "is"));
            }
        }
        // Without a value there is one only for a text, which may be empty.
        boolean missing = value.isEmpty() || value.get().isEmpty() && !type.equals("str");
        if (missing) {
            return new Cell("", formula ? Origin.FORMULA_WITHOUT_VALUE : Origin.TYPED);
        }
        Cell cell = typed(cursor, type, style, value.get());
        if (!cell.text().isEmpty()) {
            budget.spendCell();
        }
        return formula && cell.origin() != Origin.ERROR ? new Cell(cell.text(), Origin.FORMULA) : cell;
    }

    private Cell typed(XmlCursor cursor, String type, int style, String value) throws FaultException {
        return switch (type) {
            case "s" -> new Cell(texts.get(value, cursor), Origin.TYPED);
            case "inlineStr", "str" -> written(CellTexts.plain(value));
            case "b" -> new Cell(value.strip().equals("1") || value.strip().equals("true") ? "TRUE" : "FALSE",
                    Origin.TYPED);
            case "e" -> new Cell(value.strip(), Origin.ERROR);
            case "d" -> written(CellNumbers.isoDate(value));
            case "", "n" -> number(cursor, style, value);
            default -> throw cursor.damaged();
        };
    }

    private Cell written(String text) throws FaultException {
        budget.spendText(text);
        return new Cell(text, Origin.TYPED);
    }

    private Cell number(XmlCursor cursor, int style, String value) throws FaultException {
        double number = CellNumbers.parse(value).orElseThrow(cursor::damaged);
        if (formats.isDate(style)) {
            return written(CellNumbers.date(number, from1904));
        }
        Cell cell = written(CellNumbers.number(number));
        return Math.abs(number) < CellNumbers.LEAST_INEXACT ? cell : new Cell(cell.text(), Origin.INEXACT);
    }
}
