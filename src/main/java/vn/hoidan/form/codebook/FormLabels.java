package vn.hoidan.form.codebook;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import vn.hoidan.core.questionnaire.Text;

/// The texts of a form by language.
final class FormLabels {

    private static final Pattern REFERENCE = Pattern.compile("jr:itext\\(\\s*['\"](.*)['\"]\\s*\\)");
    private static final Pattern TAG = Pattern.compile(".*\\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\\)\\s*");
    private static final String UNNAMED = "vi";

    private final Map<String, Map<String, String>> byId = new HashMap<>();

    FormLabels(Element model) {
        for (Element itext : FormXml.children(model, "itext")) {
            for (Element translation : FormXml.children(itext, "translation")) {
                String tag = tag(translation.getAttribute("lang"));
                for (Element text : FormXml.children(translation, "text")) {
                    FormXml.children(text, "value").stream().filter(value -> !value.hasAttribute("form")).findFirst()
                            .ifPresent(value -> byId.computeIfAbsent(text.getAttribute("id"),
                                    key -> new LinkedHashMap<>()).put(tag, plain(value)));
                }
            }
        }
    }

    /// The language tag in a name such as `Tiếng Việt (vi)`.
    private static String tag(String language) {
        Matcher matcher = TAG.matcher(language);
        return matcher.matches() ? matcher.group(1) : language;
    }

    /// The label of a control or an inline choice.
    Optional<Text> of(Element control) {
        return FormXml.children(control, "label").stream().findFirst().flatMap(label -> {
            Matcher matcher = REFERENCE.matcher(label.getAttribute("ref"));
            return matcher.matches() ? byId(matcher.group(1)) : literal(plain(label));
        });
    }

    Optional<Text> byId(String id) {
        return Optional.ofNullable(byId.get(id)).map(Text::new);
    }

    static Optional<Text> literal(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new Text(Map.of(UNNAMED, text)));
    }

    /// What stands there in one line; where the form puts an answer in, three dots.
    private static String plain(Element element) {
        for (Element output : FormXml.children(element, "output")) {
            output.setTextContent("…");
        }
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }
}
