package vn.hoidan.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;

/// Reads one JSON object. What is missing or of another kind throws a ProblemException that names the field and never
/// its value, which may be an answer. Unknown fields are not looked at, so that newer programs may add some.
final class Fields {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,19}");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final JsonObject object;
    private final String place;
    private final Trail trail;

    /// Where the reading is, for what goes wrong when a value is refused by its own type.
    static final class Trail {
        private String place = "";

        String place() {
            return place;
        }
    }

    Fields(JsonElement element, String place, Trail trail) {
        this.place = place;
        this.trail = trail;
        if (!(element instanceof JsonObject found)) {
            throw unreadable(place.isEmpty() ? "no object" : place + " is no object");
        }
        this.object = found;
    }

    static ProblemException unreadable(String reason) {
        return Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", reason).exception();
    }

    String text(String name) {
        String value = primitive(name, JsonPrimitive::isString, "text").getAsString();
        if (value.length() > Limits.LONGEST_TEXT_CHARACTERS) {
            throw unreadable(place(name) + " is too long");
        }
        return value;
    }

    Optional<String> textIfAny(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long longNumber(String name) {
        return longOf(element(name), place(name));
    }

    /// A number that need not be whole; never infinite.
    double real(String name) {
        double value = primitive(name, JsonPrimitive::isNumber, "number").getAsDouble();
        if (!Double.isFinite(value)) {
            throw unreadable(place(name) + " is no number");
        }
        return value;
    }

    Optional<Double> realIfAny(String name) {
        return has(name) ? Optional.of(real(name)) : Optional.empty();
    }

    int number(String name) {
        long value = longNumber(name);
        if (value != (int) value) {
            throw unreadable(place(name) + " is too large");
        }
        return (int) value;
    }

    /// A count: never negative.
    int count(String name) {
        int value = number(name);
        if (value < 0) {
            throw unreadable(place(name) + " is negative");
        }
        return value;
    }

    boolean flag(String name) {
        return primitive(name, JsonPrimitive::isBoolean, "true or false").getAsBoolean();
    }

    Instant instant(String name) {
        Instant value = Instant.parse(text(name));
        if (value.isBefore(EARLIEST) || value.isAfter(LATEST)) {
            throw unreadable(place(name) + " is out of range");
        }
        return value;
    }

    Optional<Instant> instantIfAny(String name) {
        return has(name) ? Optional.of(instant(name)) : Optional.empty();
    }

    /// Longer than a text may be: bodies are bounded by the message alone.
    Bytes bytes(String name) {
        return Bytes.of(Base64.getDecoder().decode(primitive(name, JsonPrimitive::isString, "text").getAsString()));
    }

    Bytes bytes(String name, int length) {
        Bytes value = bytes(name);
        if (value.length() != length) {
            throw unreadable(place(name) + " has a wrong length");
        }
        return value;
    }

    Fields object(String name) {
        return new Fields(element(name), place(name), trail);
    }

    <T> List<T> list(String name, int most, Function<Fields, T> reader) {
        return elements(name, most, (element, at) -> reader.apply(new Fields(element, at, trail)));
    }

    List<String> texts(String name, int most) {
        return elements(name, most, Fields::textOf);
    }

    /// A list whose entries the reader looks at itself.
    <T> List<T> elements(String name, int most, Reader<T> reader) {
        if (!(element(name) instanceof JsonArray array)) {
            throw unreadable(place(name) + " is no list");
        }
        if (array.size() > most) {
            throw unreadable(place(name) + " has too many entries");
        }
        List<T> values = new ArrayList<>(array.size());
        for (int index = 0; index < array.size(); index++) {
            String at = place(name) + "[" + index + "]";
            trail.place = at;
            values.add(reader.read(array.get(index), at));
        }
        return values;
    }

    /// Makes a value of an entry that stands at this place.
    @FunctionalInterface
    interface Reader<T> {
        T read(JsonElement element, String at);
    }

    /// An object whose names are data, in its order; all values are texts.
    Map<String, String> map(String name, int most) {
        if (!(element(name) instanceof JsonObject entries)) {
            throw unreadable(place(name) + " is no object");
        }
        if (entries.size() > most) {
            throw unreadable(place(name) + " has too many entries");
        }
        Map<String, String> values = new LinkedHashMap<>();
        entries.entrySet().forEach(entry -> values.put(entry.getKey(), textOf(entry.getValue(), place(name))));
        return values;
    }

    static String textOf(JsonElement element, String at) {
        if (!(element instanceof JsonPrimitive value) || !value.isString()
                || value.getAsString().length() > Limits.LONGEST_TEXT_CHARACTERS) {
            throw unreadable(at + " is no text or too long");
        }
        return value.getAsString();
    }

    static long longOf(JsonElement element, String at) {
        if (!(element instanceof JsonPrimitive value) || !value.isNumber()
                || !WHOLE_NUMBER.matcher(value.getAsString()).matches()) {
            throw unreadable(at + " is no whole number");
        }
        return Long.parseLong(value.getAsString());
    }

    boolean has(String name) {
        return object.has(name) && !object.get(name).isJsonNull();
    }

    private JsonPrimitive primitive(String name, Predicate<JsonPrimitive> kind, String wanted) {
        if (!(element(name) instanceof JsonPrimitive value) || !kind.test(value)) {
            throw unreadable(place(name) + " is no " + wanted);
        }
        return value;
    }

    private JsonElement element(String name) {
        trail.place = place(name);
        if (!has(name)) {
            throw unreadable(place(name) + " is missing");
        }
        return object.get(name);
    }

    private String place(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}
