package vn.hoidan.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.VoucherId;

/// The vouchers that the server has heard of, with the units that their takers have left of them.
final class Vouchers {

    private record Row(LeaseId lease, String taker, int left) {
    }

    private final Map<VoucherId, Row> rows = new LinkedHashMap<>();

    void takeOver(Vouchers others) {
        rows.putAll(others.rows);
    }

    /// @return false if it was taken before
    boolean taken(Voucher voucher, String taker) {
        return rows.putIfAbsent(voucher.id(), new Row(voucher.lease(), taker, voucher.units())) == null;
    }

    int left(String device, LeaseId lease) {
        return rows.values().stream().filter(row -> row.taker().equals(device) && row.lease().equals(lease))
                .mapToInt(Row::left).sum();
    }

    void spend(String device, LeaseId lease, int units) {
        int open = units;
        for (Map.Entry<VoucherId, Row> each : rows.entrySet()) {
            Row row = each.getValue();
            if (open > 0 && row.taker().equals(device) && row.lease().equals(lease)) {
                int spent = Math.min(open, row.left());
                each.setValue(new Row(row.lease(), row.taker(), row.left() - spent));
                open -= spent;
            }
        }
    }
}
