package vn.hoidan.core.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.survey.CodeSymbols;
import vn.hoidan.core.sync.Bytes;

/// A code that is read out over the telephone: groups of four symbols, the last of each a check over its group and its
/// place, so that a slip is named by its group at once. The check is a sum in the field of 32 elements: it finds every
/// single wrong symbol and every two exchanged symbols of a group, and groups in a wrong order.
///
/// @param bits   what the code is worth, in its lowest `15 * groups` bits
/// @param groups of the code, 1 to 4
public record SpokenCode(long bits, int groups) {
    /// Groups of the code that opens a device whose PIN is forgotten: 60 bits.
    public static final int RECOVERY_GROUPS = 4;
    /// Groups of the code that a device shows to the server to be told its recovery code: 30 bits, few tries.
    public static final int RESET_GROUPS = 2;
    private static final int MOST_GROUPS = 4;
    private static final int GROUP = 4;
    private static final int WORTH = GROUP - 1;
    private static final int VALUES = 1 << CodeSymbols.BITS;
    /// x^5 + x^2 + 1, which has no divisor over two elements.
    private static final int FIELD = 0b100101;
    /// More is no code, whatever it is.
    private static final int LONGEST_TYPED = 100;

    public SpokenCode {
        if (groups < 1 || groups > MOST_GROUPS || bits < 0 || bits >>> groups * WORTH * CodeSymbols.BITS != 0) {
            throw new IllegalArgumentException("spoken code of " + groups + " groups");
        }
    }

    /// The code made of the first bits of random or derived bytes, of which there are 8 or more.
    public static SpokenCode of(Bytes source, int groups) {
        byte[] bytes = source.toArray();
        if (bytes.length < Long.BYTES) {
            throw new IllegalArgumentException("code of " + bytes.length + " bytes");
        }
        long all = 0;
        for (int index = 0; index < Long.BYTES; index++) {
            all = all << Byte.SIZE | bytes[index] & 0xff;
        }
        return new SpokenCode(all >>> Long.SIZE - groups * WORTH * CodeSymbols.BITS, groups);
    }

    /// As printed and read out: `XXXX-XXXX-…`.
    public String asText() {
        StringBuilder text = new StringBuilder();
        for (int group = 0; group < groups; group++) {
            if (group > 0) {
                text.append('-');
            }
            int[] values = new int[WORTH];
            for (int place = 0; place < WORTH; place++) {
                int symbol = group * WORTH + place;
                values[place] = (int) (bits >>> (groups * WORTH - 1 - symbol) * CodeSymbols.BITS) & VALUES - 1;
                text.append(CodeSymbols.symbol(values[place]));
            }
            text.append(CodeSymbols.symbol(check(values, group)));
        }
        return text.toString();
    }

    /// Reads a code as typed: any case, spaces and hyphens anywhere, O for 0, I and L for 1. Empty when there is a slip
    /// in it, see {@link #slips}.
    public static Optional<SpokenCode> parse(String typed, int groups) {
        if (!slips(typed, groups).isEmpty()) {
            return Optional.empty();
        }
        long bits = 0;
        for (String group : split(typed, groups)) {
            for (int place = 0; place < WORTH; place++) {
                bits = bits << CodeSymbols.BITS | CodeSymbols.value(group.charAt(place));
            }
        }
        return Optional.of(new SpokenCode(bits, groups));
    }

    /// Groups, counted from 1, that cannot be right; none for a code without slips.
    public static List<Integer> slips(String typed, int groups) {
        List<String> written = split(typed, groups);
        List<Integer> slips = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            if (group >= written.size() || !right(written.get(group), group)) {
                slips.add(group + 1);
            }
        }
        if (slips.isEmpty() && written.size() > groups) {
            slips.add(groups);
        }
        return slips;
    }

    /// By spaces and hyphens if these make as many groups as there should be, else four by four.
    private static List<String> split(String typed, int groups) {
        String text = CodeSymbols.plain(typed.length() > LONGEST_TYPED ? typed.substring(0, LONGEST_TYPED) : typed)
                .strip();
        List<String> parts = List.of(text.split("[\\s-]+"));
        if (parts.size() == groups) {
            return parts;
        }
        String symbols = text.replaceAll("[\\s-]", "");
        List<String> fours = new ArrayList<>();
        for (int start = 0; start < symbols.length(); start += GROUP) {
            fours.add(symbols.substring(start, Math.min(symbols.length(), start + GROUP)));
        }
        return fours;
    }

    private static boolean right(String symbols, int group) {
        if (symbols.length() != GROUP || symbols.chars().anyMatch(symbol -> CodeSymbols.value((char) symbol) < 0)) {
            return false;
        }
        int[] values = new int[WORTH];
        for (int place = 0; place < WORTH; place++) {
            values[place] = CodeSymbols.value(symbols.charAt(place));
        }
        return CodeSymbols.value(symbols.charAt(WORTH)) == check(values, group);
    }

    /// Each place weighs another power of x, and each group begins with its own number.
    private static int check(int[] values, int group) {
        int sum = group + 1;
        for (int place = 0; place < values.length; place++) {
            int weighed = values[place];
            for (int times = 0; times <= place; times++) {
                weighed <<= 1;
                weighed = weighed >= VALUES ? weighed ^ FIELD : weighed;
            }
            sum ^= weighed;
        }
        return sum;
    }

    /// Without the code.
    @Override
    public String toString() {
        return "SpokenCode[hidden]";
    }
}
