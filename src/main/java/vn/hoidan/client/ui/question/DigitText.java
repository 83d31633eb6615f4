package vn.hoidan.client.ui.question;

import java.util.regex.Pattern;

/// A text of digits, such as a telephone number: telephones show their keys of digits for it.
final class DigitText implements Reading {
    private static final Pattern DIGITS = Pattern.compile("[0-9 .,+*#()/\\-]+");

    @Override
    public Outcome read(String typed) {
        return DIGITS.matcher(typed).matches() ? new Outcome.Value(typed)
                : new Outcome.Unreadable("unreadable.digits");
    }
}
