package vn.hoidan.client.store;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;

/// Codes of single units. Each is sealed: whoever knows one can use its unit.
record UnitCodes(Handle handle, Sealing sealing) {
    /// Those of a lease's units, to be read out one by one.
    void keep(LeaseId lease, List<UnitCode> codes) {
        codes.forEach(code -> insert(lease.text(), code, false));
    }

    /// Those of a lease that were not read out.
    List<UnitCode> ready(LeaseId lease) {
        return handle.createQuery("SELECT number, sealed FROM unit_code WHERE spent = 0 AND lease = ? ORDER BY number")
                .bind(0, lease.text()).map((row, context) -> open(row.getLong("number"), row.getBytes("sealed")))
                .list();
    }

    Set<UnitCode> spent() {
        return new HashSet<>(handle.createQuery("SELECT number, sealed FROM unit_code WHERE spent = 1")
                .map((row, context) -> open(row.getLong("number"), row.getBytes("sealed"))).list());
    }

    /// One that was read out here, or heard and used.
    void spend(UnitCode code) {
        Map<Long, UnitCode> ready = new HashMap<>();
        handle.createQuery("SELECT number, sealed FROM unit_code WHERE spent = 0").map((row, context) ->
                ready.put(row.getLong("number"), open(row.getLong("number"), row.getBytes("sealed")))).list();
        ready.forEach((number, each) -> {
            if (each.equals(code)) {
                handle.execute("DELETE FROM unit_code WHERE number = ?", number);
            }
        });
        insert(null, code, true);
    }

    /// The lease is gone from here, and with it what could be read out.
    void forget(LeaseId lease) {
        handle.execute("DELETE FROM unit_code WHERE spent = 0 AND lease = ?", lease.text());
    }

    /// @param lease null for one that was used
    private void insert(String lease, UnitCode code, boolean spent) {
        long number = handle.createQuery("SELECT coalesce(max(number), 0) + 1 FROM unit_code").mapTo(Long.class).one();
        handle.execute("INSERT INTO unit_code (number, lease, spent, sealed) VALUES (?, ?, ?, ?)", number, lease,
                spent, sealing.seal(code.digits().getBytes(StandardCharsets.US_ASCII),
                        Contexts.unitCode(number)));
    }

    private UnitCode open(long number, byte[] sealed) {
        return new UnitCode(new String(sealing.open(sealed, Contexts.unitCode(number)),
                StandardCharsets.US_ASCII));
    }
}
