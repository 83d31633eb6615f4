package vn.hoidan.client.ui.question;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `3,5` and `3.5`; exact, never by way of a binary number. Where the author asked for groups of thousands,
/// `1.250.000`, `1 250 000` and `1,250,000` are read as such, and one comma is a decimal comma as ever.
///
/// @param whole   no decimals
/// @param grouped thousands are set apart
record Numbers(boolean whole, boolean grouped) implements Reading {
    private static final Pattern WHOLE = Pattern.compile("([+-]?)(\\d{1,30})");
    private static final Pattern DECIMAL = Pattern.compile("([+-]?)(\\d{1,30}(?:\\.\\d{1,30})?)");
    private static final Pattern GROUPS = Pattern.compile("([+-]?\\d{1,3}(?:([. ])\\d{3})(?:\\2\\d{3})*)(?:,(\\d+))?");
    private static final Pattern ENGLISH_GROUPS = Pattern.compile(
            "([+-]?\\d{1,3}(?:(?:,\\d{3}){2,}|(?:,\\d{3})+(?=\\.)))(?:\\.(\\d+))?");
    private static final int GROUP_DIGITS = 3;

    @Override
    public Outcome read(String typed) {
        String plain = grouped ? withoutGroups(typed) : typed;
        Matcher number = (whole ? WHOLE : DECIMAL).matcher(whole ? plain : plain.replace(',', '.'));
        return number.matches() ? new Outcome.Value((number.group(1).equals("-") ? "-" : "") + number.group(2))
                : new Outcome.Unreadable(whole ? "unreadable.integer" : "unreadable.decimal");
    }

    private static String withoutGroups(String typed) {
        Matcher groups = GROUPS.matcher(typed);
        if (groups.matches()) {
            return groups.group(1).replaceAll("[. ]", "") + (groups.group(3) == null ? "" : "." + groups.group(3));
        }
        Matcher english = ENGLISH_GROUPS.matcher(typed);
        return english.matches()
                ? english.group(1).replace(",", "") + (english.group(2) == null ? "" : "." + english.group(2)) : typed;
    }

    /// With groups as Vietnamese writes them; else as the form keeps it, with a decimal comma.
    @Override
    public String typed(String lexical) {
        if (!DECIMAL.matcher(lexical).matches()) {
            return lexical;
        }
        String[] parts = lexical.split("\\.");
        String fraction = parts.length > 1 ? "," + parts[1] : "";
        return (grouped ? inGroups(parts[0]) : parts[0]) + fraction;
    }

    private static String inGroups(String digits) {
        StringBuilder text = new StringBuilder(digits);
        int first = digits.startsWith("-") ? 1 : 0;
        for (int at = digits.length() - GROUP_DIGITS; at > first; at -= GROUP_DIGITS) {
            text.insert(at, '.');
        }
        return text.toString();
    }
}
