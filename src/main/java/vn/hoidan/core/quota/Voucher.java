package vn.hoidan.core.quota;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// Units that one laptop hands to another without a network. They stay charged to the lease they come from and keep its
/// use-by; only the laptop named may take them, once.
///
/// @param lease the lease they come from
/// @param epoch the server's epoch as the giver last saw it
/// @param giver device that gives; it has debited them before this exists
/// @param taker device that may take them
public record Voucher(VoucherId id, LeaseId lease, List<CellKey> cells, int units, Instant useBy, long epoch,
        String giver, String taker) {

    /// Most units of one voucher.
    public static final int MOST_UNITS = 1_000;

    private static final String FORM = "hoi-dan-voucher-1";

    public Voucher {
        cells = List.copyOf(cells);
        if (cells.isEmpty() || units < 1 || units > MOST_UNITS) {
            throw new IllegalArgumentException("voucher of " + units + " units");
        }
    }

    /// What the giver signs: every field, each ended by a line feed, which none of them contains.
    public byte[] signedBytes() {
        StringBuilder text = new StringBuilder();
        for (String part : List.of(FORM, id.text(), lease.text(), String.valueOf(units), useBy.toString(),
                String.valueOf(epoch), giver, taker)) {
            text.append(line(part));
        }
        cells.forEach(cell -> text.append(line(cell.text())));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String part) {
        if (part.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("line feed in a voucher");
        }
        return part + "\n";
    }
}
