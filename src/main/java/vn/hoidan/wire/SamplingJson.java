package vn.hoidan.wire;

import com.google.gson.JsonObject;
import java.time.Instant;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.Household;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.sampling.SampleList;

/// JSON of sample lists and contact attempts.
final class SamplingJson {
    private SamplingJson() {
    }

    static JsonObject of(SampleList list) {
        return new Entries().text("id", list.id().text()).text("village", list.village().asText())
                .text("name", list.villageName()).number("target", list.target())
                .list("households", list.households(), SamplingJson::of).done();
    }

    static SampleList sampleList(Fields fields) {
        return new SampleList(new ListId(fields.text("id")), AreaKey.parse(fields.text("village")),
                fields.text("name"), fields.count("target"),
                fields.list("households", Limits.MOST_ENTRIES, SamplingJson::household));
    }

    static JsonObject of(Contact contact) {
        return new Entries().text("list", contact.list().text()).number("household", contact.household())
                .number("attempt", contact.attempt()).text("outcome", contact.outcome().code())
                .text("reason", contact.reason()).instant("at", contact.at())
                .textIfAny("appointment", contact.appointment().map(Instant::toString).orElse(null)).done();
    }

    static Contact contact(Fields fields) {
        return new Contact(new ListId(fields.text("list")), fields.number("household"), fields.count("attempt"),
                Outcome.ofCode(fields.text("outcome")), fields.text("reason"), fields.instant("at"),
                fields.instantIfAny("appointment"));
    }

    private static JsonObject of(Household household) {
        return new Entries().number("n", household.number()).text("label", household.label())
                .text("place", household.place()).done();
    }

    private static Household household(Fields fields) {
        return new Household(fields.count("n"), fields.text("label"), fields.text("place"));
    }
}
