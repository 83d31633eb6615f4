package vn.hoidan.wire;

import com.google.gson.JsonObject;
import java.util.List;
import vn.hoidan.core.sync.AsideCause;
import vn.hoidan.core.sync.AsideOutcome;
import vn.hoidan.core.sync.AsideRecord;
import vn.hoidan.core.sync.AsideRelease;
import vn.hoidan.core.sync.RecordType;

/// JSON of records that were set aside.
final class AsideJson {
    private AsideJson() {
    }

    static JsonObject of(List<AsideRecord> records) {
        return new Entries().list("records", records, each -> new Entries().text("log", each.log())
                .number("n", each.number()).text("type", each.type().code()).text("person", each.person())
                .text("cause", each.cause().older().code()).text("exact", each.cause().code()).done()).done();
    }

    static List<AsideRecord> records(Fields fields) {
        return fields.list("records", AsideRecord.MOST, each -> new AsideRecord(each.text("log"),
                each.longNumber("n"), RecordType.ofCode(each.text("type")), each.text("person"),
                AsideCause.ofCode(each.text(each.has("exact") ? "exact" : "cause"))));
    }

    static JsonObject of(AsideRelease release) {
        return new Entries().text("log", release.log()).number("n", release.number())
                .text("reason", release.reason()).done();
    }

    static AsideRelease release(Fields fields) {
        return new AsideRelease(fields.text("log"), fields.longNumber("n"), fields.text("reason"));
    }

    static JsonObject of(AsideOutcome outcome) {
        return new Entries().text("outcome", outcome.code()).done();
    }

    static AsideOutcome outcome(Fields fields) {
        return AsideOutcome.ofCode(fields.text("outcome"));
    }
}
