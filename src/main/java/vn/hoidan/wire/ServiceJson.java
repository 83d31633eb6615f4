package vn.hoidan.wire;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Rejoining;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.OwnLog;

/// JSON of enrolment and of problems.
final class ServiceJson {
    /// Bytes of a SHA-256.
    private static final int HASH_BYTES = 32;
    private static final int LONGEST_LABEL_CHARACTERS = 200;

    private ServiceJson() {
    }

    static JsonObject of(EnrolmentRequest request) {
        Entries entries = new Entries().text("secret", request.secret().hex())
                .text("tokenHash", request.tokenHash().hex()).text("device", request.deviceLabel())
                .number("protocol", request.protocol());
        request.rejoining().ifPresent(known -> entries.object("rejoining", new Entries().text("device", known.device())
                .number("log", known.incarnation()).text("person", known.person()).done()));
        return entries.done();
    }

    static EnrolmentRequest enrolmentRequest(Fields fields) {
        String label = fields.text("device");
        if (label.length() > LONGEST_LABEL_CHARACTERS) {
            throw Fields.unreadable("device is too long");
        }
        return new EnrolmentRequest(hex(fields, "secret", EnrolmentCode.SECRET_BYTES),
                hex(fields, "tokenHash", HASH_BYTES), label, fields.count("protocol"), fields.has("rejoining")
                        ? Optional.of(rejoining(fields.object("rejoining"))) : Optional.empty());
    }

    private static Rejoining rejoining(Fields fields) {
        Rejoining known = new Rejoining(fields.text("device"), log(fields), fields.text("person"));
        if (known.device().length() > LONGEST_LABEL_CHARACTERS || known.person().length() > LONGEST_LABEL_CHARACTERS) {
            throw Fields.unreadable("name is too long");
        }
        return known;
    }

    private static int log(Fields fields) {
        int number = fields.count("log");
        if (number < OwnLog.FIRST || number > OwnLog.MOST) {
            throw Fields.unreadable("log " + number);
        }
        return number;
    }

    static JsonObject of(EnrolmentReply reply) {
        Entries entries = new Entries().text("device", reply.device()).object("person", SurveyJson.of(reply.person()));
        if (reply.log() != OwnLog.FIRST) {
            entries.number("log", reply.log());
        }
        reply.spareKeys().ifPresent(keys -> entries.object("spareKeys", AccessJson.of(keys)));
        reply.recordKey().ifPresent(key -> entries.bytes("recordKey", key));
        return entries.done();
    }

    static EnrolmentReply enrolmentReply(Fields fields) {
        return new EnrolmentReply(fields.text("device"), fields.has("log") ? log(fields) : OwnLog.FIRST,
                SurveyJson.person(fields.object("person")),
                fields.has("spareKeys") ? Optional.of(AccessJson.spareKeys(fields.object("spareKeys")))
                        : Optional.empty(), fields.has("recordKey")
                                ? Optional.of(fields.bytes("recordKey", DownItem.RecordKeyGiven.KEY_BYTES))
                                : Optional.empty());
    }

    static JsonObject of(Problem problem) {
        Entries details = new Entries();
        new TreeMap<>(problem.details()).forEach((name, value) -> details.text(name, value));
        return new Entries().number("number", problem.kind().number()).object("details", details.done()).done();
    }

    static Problem problem(Fields fields) {
        int number = fields.number("number");
        ProblemKind kind = ProblemKind.ofNumber(number)
                .orElseThrow(() -> Fields.unreadable("problem " + number + " is not known here"));
        Map<String, String> details = fields.map("details", Limits.MOST_DETAILS);
        return new Problem(kind, details);
    }

    static Bytes hex(Fields fields, String name, int length) {
        Bytes value = Bytes.ofHex(fields.text(name));
        if (value.length() != length) {
            throw Fields.unreadable(name + " has a wrong length");
        }
        return value;
    }
}
