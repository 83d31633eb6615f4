package vn.hoidan.wire;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Forecast;
import vn.hoidan.core.quota.PendingReason;
import vn.hoidan.core.quota.QuotaDecision;

/// JSON of the supervisor's board and of what is decided at it.
final class BoardJson {
    private BoardJson() {
    }

    static JsonObject of(Board board) {
        Entries entries = new Entries().text("survey", board.surveyName()).instant("at", board.at())
                .list("rows", board.rows(), BoardJson::of).list("cells", board.cells(), BoardJson::of)
                .list("devices", board.devices(), BoardJson::of);
        return (board.awaited().isEmpty() ? entries : entries.list("awaited", board.awaited(), BoardJson::of)).done();
    }

    static Board board(Fields fields) {
        return new Board(fields.text("survey"), fields.instant("at"),
                fields.list("rows", Limits.MOST_ENTRIES, BoardJson::row),
                fields.has("cells") ? fields.list("cells", Limits.MOST_ENTRIES, BoardJson::cell) : List.of(),
                fields.list("devices", Limits.MOST_ENTRIES, BoardJson::device),
                fields.has("awaited") ? fields.list("awaited", Limits.MOST_ENTRIES, BoardJson::awaited) : List.of());
    }

    private static JsonObject of(Board.Row row) {
        return new Entries().text("area", row.area().asText()).text("level", row.level().code())
                .text("name", row.name()).number("target", row.target()).number("accepted", row.accepted())
                .number("pending", row.pending()).number("inWork", row.inWork()).number("onLease", row.onLease())
                .list("below", row.below(), BoardJson::of).done();
    }

    private static Board.Row row(Fields fields) {
        return new Board.Row(AreaKey.parse(fields.text("area")), AreaLevel.ofCode(fields.text("level")),
                fields.text("name"), fields.count("target"), fields.count("accepted"), fields.count("pending"),
                fields.count("inWork"), fields.count("onLease"),
                fields.list("below", Limits.MOST_ENTRIES, BoardJson::row));
    }

    private static JsonObject of(Board.Device device) {
        return new Entries().text("person", device.person()).text("area", device.area())
                .textIfAny("lastSync", device.lastSync().map(Instant::toString).orElse(null))
                .number("accepted", device.accepted()).number("inWork", device.inWork())
                .textIfAny("id", device.id().orElse(null)).done();
    }

    private static Board.Device device(Fields fields) {
        return new Board.Device(fields.text("person"), fields.text("area"), fields.instantIfAny("lastSync"),
                fields.count("accepted"), fields.count("inWork"),
                fields.has("id") ? Optional.of(fields.text("id")) : Optional.empty());
    }

    private static JsonObject of(Board.Awaited awaited) {
        return new Entries().text("person", awaited.person()).text("laptop", awaited.laptop())
                .flag("replaced", awaited.replaced()).number("interviews", awaited.interviews())
                .number("files", awaited.files()).instant("since", awaited.since()).done();
    }

    private static Board.Awaited awaited(Fields fields) {
        return new Board.Awaited(fields.text("person"), fields.text("laptop"), fields.flag("replaced"),
                fields.count("interviews"), fields.count("files"), fields.instant("since"));
    }

    private static JsonObject of(Board.Cell cell) {
        Entries entries = QuotaJson.filtered(new Entries().object("count", QuotaJson.of(cell.count()))
                .text("area", cell.area().asText()).text("name", cell.name()), cell.answers())
                .number("late", cell.late()).list("holdings", cell.holdings(), BoardJson::of)
                .list("waiting", cell.waiting(), BoardJson::of);
        if (!cell.shares().isEmpty()) {
            entries.list("shares", cell.shares(), BoardJson::of);
        }
        return (cell.full().isPresent() ? entries.object("full", of(cell.full().get())) : entries).done();
    }

    private static Board.Cell cell(Fields fields) {
        return new Board.Cell(QuotaJson.cellCount(fields.object("count")), AreaKey.parse(fields.text("area")),
                fields.text("name"), QuotaJson.filter(fields), fields.count("late"),
                fields.list("holdings", Board.MOST_DETAILS, BoardJson::holding),
                fields.list("waiting", Board.MOST_DETAILS, BoardJson::waiting),
                fields.has("shares") ? fields.list("shares", Board.MOST_DETAILS, BoardJson::share) : List.of(),
                fields.has("full") ? Optional.of(forecast(fields.object("full"))) : Optional.empty());
    }

