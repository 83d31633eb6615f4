package vn.hoidan.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.DraftCount;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UpRecord;

/// JSON of a round of sync.
final class SyncJson {
    private SyncJson() {
    }

    /// A request without its records.
    static JsonObject head(SyncRequest request, List<String> types) {
        Entries entries = new Entries().number("protocol", request.protocol())
                .object("log", of(request.log())).number("epoch", request.epoch())
                .number("cursor", request.cursor()).list("types", types, JsonPrimitive::new)
                .number("count", request.records().size())
                .list("drafts", request.drafts(), SyncJson::of).instant("clock", request.clock());
        if (request.wants()) {
            entries.flag("wants", true);
        }
        request.signingKey().ifPresent(key -> entries.bytes("key", key));
        AlongJson.add(entries, request.along());
        return entries.done();
    }

    /// As older programs send it, with its records.
    static SyncRequest syncRequest(Fields fields) {
        return syncRequest(fields, fields.list("records", SyncRequest.RECORDS_PER_REQUEST, SyncJson::upRecord));
    }

    static SyncRequest syncRequest(Fields fields, List<UpRecord> records) {
        return new SyncRequest(fields.count("protocol"), ownLog(fields), fields.longNumber("epoch"),
                fields.longNumber("cursor"), records,
                fields.list("drafts", Limits.MOST_ENTRIES, SyncJson::draftCount),
                fields.has("wants") && fields.flag("wants"), fields.instant("clock"),
                fields.has("key") ? Optional.of(fields.bytes("key", Mate.KEY_BYTES)) : Optional.empty(),
                AlongJson.along(fields));
    }

    private static JsonObject of(OwnLog log) {
        Entries entries = new Entries().number("incarnation", log.incarnation()).number("head", log.head());
        return (log.ended() ? entries.flag("ended", true) : entries).done();
    }

    /// Programs before incarnations do not tell it: they have one log, and nothing waits for its end.
    private static OwnLog ownLog(Fields request) {
        if (!request.has("log")) {
            return OwnLog.first(0);
        }
        Fields fields = request.object("log");
        int incarnation = fields.count("incarnation");
        long head = fields.longNumber("head");
        if (incarnation < OwnLog.FIRST || incarnation > OwnLog.MOST || head < 0) {
            throw Fields.unreadable("log is no log of a device");
        }
        return new OwnLog(incarnation, head, fields.has("ended") && fields.flag("ended"));
    }

    private static UpRecord upRecord(Fields fields) {
        return new UpRecord(fields.longNumber("n"), fields.bytes("before", LogPosition.HASH_BYTES),
                RecordType.ofCode(fields.text("type")), fields.bytes("body"),
                fields.has("sign") ? Optional.of(fields.bytes("sign")) : Optional.empty());
    }

    private static JsonObject of(DraftCount draft) {
        return new Entries().text("list", draft.list().text()).number("count", draft.count()).done();
    }

    private static DraftCount draftCount(Fields fields) {
        return new DraftCount(new ListId(fields.text("list")), fields.count("count"));
    }

    static JsonObject of(SyncReply reply) {
        Entries entries = new Entries().number("epoch", reply.epoch()).number("incarnation", reply.incarnation())
                .object("stored", of(reply.stored()))
                .object("safe", of(reply.safe())).list("items", reply.items(), SyncJson::of)
                .flag("more", reply.more()).object("quota", QuotaJson.of(reply.quota()))
                .instant("clock", reply.serverTime());
        AlongJson.add(entries, reply);
        return entries.done();
    }

    static SyncReply syncReply(Fields fields) {
        return new SyncReply(fields.longNumber("epoch"),
                fields.has("incarnation") ? fields.count("incarnation") : OwnLog.FIRST,
                position(fields.object("stored")),
                position(fields.object("safe")), fields.list("items", Limits.MOST_ITEMS, SyncJson::downEntry),
                fields.flag("more"), QuotaJson.quotaSnapshot(fields.object("quota")), fields.instant("clock"),
                AlongJson.files(fields), AlongJson.drafts(fields), AlongJson.missing(fields),
                AlongJson.questionnaires(fields));
    }

    private static JsonObject of(LogPosition position) {
        return new Entries().number("n", position.number()).bytes("hash", position.hash()).done();
    }

    private static LogPosition position(Fields fields) {
        return new LogPosition(fields.longNumber("n"), fields.bytes("hash", LogPosition.HASH_BYTES));
    }

    private static JsonObject of(DownEntry entry) {
        return new Entries().number("n", entry.number()).object("item", of(entry.item())).done();
    }

