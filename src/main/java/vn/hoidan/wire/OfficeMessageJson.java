package vn.hoidan.wire;

import com.google.gson.JsonObject;
import java.util.Optional;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.sync.MessageOrder;
import vn.hoidan.core.sync.OfficeMessage;
import vn.hoidan.core.sync.OfficePost;

/// Messages of the office.
final class OfficeMessageJson {
    private OfficeMessageJson() {
    }

    static JsonObject of(OfficeMessage message) {
        return new Entries().text("id", message.id()).instant("sentAt", message.sentAt())
                .text("sender", message.sender()).text("text", message.text()).done();
    }

    static JsonObject of(MessageOrder order) {
        Entries entries = new Entries().text("id", order.id()).text("text", order.text());
        order.to().ifPresent(person -> entries.text("to", person.text()));
        return entries.done();
    }

    static MessageOrder order(Fields fields) {
        return new MessageOrder(fields.text("id"), fields.textIfAny("to").map(PersonId::new), fields.text("text"));
    }

    static JsonObject of(OfficePost post) {
        return new Entries().list("team", post.team(), each -> new Entries().text("id", each.id().text())
                .text("name", each.name()).done()).list("sent", post.sent(), OfficeMessageJson::of).done();
    }

    static OfficePost post(Fields fields) {
        return new OfficePost(fields.list("team", OfficePost.MOST_TEAM, each -> new OfficePost.Recipient(
                new PersonId(each.text("id")), each.text("name"))),
                fields.list("sent", OfficePost.MOST_SENT, OfficeMessageJson::sent));
    }

    private static JsonObject of(OfficePost.Sent sent) {
        return new Entries().object("message", of(sent.message())).list("to", sent.to(), each -> {
            Entries entries = new Entries().text("name", each.name());
            each.readAt().ifPresent(at -> entries.instant("readAt", at));
            return entries.done();
        }).done();
    }

    private static OfficePost.Sent sent(Fields fields) {
        return new OfficePost.Sent(message(fields.object("message")), fields.list("to", OfficePost.MOST_TEAM,
                each -> new OfficePost.Delivery(each.text("name"), each.has("readAt")
                        ? Optional.of(each.instant("readAt")) : Optional.empty())));
    }

    static OfficeMessage message(Fields fields) {
        return new OfficeMessage(fields.text("id"), fields.instant("sentAt"), fields.text("sender"),
                fields.text("text"));
    }
}
