package vn.hoidan.form.lookup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads a list from XML: an element around rows of one name, each with cells that hold text alone. XML of any other
/// shape is no list; it is a tree, and left to the engine.
public final class XmlList {
    private static final int ROWS = 1;
    private static final int CELLS = 2;

    private final ListContent.Builder list;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> cells = new LinkedHashMap<>();
    private String item = "";
    private boolean flat = true;

    private XmlList(Refusing refusing) {
        this.list = new ListContent.Builder(refusing);
    }

    /// Reads the element that the reader stands at the start of, up to its end.
    ///
    /// @return the list, or empty if it has another shape
    public static Optional<ListContent> read(XMLStreamReader reader, Refusing refusing) throws XMLStreamException {
        XmlList read = new XmlList(refusing);
        String root = reader.getLocalName();
        int line = reader.getLocation().getLineNumber();
        read.toTheEnd(reader);
        if (!read.flat || read.list.size() == 0) {
            return Optional.empty();
        }
        if (read.list.content(root, read.item).columns().isEmpty()) {
            throw refusing.at(line, "list-header");
        }
        return Optional.of(read.list.content(root, read.item));
    }

    private void toTheEnd(XMLStreamReader reader) throws XMLStreamException {
        int depth = 1;
        flat = reader.getAttributeCount() == 0;
        while (depth > 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader, depth++);
                case XMLStreamConstants.END_ELEMENT -> end(reader, --depth);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (depth > CELLS) {
                        text.append(reader.getText());
                    } else {
                        flat &= reader.getText().isBlank();
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("DOCTYPE", reader.getLocation());
                default -> {
                    // comments and white space mean nothing in a list
                }
            }
        }
    }

    private void start(XMLStreamReader reader, int depth) {
        boolean fits = depth <= CELLS && reader.getAttributeCount() == 0 && reader.getNamespaceCount() == 0;
        if (depth == ROWS) {
            fits &= item.isEmpty() || item.equals(reader.getLocalName());
            item = reader.getLocalName();
            cells.clear();
        } else {
            fits &= !cells.containsKey(reader.getLocalName());
            text.setLength(0);
        }
        flat &= fits;
    }

    private void end(XMLStreamReader reader, int depth) {
        if (!flat) {
            return;
        }
        if (depth == CELLS) {
            cells.put(reader.getLocalName(), text.toString().strip());
        } else if (depth == ROWS) {
            list.add(cells, reader.getLocation().getLineNumber());
        }
    }
}
