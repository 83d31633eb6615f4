package vn.hoidan.form.xlsform;

import java.util.LinkedHashMap;
import java.util.Map;

/// The texts of a form by language, as the `itext` part of an XForm.
final class Itext {
    private final Languages languages;
    private final Map<String, Map<String, Xml>> texts = new LinkedHashMap<>();

    Itext(Languages languages) {
        this.languages = languages;
        languages.names().forEach(language -> texts.put(language, new LinkedHashMap<>()));
    }

    Languages languages() {
        return languages;
    }

    /// A new value of a text, to be filled by the caller.
    ///
    /// @param form `guidance` … or empty for the text itself
    Xml value(String language, String id, String form) {
        Xml text = texts.get(language).computeIfAbsent(id, key -> new Xml("text").attribute("id", key));
        Xml value = text.add("value");
        return form.isEmpty() ? value : value.attribute("form", form);
    }

    boolean isEmpty() {
        return texts.values().stream().allMatch(Map::isEmpty);
    }

    Xml element() {
        Xml itext = new Xml("itext");
        texts.forEach((language, byId) -> {
            Xml translation = itext.add("translation").attribute("lang", language);
            if (language.equals(languages.main())) {
                translation.attribute("default", "true()");
            }
            byId.values().forEach(translation::child);
        });
        return itext;
    }
}
