package vn.hoidan.server.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.VoucherId;
import vn.hoidan.server.app.book.Transfers;

/// Codes of units and vouchers.
final class TransferTable implements Transfers {

    private final Handle handle;

    TransferTable(Handle handle) {
        this.handle = handle;
    }

    @Override
    public List<UnitCode> addCodes(List<LeaseId> units, Supplier<UnitCode> drawn) {
        UnitCode[] codes = new UnitCode[units.size()];
        List<Integer> open = IntStream.range(0, codes.length).boxed().toList();
        while (!open.isEmpty()) {
            List<Object[]> rows = new ArrayList<>();
            for (int unit : open) {
                codes[unit] = drawn.get();
                rows.add(new Object[] {codes[unit].digits(), units.get(unit).text()});
            }
            int[] added = ManyRows.write(handle,
                    "INSERT INTO unit_code (code, lease) VALUES (?, ?) ON CONFLICT (code) DO NOTHING", rows);
            List<Integer> tried = open;
            open = IntStream.range(0, added.length).filter(row -> added[row] == 0).mapToObj(tried::get).toList();
        }
        return List.of(codes);
    }

    @Override
    public Optional<Code> code(UnitCode code) {
        return handle.createQuery("SELECT lease, interview FROM unit_code WHERE code = :code")
                .bind("code", code.digits()).map((row, context) -> new Code(new LeaseId(row.getString("lease")),
                        row.getString("interview") != null)).findOne();
    }

    @Override
    public void codeTold(UnitCode code, Instant at) {
        LedgerTable.one(handle.createUpdate("UPDATE unit_code SET told_at = :at WHERE code = :code")
                .bind("at", at.toEpochMilli()).bind("code", code.digits()).execute());
    }

    @Override
    public void codeUsed(UnitCode code, InterviewId interview) {
        LedgerTable.one(handle.createUpdate(
                "UPDATE unit_code SET interview = :interview WHERE code = :code AND interview IS NULL")
                .bind("interview", interview.asText()).bind("code", code.digits()).execute());
    }

    @Override
    public Optional<Seen> voucher(VoucherId id) {
        return handle.createQuery("SELECT * FROM voucher WHERE id = :id").bind("id", id.text())
                .map((row, context) -> new Seen(new LeaseId(row.getString("lease")), row.getString("giver"),
                        row.getString("taker"), row.getInt("units"), row.getObject("given_at") != null,
                        row.getObject("taken_at") != null)).findOne();
    }

    @Override
    public void given(Voucher voucher, Instant at) {
        told(voucher, "given_at", at);
    }

    @Override
    public void taken(Voucher voucher, Instant at) {
        told(voucher, "taken_at", at);
    }

    private void told(Voucher voucher, String column, Instant at) {
        handle.createUpdate("""
                INSERT INTO voucher (id, lease, giver, taker, units, balance, %1$s)
                VALUES (:id, :lease, :giver, :taker, :units, :units, :at)
                ON CONFLICT (id) DO UPDATE SET %1$s = :at""".formatted(column))
                .bind("id", voucher.id().text()).bind("lease", voucher.lease().text()).bind("giver", voucher.giver())
                .bind("taker", voucher.taker()).bind("units", voucher.units()).bind("at", at.toEpochMilli())
                .execute();
    }

    @Override
    public int left(String taker, LeaseId lease) {
        return handle.createQuery("""
                SELECT COALESCE(SUM(balance), 0) FROM voucher
                WHERE taker = :taker AND lease = :lease AND taken_at IS NOT NULL""")
                .bind("taker", taker).bind("lease", lease.text()).mapTo(int.class).one();
    }

    /// Of the vouchers that came first, first.
    @Override
    public void spent(String taker, LeaseId lease, int units) {
        int open = units;
        while (open > 0) {
            Row next = handle.createQuery("""
                    SELECT id, balance FROM voucher
                    WHERE taker = :taker AND lease = :lease AND taken_at IS NOT NULL AND balance > 0
                    ORDER BY taken_at, id LIMIT 1""")
                    .bind("taker", taker).bind("lease", lease.text())
                    .map((row, context) -> new Row(row.getString("id"), row.getInt("balance"))).findOne()
                    .orElseThrow(() -> new IllegalStateException("no units by voucher from " + lease.text()));
            int spent = Math.min(open, next.balance());
            LedgerTable.one(handle.createUpdate("UPDATE voucher SET balance = balance - :units WHERE id = :id")
                    .bind("units", spent).bind("id", next.id()).execute());
            open -= spent;
        }
    }

    private record Row(String id, int balance) {
    }
}
