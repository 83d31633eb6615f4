package vn.hoidan.form.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A tree of XML that is written out at the end. Small and mutable on purpose: a form is built piece by piece.
final class Xml {
    /// Element or text between elements.
    private sealed interface Content {
    }

    private record Child(Xml element) implements Content {
    }

    private record Characters(String text) implements Content {
    }

    private static final String INDENT = "  ";

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Content> content = new ArrayList<>();

    Xml(String name) {
        this.name = name;
    }

    Xml attribute(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    Xml text(String text) {
        if (!text.isEmpty()) {
            content.add(new Characters(text));
        }
        return this;
    }

    Xml child(Xml element) {
        content.add(new Child(element));
        return this;
    }

    /// Adds an empty element and gives it back.
    Xml add(String element) {
        Xml added = new Xml(element);
        child(added);
        return added;
    }

    /// Takes over what stands in another element.
    Xml childrenOf(Xml other) {
        content.addAll(other.content);
        return this;
    }

    boolean hasAttributesBesides(int count) {
        return attributes.size() > count;
    }

    String document() {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        write(out, 0);
        return out.append('\n').toString();
    }

    private void write(StringBuilder out, int depth) {
        out.append('<').append(name);
        attributes.forEach((key, value) -> {
            out.append(' ').append(key).append("=\"");
            escape(out, value, true);
            out.append('"');
        });
        if (content.isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        // Text is written as it stands: white space beside it would become part of a label.
        boolean mixed = content.stream().anyMatch(Characters.class::isInstance);
        for (Content part : content) {
            if (!mixed) {
                newLine(out, depth + 1);
            }
            switch (part) {
                case Child(Xml element) -> element.write(out, depth + 1);
                case Characters(String text) -> escape(out, text, false);
            }
        }
        if (!mixed) {
            newLine(out, depth);
        }
        out.append("</").append(name).append('>');
    }

    private static void newLine(StringBuilder out, int depth) {
        out.append('\n').append(INDENT.repeat(depth));
    }

    private static void escape(StringBuilder out, String text, boolean inAttribute) {
        for (int index = 0; index < text.length(); index++) {
            char next = text.charAt(index);
            switch (next) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(inAttribute ? "&quot;" : "\"");
                case '\n' -> out.append(inAttribute ? "&#10;" : "\n");
                case '\t' -> out.append(inAttribute ? "&#9;" : "\t");
                // a parser would make a line feed of it
                case '\r' -> out.append("&#13;");
                default -> out.append(next);
            }
        }
    }
}
