package vn.hoidan.form.spreadsheet;

import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Which cell formats show a number as a date or time.
final class CellFormats {
    /// Built-in formats of dates and times, also those of East Asia: ECMA-376 part 1, 18.8.30.
    private static final int[][] DATE_RANGES = {{14, 22}, {27, 36}, {45, 47}, {50, 58}};
    /// Words in quotation marks, single characters kept as they are, spaces as wide as a character, colours.
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"?|[\\\\_*].|\\[(?![hHmMsS]+\\])[^\\]]*\\]");
    private static final Pattern DATE_LETTER = Pattern.compile("[ymdhsYMDHS]");
    private static final Pattern GENERAL = Pattern.compile("(?i)general");
    /// Longer ones are no format that Excel would take.
    private static final int MOST_FORMAT_CHARACTERS = 255;

    private final BitSet dates;

    private CellFormats(BitSet dates) {
        this.dates = dates;
    }

    static CellFormats none() {
        return new CellFormats(new BitSet());
    }

    static CellFormats read(InputStream source, String part) throws FaultException {
        Map<Integer, Boolean> own = new HashMap<>();
        BitSet dates = new BitSet();
        int style = 0;
        boolean cellStyles = false;
        try (XmlCursor cursor = new XmlCursor(source, part)) {
            while (cursor.next()) {
                if (cursor.name().equals("cellXfs")) {
                    cellStyles = cursor.isStart("cellXfs");
                } else if (cursor.isStart("numFmt") && own.size() < Bounds.MOST_STYLES) {
                    own.put(cursor.number("numFmtId"), showsDate(cursor.attribute("formatCode")));
                } else if (cellStyles && cursor.isStart("xf") && style < Bounds.MOST_STYLES) {
                    int format = cursor.number("numFmtId");
                    dates.set(style++, own.getOrDefault(format, isBuiltInDate(format)));
                }
            }
        }
        return new CellFormats(dates);
    }

    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }

    private static boolean isBuiltInDate(int format) {
        for (int[] range : DATE_RANGES) {
            if (format >= range[0] && format <= range[1]) {
                return true;
            }
        }
        return false;
    }

    static boolean showsDate(String code) {
        if (code.length() > MOST_FORMAT_CHARACTERS) {
            return false;
        }
        String positive = LITERAL.matcher(code).replaceAll("").split(";", 2)[0];
        return DATE_LETTER.matcher(GENERAL.matcher(positive).replaceAll("")).find();
    }
}
