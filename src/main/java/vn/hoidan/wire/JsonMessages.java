package vn.hoidan.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.function.Function;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

/// Between bytes and JSON objects, with every bound checked before a parser sees the bytes.
final class JsonMessages {
    private JsonMessages() {
    }

    static byte[] write(JsonObject object) {
        return object.toString().getBytes(StandardCharsets.UTF_8);
    }

    static <T> T read(byte[] message, int mostBytes, Function<Fields, T> reader) {
        if (message.length > mostBytes) {
            throw Problem.of(ProblemKind.MESSAGE_TOO_LARGE, "limit", String.valueOf(mostBytes)).exception();
        }
        refuseTooManyValues(message);
        JsonElement root = parse(text(message));
        Fields.Trail trail = new Fields.Trail();
        try {
            return reader.apply(new Fields(root, "", trail));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException refused) {
            // the value's own type refuses it; its message may quote the value, so it is not passed on
            throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "value refused at " + trail.place())
                    .exception(withoutMessage(refused));
        }
    }

    private static Throwable withoutMessage(RuntimeException refused) {
        IllegalArgumentException bare = new IllegalArgumentException(refused.getClass().getName());
        bare.setStackTrace(refused.getStackTrace());
        return bare;
    }

    private static void refuseTooManyValues(byte[] message) {
        int values = 0;
        for (byte character : message) {
            if (character == ',' || character == '[' || character == '{') {
                values++;
            }
        }
        if (values > Limits.MOST_VALUES) {
            throw Fields.unreadable("too many values");
        }
    }

    private static String text(byte[] message) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message)).toString();
        } catch (CharacterCodingException broken) {
            throw Fields.unreadable("not UTF-8");
        }
    }

    private static JsonElement parse(String text) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(Limits.DEEPEST_NESTING);
            JsonElement root = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw Fields.unreadable("something follows the message");
            }
            return root;
        } catch (ProblemException known) {
            throw known;
        } catch (JsonParseException | IOException broken) {
            throw Fields.unreadable("not JSON or nested too deep");
        }
    }
}
