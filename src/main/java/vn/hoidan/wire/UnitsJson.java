package vn.hoidan.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.VoucherId;
import vn.hoidan.core.quota.hand.Hold;
import vn.hoidan.core.quota.hand.UnitsInHand;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SignedVoucher;
import vn.hoidan.core.sync.UnitsRecord;

/// JSON of quota units that move without an interview.
final class UnitsJson {
    private UnitsJson() {
    }

    static JsonObject of(UnitsRecord record) {
        return switch (record) {
            case UnitsRecord.Returned returned ->
                new Entries().text("lease", returned.lease().text()).number("units", returned.units()).done();
            case UnitsRecord.VoucherGiven given -> of(given.voucher());
            case UnitsRecord.VoucherTaken taken -> of(taken.voucher());
            case UnitsRecord.CodeGiven given ->
                new Entries().text("lease", given.lease().text()).text("code", given.code().digits()).done();
        };
    }

    static UnitsRecord unitsRecord(RecordType type, Fields fields) {
        return switch (type) {
            case UNITS_RETURNED ->
                new UnitsRecord.Returned(new LeaseId(fields.text("lease")), fields.count("units"));
            case VOUCHER_GIVEN -> new UnitsRecord.VoucherGiven(signedVoucher(fields));
            case VOUCHER_TAKEN -> new UnitsRecord.VoucherTaken(signedVoucher(fields));
            case CODE_GIVEN ->
                new UnitsRecord.CodeGiven(new LeaseId(fields.text("lease")), new UnitCode(fields.text("code")));
            case INTERVIEW, CONTACT -> throw new IllegalArgumentException("no record of units: " + type.code());
        };
    }

    static JsonObject of(UnitsInHand units) {
        return new Entries().text("lease", units.lease().text())
                .list("cells", units.cells(), cell -> new JsonPrimitive(cell.text()))
                .instant("useBy", units.useBy()).number("free", units.free()).flag("ended", units.ended()).done();
    }

    static UnitsInHand unitsInHand(Fields fields) {
        return new UnitsInHand(new LeaseId(fields.text("lease")),
                fields.texts("cells", Limits.MOST_CELLS_OF_A_LEASE).stream().map(CellKey::new).toList(),
                fields.instant("useBy"), fields.count("free"), fields.flag("ended"));
    }

    static JsonObject of(Hold hold) {
        return switch (hold) {
            case Hold.OfLease unit -> new Entries().text("lease", unit.lease().text()).done();
            case Hold.ByCode told -> new Entries().text("code", told.code().digits()).done();
        };
    }

    static Hold hold(Fields fields) {
        return fields.textIfAny("code").<Hold>map(code -> new Hold.ByCode(new UnitCode(code)))
                .orElseGet(() -> new Hold.OfLease(new LeaseId(fields.text("lease"))));
    }

    static JsonObject of(SignedVoucher signed) {
        Voucher voucher = signed.voucher();
        return new Entries().text("id", voucher.id().text()).text("lease", voucher.lease().text())
                .list("cells", voucher.cells(), cell -> new JsonPrimitive(cell.text()))
                .number("units", voucher.units()).instant("useBy", voucher.useBy()).number("epoch", voucher.epoch())
                .text("giver", voucher.giver()).text("taker", voucher.taker())
                .bytes("signature", signed.signature()).done();
    }

    static SignedVoucher signedVoucher(Fields fields) {
        return new SignedVoucher(new Voucher(new VoucherId(fields.text("id")), new LeaseId(fields.text("lease")),
                fields.texts("cells", Limits.MOST_CELLS_OF_A_LEASE).stream().map(CellKey::new).toList(),
                fields.count("units"), fields.instant("useBy"), fields.longNumber("epoch"), fields.text("giver"),
                fields.text("taker")), fields.bytes("signature", SignedVoucher.SIGNATURE_BYTES));
    }
}
