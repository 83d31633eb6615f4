package vn.hoidan.core.quota;

import java.util.Optional;
import java.util.regex.Pattern;

/// The code by which a single unit is handed over by voice: ten digits made by the server and two check digits (ISO
/// 7064, MOD 97-10), which find every single wrong digit and every pair of neighbours changed round.
public record UnitCode(String digits) {

    public static final int LENGTH = 12;

    private static final long TEN_DIGITS = 10_000_000_000L;
    private static final int MODULUS = 97;
    private static final Pattern FORM = Pattern.compile("\\d{" + LENGTH + "}");
    private static final int GROUP = 4;

    public UnitCode {
        if (!FORM.matcher(digits).matches() || Long.parseLong(digits) % MODULUS != 1) {
            throw new IllegalArgumentException("unit code");
        }
    }

    /// The code of these ten digits.
    public static UnitCode of(long number) {
        long body = Math.floorMod(number, TEN_DIGITS);
        long check = Math.floorMod(1 - body * 100, MODULUS);
        String text = String.valueOf(TEN_DIGITS * 100 + body * 100 + check);
        return new UnitCode(text.substring(1));
    }

    /// As somebody typed it, with or without spaces; empty if a digit is wrong or missing.
    public static Optional<UnitCode> read(String typed) {
        String digits = typed.replaceAll("[\\s.-]", "");
        return FORM.matcher(digits).matches() && Long.parseLong(digits) % MODULUS == 1
                ? Optional.of(new UnitCode(digits)) : Optional.empty();
    }

    /// To be read out: `1234 5678 9012`.
    public String spoken() {
        StringBuilder text = new StringBuilder();
        for (int start = 0; start < LENGTH; start += GROUP) {
            text.append(start == 0 ? "" : " ").append(digits, start, start + GROUP);
        }
        return text.toString();
    }
}
