package vn.hoidan.core.survey;

import java.util.Locale;

/// The symbols of codes that people type or read out: digits and letters without I, L, O and U (Crockford's base 32),
/// each worth five bits.
public final class CodeSymbols {
    /// What one symbol is worth.
    public static final int BITS = 5;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private CodeSymbols() {
    }

    /// The symbol worth this much.
    public static char symbol(int value) {
        return ALPHABET.charAt(value);
    }

    /// The value of a symbol, or -1.
    public static int value(char symbol) {
        return ALPHABET.indexOf(symbol);
    }

    /// Any case, O for 0, I and L for 1.
    public static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1');
    }
}
