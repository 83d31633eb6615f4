package vn.hoidan.form.author;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hoidan.core.sync.Bytes;

/// A file that an XForm names and that must lie beside it.
///
/// @param lookUp a list that the form reads, without which it cannot run; otherwise a picture or sound of a label
record NamedFile(String name, boolean lookUp) {
    private static final Pattern NAMED =
            Pattern.compile("jr://(file-csv|file|images|image|audio|video)/([^\"'<>/\\\\]+)");
    private static final Map<String, String> ENTITIES = Map.of("&quot;", "\"", "&apos;", "'", "&lt;", "<", "&gt;", ">");

    /// In the order of the form, each once.
    static List<NamedFile> in(Bytes xform) {
        Map<String, NamedFile> found = new LinkedHashMap<>();
        Matcher matcher = NAMED.matcher(new String(xform.toArray(), StandardCharsets.UTF_8));
        while (matcher.find()) {
            NamedFile file = new NamedFile(decoded(matcher.group(2)).strip(), matcher.group(1).startsWith("file"));
            found.merge(file.name(), file, (one, other) -> one.lookUp() ? one : other);
        }
        return new ArrayList<>(found.values());
    }

    private static String decoded(String text) {
        String decoded = text;
        for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
            decoded = decoded.replace(entity.getKey(), entity.getValue());
        }
        return decoded.replace("&amp;", "&");
    }
}
