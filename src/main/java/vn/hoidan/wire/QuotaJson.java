package vn.hoidan.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.QuotaSnapshot;

/// JSON of leases, counts and the board.
final class QuotaJson {
    private QuotaJson() {
    }

    static JsonObject of(Lease lease) {
        return new Entries().text("id", lease.id().text())
                .list("cells", lease.cells(), cell -> new JsonPrimitive(cell.text()))
                .number("units", lease.units()).instant("granted", lease.grantedAt()).instant("useBy", lease.useBy())
                .done();
    }

    static Lease lease(Fields fields) {
        return new Lease(new LeaseId(fields.text("id")),
                fields.texts("cells", Limits.MOST_CELLS_OF_A_LEASE).stream().map(CellKey::new).toList(),
                fields.count("units"), fields.instant("granted"), fields.instant("useBy"));
    }

    static JsonObject of(QuotaSnapshot quota) {
        return new Entries().instant("at", quota.at()).list("cells", quota.cells(), QuotaJson::of).done();
    }

    static QuotaSnapshot quotaSnapshot(Fields fields) {
        return new QuotaSnapshot(fields.instant("at"),
                fields.list("cells", Limits.MOST_ENTRIES, QuotaJson::cellCount));
    }

    private static JsonObject of(CellCount count) {
        return new Entries().text("cell", count.cell().text()).number("target", count.target())
                .number("accepted", count.accepted()).number("pending", count.pending())
                .number("onLease", count.onLease()).done();
    }

    private static CellCount cellCount(Fields fields) {
        return new CellCount(new CellKey(fields.text("cell")), fields.count("target"), fields.count("accepted"),
                fields.count("pending"), fields.count("onLease"));
    }

    static JsonObject of(Board board) {
        return new Entries().text("survey", board.surveyName()).instant("at", board.at())
                .list("rows", board.rows(), QuotaJson::of).list("devices", board.devices(), QuotaJson::of).done();
    }

    static Board board(Fields fields) {
        return new Board(fields.text("survey"), fields.instant("at"),
                fields.list("rows", Limits.MOST_ENTRIES, QuotaJson::row),
                fields.list("devices", Limits.MOST_ENTRIES, QuotaJson::device));
    }

    private static JsonObject of(Board.Row row) {
        return new Entries().text("area", row.area().asText()).text("level", row.level().code())
                .text("name", row.name()).number("target", row.target()).number("accepted", row.accepted())
                .number("pending", row.pending()).number("inWork", row.inWork()).number("onLease", row.onLease())
                .list("below", row.below(), QuotaJson::of).done();
    }

    private static Board.Row row(Fields fields) {
        return new Board.Row(AreaKey.parse(fields.text("area")), AreaLevel.ofCode(fields.text("level")),
                fields.text("name"), fields.count("target"), fields.count("accepted"), fields.count("pending"),
                fields.count("inWork"), fields.count("onLease"),
                fields.list("below", Limits.MOST_ENTRIES, QuotaJson::row));
    }

    private static JsonObject of(Board.Device device) {
        return new Entries().text("person", device.person()).text("area", device.area())
                .textIfAny("lastSync", device.lastSync().map(Instant::toString).orElse(null))
                .number("accepted", device.accepted()).number("inWork", device.inWork()).done();
    }

    private static Board.Device device(Fields fields) {
        return new Board.Device(fields.text("person"), fields.text("area"), fields.instantIfAny("lastSync"),
                fields.count("accepted"), fields.count("inWork"));
    }
}
