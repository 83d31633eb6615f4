package vn.hoidan.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.Adler32;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.sync.Bytes;

/// What both ends know of an interview before it is held: the form of its record and the paths of its questionnaire. A
/// record is compressed against it, and its compressed bytes name it (RFC 1950, DICTID).
///
/// It is worked out from the questionnaire's bytes alone, so that it need not be sent. **What {@link #of} gives may
/// never change**: records that were sent could not be read any more. A better one is a second function beside it.
///
/// @param bytes as Deflater takes them: what is likely stands at the end
public record RecordDictionary(Bytes bytes) {
    /// Deflate does not look back further than 32 KiB, and the record itself needs some of that.
    private static final int MOST_PATH_CHARACTERS = 24 * 1024;
    /// Behind that only files follow; this is done at each completed interview.
    private static final int MOST_BYTES_LOOKED_AT = 2 * 1024 * 1024;
    /// No element of ours is longer.
    private static final int LONGEST_BIND_CHARACTERS = 8 * 1024;
    private static final String BIND = "<bind ";
    private static final String NODESET = "nodeset=\"";
    private static final String MEMBERS = "\"course\":{\"back\":0,\"pauses\":0,\"paused\":0,\"refused\":0},\"remarks\":"
            + "{\"flags\":[\"longer\":[\"order\":[1,2,3,4,5,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0],"
            + "\"code\":\"\",\"lease\":\"1-";
    private static final String BEGINNING = "{\"v\":2,\"id\":\"\",\"survey\":\"sipas-\",\"form\":\"";
    private static final String MIDDLE = "\",\"list\":\"/\",\"household\":1,"
            + "\"mode\":\"face-to-face\",\"l\":\"vi\",\"consent\":\"202\",\"app\":\"0.1.0\",\"start\":\"202-01-0T"
            + "0:00:00.Z\",\"length\":,\"active\":,\"changes\":0,\"short\":\"4444443444544444155~~1211\","
            + "\"unit\":100,\"times\":[";
    private static final String PATHS = "],\"paths\":[";

    /// @param content of the questionnaire as it is stored: an XForm, or a package that begins with one as it is
    public static RecordDictionary of(QuestionnaireId questionnaire, Bytes content) {
        StringBuilder text = new StringBuilder(MEMBERS).append(BEGINNING).append(questionnaire.text()).append(MIDDLE)
                .append(PATHS);
        String separator = "";
        for (String path : paths(beginning(content.toArray()))) {
            text.append(separator).append('"').append(path).append('"');
            separator = ",";
        }
        return new RecordDictionary(Bytes.of(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String beginning(byte[] content) {
        return new String(content, 0, Math.min(content.length, MOST_BYTES_LOOKED_AT), StandardCharsets.UTF_8);
    }

    /// The places that the form binds, in its order, as far as there is room.
    private static List<String> paths(String xform) {
        List<String> paths = new ArrayList<>();
        int characters = 0;
        int bind = xform.indexOf(BIND);
        while (bind >= 0 && characters < MOST_PATH_CHARACTERS) {
            String element = xform.substring(bind, Math.min(xform.length(), bind + LONGEST_BIND_CHARACTERS));
            int close = element.indexOf('>');
            int start = element.indexOf(NODESET);
            int end = start < 0 ? -1 : element.indexOf('"', start + NODESET.length());
            if (start >= 0 && end > start && close > end) {
                String path = element.substring(start + NODESET.length(), end);
                paths.add(path);
                characters += path.length();
            }
            bind = xform.indexOf(BIND, bind + BIND.length());
        }
        return Collections.unmodifiableList(paths);
    }

    /// By which compressed bytes name it: Adler-32.
    public int name() {
        Adler32 sum = new Adler32();
        sum.update(bytes.toArray());
        return (int) sum.getValue();
    }
}
