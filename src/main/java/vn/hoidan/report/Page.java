package vn.hoidan.report;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes a page as well-formed XHTML. Every text is escaped; nothing outside the page is ever named in it.
final class Page {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    Page(String language, String title, String style) {
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            text.write("<!DOCTYPE html>\n");
            writer.writeStartElement("html");
            writer.writeAttribute("xmlns", "http://www.w3.org/1999/xhtml");
            writer.writeAttribute("lang", language);
            writer.writeStartElement("head");
            writer.writeEmptyElement("meta");
            writer.writeAttribute("charset", "utf-8");
            writer.writeEmptyElement("meta");
            writer.writeAttribute("name", "viewport");
            writer.writeAttribute("content", "width=device-width, initial-scale=1");
            leaf("title", "", title);
            leaf("style", "", style);
            writer.writeEndElement();
            writer.writeStartElement("body");
        } catch (XMLStreamException impossible) {
            throw inMemory(impossible);
        }
    }

    /// @param name  of the element
    /// @param kind  its class, or ""
    Page open(String name, String kind) {
        return open(name, kind, "");
    }

    /// @param style placed on the element itself, for what comes from numbers
    Page open(String name, String kind, String style) {
        try {
            writer.writeStartElement(name);
            if (!kind.isEmpty()) {
                writer.writeAttribute("class", kind);
            }
            if (!style.isEmpty()) {
                writer.writeAttribute("style", style);
            }
            return this;
        } catch (XMLStreamException impossible) {
            throw inMemory(impossible);
        }
    }

    Page close() {
        try {
            // never as an empty element, which browsers take for an open one
            writer.writeCharacters("");
            writer.writeEndElement();
            return this;
        } catch (XMLStreamException impossible) {
            throw inMemory(impossible);
        }
    }

    Page leaf(String name, String kind, String content) {
        return leaf(name, kind, "", content);
    }

    Page leaf(String name, String kind, String style, String content) {
        open(name, kind, style);
        try {
            writer.writeCharacters(content);
        } catch (XMLStreamException impossible) {
            throw inMemory(impossible);
        }
        return close();
    }

    Page heads(List<String> cells) {
        open("thead", "").open("tr", "");
        for (int column = 0; column < cells.size(); column++) {
            leaf("th", column == 0 ? "" : "number", cells.get(column));
        }
        return close().close();
    }

    /// A row of a table, the first cell words and the others numbers.
    Page row(String kind, List<String> cells) {
        open("tr", kind);
        for (int column = 0; column < cells.size(); column++) {
            leaf("td", column == 0 ? "" : "number", cells.get(column));
        }
        return close();
    }

    String finish() {
        try {
            writer.writeEndElement();
            writer.writeEndElement();
            writer.close();
            return text.toString();
        } catch (XMLStreamException impossible) {
            throw inMemory(impossible);
        }
    }

    private static IllegalStateException inMemory(XMLStreamException impossible) {
        return new IllegalStateException("writing to memory", impossible);
    }
}
