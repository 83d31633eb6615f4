package vn.hoidan.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import vn.hoidan.core.sync.Bytes;

/// Writes one JSON object, entry by entry in the order called.
final class Entries {
    private final JsonObject object = new JsonObject();

    JsonObject done() {
        return object;
    }

    Entries text(String name, String value) {
        object.addProperty(name, value);
        return this;
    }

    /// An entry that is left out when there is no value (null, inside this package only).
    Entries textIfAny(String name, String valueOrNull) {
        return valueOrNull == null ? this : text(name, valueOrNull);
    }

    Entries number(String name, long value) {
        object.addProperty(name, value);
        return this;
    }

    /// A number that is not whole; never infinite.
    Entries real(String name, double value) {
        object.addProperty(name, value);
        return this;
    }

    Entries flag(String name, boolean value) {
        object.addProperty(name, value);
        return this;
    }

    /// ISO 8601 in UTC, to the nanosecond where the clock has them.
    Entries instant(String name, Instant value) {
        return text(name, value.toString());
    }

    Entries bytes(String name, Bytes value) {
        return text(name, Base64.getEncoder().encodeToString(value.toArray()));
    }

    Entries object(String name, JsonObject value) {
        object.add(name, value);
        return this;
    }

    <T> Entries list(String name, List<T> values, Function<T, ? extends JsonElement> writer) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(writer.apply(value)));
        object.add(name, array);
        return this;
    }
}