    private static DownEntry downEntry(Fields fields) {
        return new DownEntry(fields.longNumber("n"), downItem(fields.object("item")));
    }

    static JsonObject of(DownItem item) {
        return switch (item) {
            case DownItem.SurveyAssigned assigned ->
                new Entries().text("type", "survey").object("survey", SurveyJson.of(assigned.survey())).done();
            case DownItem.ListAssigned assigned -> new Entries().text("type", "list")
                    .object("list", SamplingJson.of(assigned.list())).object("lease", QuotaJson.of(assigned.lease()))
                    .done();
            case DownItem.ListWithdrawn withdrawn ->
                new Entries().text("type", "list-withdrawn").text("list", withdrawn.list().text()).done();
            case DownItem.PlaceAssigned assigned ->
                new Entries().text("type", "place").object("place", SamplingJson.of(assigned.place())).done();
            case DownItem.UnitsGranted granted -> new Entries().text("type", "units")
                    .object("lease", QuotaJson.of(granted.lease()))
                    .list("codes", granted.codes(), code -> new JsonPrimitive(code.digits())).done();
            case DownItem.LeaseEnded ended ->
                new Entries().text("type", "lease-ended").text("lease", ended.lease().text()).done();
            case DownItem.ListHistory history -> new Entries().text("type", "list-history")
                    .text("list", history.list().text())
                    .list("contacts", history.contacts(), SamplingJson::of).done();
            case DownItem.ListsBegin _ -> new Entries().text("type", "lists-begin").done();
            case DownItem.InterviewRuled ruled -> new Entries().text("type", "ruling")
                    .text("interview", ruled.interview().asText()).text("ruling", ruled.ruling().code())
                    .text("reason", ruled.reason()).done();
            case DownItem.RecordKeyGiven given ->
                new Entries().text("type", "record-key").bytes("key", given.recordKey()).done();
            case DownItem.NotKnownHere unknown ->
                throw new IllegalArgumentException("nobody sends what is not known: " + unknown.type());
            case DownItem.MessageGiven given ->
                new Entries().text("type", "message").object("message", OfficeMessageJson.of(given.message())).done();
            case DownItem.TeamKnown team -> new Entries().text("type", "team")
                    .list("mates", team.mates(), SyncJson::of).done();
        };
    }

    static DownItem downItem(Fields fields) {
        return switch (fields.text("type")) {
            case "survey" -> new DownItem.SurveyAssigned(SurveyJson.survey(fields.object("survey")));
            case "list" -> new DownItem.ListAssigned(SamplingJson.sampleList(fields.object("list")),
                    QuotaJson.lease(fields.object("lease")));
            case "list-withdrawn" -> new DownItem.ListWithdrawn(new ListId(fields.text("list")));
            case "place" -> new DownItem.PlaceAssigned(SamplingJson.sampleList(fields.object("place")));
            case "units" -> new DownItem.UnitsGranted(QuotaJson.lease(fields.object("lease")),
                    fields.texts("codes", Limits.MOST_UNITS_OF_A_LEASE).stream().map(UnitCode::new).toList());
            case "lease-ended" -> new DownItem.LeaseEnded(new LeaseId(fields.text("lease")));
            case "list-history" -> new DownItem.ListHistory(new ListId(fields.text("list")),
                    fields.list("contacts", Limits.MOST_ENTRIES, SamplingJson::contact));
            case "message" -> new DownItem.MessageGiven(OfficeMessageJson.message(fields.object("message")));
            case "lists-begin" -> new DownItem.ListsBegin();
            case "ruling" -> new DownItem.InterviewRuled(InterviewId.parse(fields.text("interview")),
                    Ruling.ofCode(fields.text("ruling")), fields.text("reason"));
            case "record-key" -> new DownItem.RecordKeyGiven(fields.bytes("key", DownItem.RecordKeyGiven.KEY_BYTES));
            case "team" -> new DownItem.TeamKnown(
                    fields.list("mates", DownItem.TeamKnown.MOST_MATES, SyncJson::mate));
            default -> new DownItem.NotKnownHere(fields.text("type"));
        };
    }

    private static JsonObject of(Mate mate) {
        return new Entries().text("device", mate.device()).text("person", mate.person().text())
                .text("name", mate.name()).bytes("key", mate.signingKey()).flag("revoked", mate.revoked()).done();
    }

    private static Mate mate(Fields fields) {
        return new Mate(fields.text("device"), new PersonId(fields.text("person")), fields.text("name"),
                fields.bytes("key", Mate.KEY_BYTES), fields.flag("revoked"));
    }
}
