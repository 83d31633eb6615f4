package vn.hoidan.form.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.hoidan.form.xlsform.Limits;
import vn.hoidan.form.xml.ForeignXml;

/// Goes through a part of a workbook from one tag to the next, strictly and within bounds.
final class XmlCursor implements AutoCloseable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream source;
    private final String part;
    private final XMLStreamReader reader;
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private int elements;
    private boolean start;

    /// @param part its name, for faults
    XmlCursor(InputStream source, String part) throws FaultException {
        this.source = source;
        this.part = part;
        InputStreamReader letters = new InputStreamReader(source, StandardCharsets.UTF_8.newDecoder());
        this.reader = guarded(() -> {
            PushbackReader ahead = new PushbackReader(letters);
            int first = ahead.read();
            if (first >= 0 && first != BYTE_ORDER_MARK) {
                ahead.unread(first);
            }
            return ForeignXml.reader(new MarkupReader(ahead, part));
        });
    }

    /// Moves to the next start or end of an element; false at the end of the part.
    boolean next() throws FaultException {
        return guarded(this::step);
    }

    private boolean step() throws XMLStreamException, FaultException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter();
                    text.setLength(0);
                    start = true;
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    start = false;
                    return true;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    collect();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new FaultException(FileFaultKind.DOCUMENT_TYPE, part);
                default -> {
                    // comments and processing instructions mean nothing in a workbook
                }
            }
        }
        return false;
    }

    private void enter() throws FaultException {
        if (++depth > Bounds.MOST_DEPTH) {
            throw damaged();
        }
        if (++elements > Bounds.MOST_ELEMENTS) {
            throw new FaultException(FileFaultKind.TOO_MANY_CELLS, String.valueOf(Bounds.MOST_CELLS));
        }
    }

    /// One character more than a cell may have is kept, so that the compiler names the cell that is too long.
    private void collect() {
        int room = Limits.MOST_CELL_CHARACTERS + 1 - text.length();
        if (room > 0) {
            int count = Math.min(room, reader.getTextLength());
            text.append(reader.getTextCharacters(), reader.getTextStart(), count);
        }
    }

    boolean isStart(String name) {
        return start && reader.getLocalName().equals(name);
    }

    boolean isEnd(String name) {
        return !start && reader.getLocalName().equals(name);
    }

    /// Name of the element begun or ended, without its prefix.
    String name() {
        return reader.getLocalName();
    }

    /// An attribute by its name without prefix, or empty.
    String attribute(String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    boolean has(String name) {
        return reader.getAttributeValue(null, name) != null;
    }

    /// True when an attribute says yes, as `1` or `true`.
    boolean flag(String name) {
        String value = attribute(name);
        return value.equals("1") || value.equals("true");
    }

    /// A whole number of an attribute; -1 without one.
    int number(String name) throws FaultException {
        String value = attribute(name);
        if (value.isEmpty()) {
            return -1;
        }
        return CellTexts.number(value).orElseThrow(this::damaged);
    }

    /// The text since the last start of an element.
    String text() {
        return text.toString();
    }

    FaultException damaged() {
        return new FaultException(FileFaultKind.DAMAGED, part);
    }

    private interface Step<T> {
        T take() throws XMLStreamException, IOException;
    }

    private <T> T guarded(Step<T> step) throws FaultException {
        try {
            return step.take();
        } catch (FaultException told) {
            throw told;
        } catch (XMLStreamException malformed) {
            if (malformed.getNestedException() instanceof FaultException told) {
                throw told;
            }
            throw caused(malformed);
        } catch (IOException notUtf8) {
            throw caused(notUtf8);
        }
    }

    private FaultException caused(Exception cause) {
        FaultException fault = damaged();
        fault.initCause(cause);
        return fault;
    }

    @Override
    public void close() throws FaultException {
        guarded(() -> {
            reader.close();
            source.close();
            return true;
        });
    }
}
