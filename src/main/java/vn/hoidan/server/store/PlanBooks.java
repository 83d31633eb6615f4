package vn.hoidan.server.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hoidan.core.quota.Account;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.QuotaBooks;
import vn.hoidan.core.quota.WaitingInterview;

/// What the planner of one turn asks, with few questions to the database: where a laptop can fall in eighty cells, a
/// question for each would cost more than the plan. Good as long as nothing is carried out.
final class PlanBooks implements QuotaBooks {

    /// Most cells that one question to the database names.
    private static final int CELLS_OF_A_QUESTION = 500;

    private final QuotaBookTables tables;
    private final Set<CellKey> cells;
    private final Map<String, Map<CellKey, Double>> speeds = new HashMap<>();
    private final Map<Instant, Set<CellKey>> due = new HashMap<>();

    /// @param cells those that will be asked about; others may be
    PlanBooks(QuotaBookTables tables, Collection<CellKey> cells) {
        this.tables = tables;
        this.cells = new LinkedHashSet<>(cells);
    }

    @Override
    public int of(Account account) {
        return tables.of(account);
    }

    @Override
    public List<HeldLease> due(CellKey cell, Instant now) {
        Set<CellKey> some = due.computeIfAbsent(now, at -> {
            Set<CellKey> found = new LinkedHashSet<>();
            portions().forEach(portion -> found.addAll(tables.due(portion, at)));
            return found;
        });
        return cells.contains(cell) && !some.contains(cell) ? List.of() : tables.due(cell, now);
    }

    @Override
    public List<WaitingInterview> waiting(Collection<CellKey> in) {
        return tables.waiting(in);
    }

    @Override
    public double speedOfOthers(CellKey cell, String device, Instant now) {
        Map<CellKey, Double> known = speeds.computeIfAbsent(device + " " + now, key -> {
            Map<CellKey, Double> found = new HashMap<>();
            portions().forEach(portion -> found.putAll(tables.speeds(portion, device, now)));
            return found;
        });
        return cells.contains(cell) ? known.getOrDefault(cell, 0.0) : tables.speedOfOthers(cell, device, now);
    }

    private List<List<CellKey>> portions() {
        List<List<CellKey>> portions = new ArrayList<>();
        List<CellKey> all = List.copyOf(cells);
        for (int from = 0; from < all.size(); from += CELLS_OF_A_QUESTION) {
            portions.add(all.subList(from, Math.min(all.size(), from + CELLS_OF_A_QUESTION)));
        }
        return portions;
    }
}
