package vn.hoidan.wire;

import com.google.gson.JsonObject;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.access.SpokenCode;

/// JSON of spare keys and of the way back in when a PIN is forgotten.
final class AccessJson {
    private static final int LONGEST_DEVICE_CHARACTERS = 60;

    private AccessJson() {
    }

    static JsonObject of(SpareKeys keys) {
        return new Entries().text("officeKey", keys.officeKey().hex()).number("turn", keys.turn())
                .text("code", keys.code().asText()).done();
    }

    static SpareKeys spareKeys(Fields fields) {
        return new SpareKeys(ServiceJson.hex(fields, "officeKey", SpareKeys.OFFICE_KEY_BYTES), fields.count("turn"),
                code(fields, SpokenCode.RECOVERY_GROUPS));
    }

    static JsonObject of(SpareKeysRequest request) {
        return new Entries().number("turn", request.turn()).done();
    }

    static SpareKeysRequest spareKeysRequest(Fields fields) {
        return new SpareKeysRequest(fields.count("turn"));
    }

    static JsonObject of(ResetRequest request) {
        return new Entries().text("device", request.device()).number("turn", request.turn())
                .text("code", request.code().asText()).done();
    }

    static ResetRequest resetRequest(Fields fields) {
        String device = fields.text("device");
        if (device.length() > LONGEST_DEVICE_CHARACTERS) {
            throw Fields.unreadable("device is too long");
        }
        return new ResetRequest(device, fields.count("turn"), code(fields, SpokenCode.RESET_GROUPS));
    }

    static JsonObject of(ResetReply reply) {
        return new Entries().text("code", reply.code().asText()).done();
    }

    static ResetReply resetReply(Fields fields) {
        return new ResetReply(code(fields, SpokenCode.RECOVERY_GROUPS));
    }

    private static SpokenCode code(Fields fields, int groups) {
        return SpokenCode.parse(fields.text("code"), groups)
                .orElseThrow(() -> Fields.unreadable("code is none"));
    }
}
