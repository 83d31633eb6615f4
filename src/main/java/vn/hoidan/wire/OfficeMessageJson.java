package vn.hoidan.wire;

import com.google.gson.JsonObject;
import vn.hoidan.core.sync.OfficeMessage;

/// Messages of the office.
final class OfficeMessageJson {
    private OfficeMessageJson() {
    }

    static JsonObject of(OfficeMessage message) {
        return new Entries().text("id", message.id()).instant("sentAt", message.sentAt())
                .text("sender", message.sender()).text("text", message.text()).done();
    }

    static OfficeMessage message(Fields fields) {
        return new OfficeMessage(fields.text("id"), fields.instant("sentAt"), fields.text("sender"),
                fields.text("text"));
    }
}
