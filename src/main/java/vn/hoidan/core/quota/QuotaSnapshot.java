package vn.hoidan.core.quota;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The cells that concern a device as the server saw them. It replaces the one before; guidance and display only, since
/// the right to interview comes from the lease alone.
///
/// @param groups those of the soft targets that concern the device
/// @param team   in a free quota what the laptops of the team have, the device's own among them; none told by an older
///               office
public record QuotaSnapshot(Instant at, List<CellCount> cells, List<SoftCount> groups, List<MateUnits> team) {
    public QuotaSnapshot {
        cells = List.copyOf(cells);
        groups = List.copyOf(groups);
        team = List.copyOf(team);
    }

    public Optional<CellCount> cell(CellKey key) {
        return cells.stream().filter(count -> count.cell().equals(key)).findFirst();
    }
}
