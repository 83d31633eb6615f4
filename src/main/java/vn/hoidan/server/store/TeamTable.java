package vn.hoidan.server.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.LeaseTerms;
import vn.hoidan.core.quota.MateUnits;
import vn.hoidan.core.quota.Pace;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.server.app.book.TeamUnits;

/// Units by laptop: of its own leases, less what it gave by voucher, with what others gave it.
final class TeamTable implements TeamUnits {

    private static final String IN_AREA = " AND person.area = :area";

    /// No list, so written that the index of leases by list cannot answer: SQLite would take it, and with it read every
    /// live lease of the office.
    private static final String USABLE =
            " AND lease.state = 'live' AND COALESCE(lease.list, '') = '' AND lease.use_by > :usable";

    private static final String UNITS = """
            SELECT moved.holder, moved.lease, lease_cell.cell, lease_cell.position, moved.units
            FROM (
                SELECT device.device_name AS holder, lease.id AS lease, lease.balance AS units
                FROM person JOIN device ON device.person = person.id AND device.replaced_at IS NULL
                JOIN lease ON lease.device = device.id
                WHERE person.survey = :survey AND lease.balance > 0{usable}{where}
                UNION ALL
                SELECT device.device_name, voucher.lease, voucher.balance
                FROM person JOIN device ON device.person = person.id AND device.replaced_at IS NULL
                JOIN voucher ON voucher.taker = device.device_name
                JOIN lease ON lease.id = voucher.lease
                WHERE person.survey = :survey AND voucher.balance > 0{usable}{where}
                UNION ALL
                SELECT device.device_name, voucher.lease, -voucher.balance
                FROM person JOIN device ON device.person = person.id AND device.replaced_at IS NULL
                JOIN voucher ON voucher.giver = device.device_name
                JOIN lease ON lease.id = voucher.lease
                WHERE person.survey = :survey AND voucher.balance > 0{usable}{where}
            ) AS moved
            JOIN lease_cell ON lease_cell.lease = moved.lease""";

    private final Handle handle;

    TeamTable(Handle handle) {
        this.handle = handle;
    }

    @Override
    public List<Holder> all(SurveyId survey, Instant now) {
        return holders(survey, "", "", now);
    }

    @Override
    public List<Holder> in(SurveyId survey, AreaKey area, Instant now) {
        return holders(survey, IN_AREA, area.asText(), now);
    }

    private List<Holder> holders(SurveyId survey, String where, String area, Instant now) {
        Map<String, List<MateUnits.Units>> units = units(survey, where, area, now);
        return handle.createQuery("""
                SELECT device.device_name, person.name, person.area, device.last_sync_at, device.pace_per_day,
                    device.pace_days_between, COALESCE(device.pace_heard_at, device.enrolled_at) AS heard,
                    device.pace_done
                FROM person JOIN device ON device.person = person.id AND device.replaced_at IS NULL
                WHERE person.survey = :survey AND person.role = 'enumerator' AND device.last_sync_at IS NOT NULL
                    AND device.active_until > :now""" + where + " ORDER BY device.position")
                .bind("survey", survey.text()).bind("area", area).bind("now", now.toEpochMilli())
                .map((row, context) -> {
                    Pace pace = new Pace(row.getDouble("pace_per_day"), row.getDouble("pace_days_between"),
                            Columns.instant(row, "heard"), row.getInt("pace_done"));
                    String name = row.getString("device_name");
                    return new Holder(row.getString("name"), AreaKey.parse(row.getString("area")), new MateUnits(name,
                            Columns.instant(row, "last_sync_at"), pace.perDay(), pace.nextRound(),
                            units.getOrDefault(name, List.of())));
                }).list();
    }

    private Map<String, List<MateUnits.Units>> units(SurveyId survey, String where, String area, Instant now) {
        Map<String, Map<String, Held>> byLease = new HashMap<>();
        handle.createQuery(UNITS.replace("{where}", where).replace("{usable}", USABLE))
                .bind("survey", survey.text()).bind("area", area)
                .bind("usable", now.plus(LeaseTerms.TIME_TO_BRING_HOME).toEpochMilli())
                .map((row, context) -> new Row(row.getString("holder"), row.getString("lease"),
                        new CellKey(row.getString("cell")), row.getInt("position"), row.getInt("units"))).list()
                .forEach(row -> byLease.computeIfAbsent(row.holder(), key -> new TreeMap<>())
                        .computeIfAbsent(row.lease(), key -> new Held(new TreeMap<>(), new TreeMap<>())).add(row));
        Map<String, List<MateUnits.Units>> found = new HashMap<>();
        byLease.forEach((holder, leases) -> {
            Map<TreeSet<CellKey>, MateUnits.Units> byBundle = new LinkedHashMap<>();
            leases.values().stream().filter(held -> held.left() > 0).forEach(held -> {
                List<CellKey> cells = List.copyOf(held.cells().values());
                byBundle.merge(new TreeSet<>(cells), new MateUnits.Units(cells, held.left()),
                        (one, other) -> new MateUnits.Units(one.cells(), one.free() + other.free()));
            });
            found.put(holder, List.copyOf(byBundle.values()));
        });
        return found;
    }

    private record Row(String holder, String lease, CellKey cell, int position, int units) {
    }

    /// What is left of one lease, by the position of its cells: units move as bundles, in each cell as many.
    private record Held(TreeMap<Integer, CellKey> cells, TreeMap<Integer, Integer> units) {

        void add(Row row) {
            cells.put(row.position(), row.cell());
            units.merge(row.position(), row.units(), Integer::sum);
        }

        int left() {
            return units.firstEntry().getValue();
        }
    }
}
