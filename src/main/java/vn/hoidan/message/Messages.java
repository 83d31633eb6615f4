package vn.hoidan.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The texts of one room in one language, from a file `BUNDLE_LANGUAGE.properties` in UTF-8 on the class path.
/// Braces hold what is put in: `{0}`, `{1}` by order, or `{name}` by name. There is no other syntax, so apostrophes are
/// apostrophes. A key that is missing is a mistake of ours and stops loudly.
public final class Messages {
    /// Languages of the program itself, the first one taken when a person has not chosen.
    public static final List<String> LANGUAGES = List.of("vi", "en");

    private static final Map<String, Messages> LOADED = new ConcurrentHashMap<>();

    private final String file;
    private final String language;
    /// Null until somebody asks for a text.
    private volatile Properties texts;

    private Messages(String file, String language) {
        this.file = file;
        this.language = language;
    }

    /// The file is read when the first text is asked for.
    ///
    /// @param bundle   resource without language and ending: `vn/hoidan/client/ui/messages`
    /// @param language one of {@link #LANGUAGES}
    public static Messages of(String bundle, String language) {
        return LOADED.computeIfAbsent(bundle + "_" + language + ".properties", file -> new Messages(file, language));
    }

    private Properties texts() {
        Properties read = texts;
        if (read == null) {
            read = load(file);
            texts = read;
        }
        return read;
    }

    private static Properties load(String file) {
        try (InputStream stream = Messages.class.getClassLoader().getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no message file " + file);
            }
            Properties texts = new Properties();
            try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
            return texts;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public String language() {
        return language;
    }

    /// The text with `{0}`, `{1}` … replaced.
    public String get(String key, Object... values) {
        String text = texts().getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no text '" + key + "' in " + file);
        }
        for (int index = 0; index < values.length; index++) {
            text = text.replace("{" + index + "}", String.valueOf(values[index]));
        }
        return text;
    }

    /// The text with `{name}` replaced by what stands under the name.
    public String get(String key, Map<String, String> values) {
        String text = get(key);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    public boolean has(String key) {
        return texts().containsKey(key);
    }

    public Set<String> keys() {
        return texts().stringPropertyNames();
    }
}
