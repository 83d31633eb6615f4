package vn.hoidan.core.quota;

import java.util.regex.Pattern;

/// Names one voucher; never used again: 16 hexadecimal digits drawn by chance.
public record VoucherId(String text) implements Comparable<VoucherId> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

    public VoucherId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("voucher id: " + text);
        }
    }

    @Override
    public int compareTo(VoucherId other) {
        return text.compareTo(other.text);
    }
}
