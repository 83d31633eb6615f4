package vn.hoidan.client.ui.question;

import java.util.regex.Pattern;

/// Reads what is left when blanks and minus signs as other programs paste them are made plain, and marks that cannot be
/// seen are taken out.
record Tidied(Reading reading) implements Reading {
    private static final Pattern BLANKS = Pattern.compile("[\\u00A0\\u2007\\u202F]");
    private static final Pattern UNSEEN = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF]");
    private static final char MINUS = '\u2212';

    @Override
    public Outcome read(String typed) {
        return reading.read(UNSEEN.matcher(BLANKS.matcher(typed).replaceAll(" ")).replaceAll("").replace(MINUS, '-')
                .strip());
    }

    @Override
    public String typed(String lexical) {
        return reading.typed(lexical);
    }
}