    private static JsonObject of(Board.Holding holding) {
        return new Entries().text("person", holding.person()).number("units", holding.units())
                .instant("useBy", holding.useBy()).done();
    }

    private static Board.Holding holding(Fields fields) {
        return new Board.Holding(fields.text("person"), fields.count("units"), fields.instant("useBy"));
    }

    private static JsonObject of(Board.Share share) {
        return QuotaJson.filtered(new Entries().text("giver", share.giver()).text("taker", share.taker())
                .number("units", share.units()), share.who()).done();
    }

    private static Board.Share share(Fields fields) {
        return new Board.Share(fields.text("giver"), fields.text("taker"), QuotaJson.filter(fields),
                fields.count("units"));
    }

    private static JsonObject of(Board.Waiting waiting) {
        return new Entries().text("interview", waiting.interview().asText()).text("person", waiting.person())
                .text("reason", waiting.reason().code()).instant("received", waiting.receivedAt()).done();
    }

    private static Board.Waiting waiting(Fields fields) {
        return new Board.Waiting(InterviewId.parse(fields.text("interview")), fields.text("person"),
                PendingReason.ofCode(fields.text("reason")), fields.instant("received"));
    }

    static JsonObject countedRequest(CountedRequest request) {
        return new Entries().text("cell", request.cell().text()).number("before", request.before()).done();
    }

    static CountedRequest countedRequest(Fields fields) {
        return new CountedRequest(new CellKey(fields.text("cell")), fields.longNumber("before"));
    }

    static JsonObject countedReply(List<Board.Counted> counted) {
        return new Entries().list("counted", counted, each -> new Entries().number("n", each.number())
                .text("interview", each.interview().asText()).text("person", each.person())
                .text("place", each.place()).number("household", each.household())
                .instant("received", each.receivedAt()).done()).done();
    }

    static List<Board.Counted> countedReply(Fields fields) {
        return fields.list("counted", Board.Counted.MOST, each -> new Board.Counted(each.longNumber("n"),
                InterviewId.parse(each.text("interview")), each.text("person"), each.text("place"),
                each.count("household"), each.instant("received")));
    }

    private static JsonObject of(Forecast forecast) {
        return new Entries().instant("earliest", forecast.earliest()).instant("likely", forecast.likely())
                .instant("latest", forecast.latest()).done();
    }

    private static Forecast forecast(Fields fields) {
        return new Forecast(fields.instant("earliest"), fields.instant("likely"), fields.instant("latest"));
    }

    static JsonObject of(QuotaDecision decision) {
        Entries entries = switch (decision) {
            case QuotaDecision.Retarget target -> new Entries().text("kind", "target")
                    .text("cell", target.cell().text()).number("target", target.target());
            case QuotaDecision.LaptopLost lost -> new Entries().text("kind", "lost")
                    .text("person", lost.person());
            case QuotaDecision.Rule rule -> new Entries().text("kind", "rule")
                    .text("interview", rule.interview().asText()).text("verdict", rule.verdict().code());
        };
        return entries.text("reason", decision.reason()).done();
    }

    static QuotaDecision decision(Fields fields) {
        String reason = fields.text("reason");
        return switch (fields.text("kind")) {
            case "target" ->
                new QuotaDecision.Retarget(new CellKey(fields.text("cell")), fields.count("target"), reason);
            case "lost" -> new QuotaDecision.LaptopLost(fields.text("person"), reason);
            case "rule" -> new QuotaDecision.Rule(InterviewId.parse(fields.text("interview")),
                    QuotaDecision.Verdict.ofCode(fields.text("verdict")), reason);
            default -> throw new IllegalArgumentException("decision: " + fields.text("kind"));
        };
    }

    static JsonObject of(QuotaDecision.Effect effect) {
        return new Entries().text("effect", effect.code()).done();
    }

    static QuotaDecision.Effect effect(Fields fields) {
        return QuotaDecision.Effect.ofCode(fields.text("effect"));
    }
}
