package vn.hoidan.form;

import javax.xml.stream.XMLStreamReader;

/// Writes XML again as it was read: elements, attributes and texts, with prefixes and their namespaces as they stand.
final class XmlText {
    private final StringBuilder xml = new StringBuilder();
    private boolean closed = true;

    /// The beginning of the element that the reader stands at, with its namespaces; attributes may follow.
    void start(XMLStreamReader reader) {
        closeStart();
        xml.append('<').append(qualified(reader.getPrefix(), reader.getLocalName()));
        for (int index = 0; index < reader.getNamespaceCount(); index++) {
            String prefix = reader.getNamespacePrefix(index);
            String uri = reader.getNamespaceURI(index);
            attribute(prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri == null ? "" : uri);
        }
        closed = false;
    }

    /// The beginning of the element that the reader stands at, with all that it has.
    void startWhole(XMLStreamReader reader) {
        start(reader);
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            attribute(reader, index, reader.getAttributeValue(index));
        }
    }

    /// XML as it stands.
    void raw(String written) {
        closeStart();
        xml.append(written);
    }

    /// An attribute of the element begun last, of the reader's name for it.
    void attribute(XMLStreamReader reader, int index, String value) {
        attribute(qualified(reader.getAttributePrefix(index), reader.getAttributeLocalName(index)), value);
    }

    /// An attribute of the element begun last.
    void attribute(String name, String value) {
        xml.append(' ').append(name).append("=\"");
        escape(value, true);
        xml.append('"');
    }

    void end(XMLStreamReader reader) {
        if (closed) {
            xml.append("</").append(qualified(reader.getPrefix(), reader.getLocalName())).append('>');
        } else {
            xml.append("/>");
            closed = true;
        }
    }

    void text(String text) {
        closeStart();
        escape(text, false);
    }

    String written() {
        return xml.toString();
    }

    private void closeStart() {
        if (!closed) {
            xml.append('>');
            closed = true;
        }
    }

    private void escape(String text, boolean inAttribute) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            switch (character) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\n', '\r', '\t' -> {
                    if (inAttribute) {
                        xml.append("&#").append((int) character).append(';');
                    } else {
                        xml.append(character);
                    }
                }
                default -> xml.append(character);
            }
        }
    }

    private static String qualified(String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }
}
