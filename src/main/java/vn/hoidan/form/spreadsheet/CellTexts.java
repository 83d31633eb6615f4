package vn.hoidan.form.spreadsheet;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hoidan.form.xlsform.Limits;

/// The texts that cells of a workbook share, each kept once.
final class CellTexts {
    /// How a workbook writes characters that XML cannot hold.
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final String ESCAPE_START = "_x";
    private static final int MOST_DIGITS = 9;

    private final List<String> texts;

    private CellTexts(List<String> texts) {
        this.texts = texts;
    }

    static CellTexts none() {
        return new CellTexts(List.of());
    }

    static CellTexts read(InputStream source, String part, Budget budget) throws FaultException {
        List<String> texts = new ArrayList<>();
        try (XmlCursor cursor = new XmlCursor(source, part)) {
            while (cursor.next()) {
                if (cursor.isStart("si")) {
                    String text = rich(cursor, "si");
                    budget.spendText(text);
                    texts.add(text);
                    if (texts.size() > Bounds.MOST_SHARED_STRINGS) {
                        throw new FaultException(FileFaultKind.TOO_MANY_CELLS,
                                String.valueOf(Bounds.MOST_SHARED_STRINGS));
                    }
                }
            }
        }
        return new CellTexts(texts);
    }

    /// The text of an element whose runs may be formatted differently; how Asian characters are read aloud is left out.
    ///
    /// @param element the element that the cursor has just begun
    static String rich(XmlCursor cursor, String element) throws FaultException {
        StringBuilder whole = new StringBuilder();
        boolean phonetic = false;
        while (cursor.next() && !cursor.isEnd(element)) {
            if (cursor.name().equals("rPh")) {
                phonetic = cursor.isStart("rPh");
            } else if (cursor.isEnd("t") && !phonetic && whole.length() <= Limits.MOST_CELL_CHARACTERS) {
                whole.append(cursor.text());
            }
        }
        return plain(whole.toString());
    }

    /// Without escapes, with one kind of line end, without spaces around; spaces that do not break are spaces.
    static String plain(String written) {
        String text = written;
        if (text.contains(ESCAPE_START)) {
            text = ESCAPED.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
        }
        return text.replace("\r\n", "\n").replace('\r', '\n').replace('\u00A0', ' ').strip();
    }

    /// @throws FaultException if there is no such text
    String get(String index, XmlCursor cursor) throws FaultException {
        int number = number(index.strip()).orElseThrow(cursor::damaged);
        if (number >= texts.size()) {
            throw cursor.damaged();
        }
        return texts.get(number);
    }

    /// A number without a sign, of at most nine digits.
    static Optional<Integer> number(String digits) {
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        int number = 0;
        for (int index = 0; index < digits.length(); index++) {
            char digit = digits.charAt(index);
            if (digit < '0' || digit > '9') {
                return Optional.empty();
            }
            number = number * 10 + digit - '0';
        }
        return Optional.of(number);
    }
}
