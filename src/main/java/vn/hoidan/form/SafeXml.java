package vn.hoidan.form;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.form.xml.ForeignXml;

/// Opens XML that comes from outside: UTF-8, without document types and entities, nothing read but the bytes.
final class SafeXml {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SafeXml() {
    }

    static String decode(byte[] bytes, Refusals refusals) {
        return decode(bytes, () -> refusals.whole("not-utf-8"));
    }

    /// The text, without a byte order mark.
    static String decode(byte[] bytes, Supplier<ProblemException> refusal) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException broken) {
            throw refusal.get();
        }
    }

    static XMLStreamReader reader(String text, Refusals refusals) throws XMLStreamException {
        XMLStreamReader reader = ForeignXml.reader(new StringReader(text));
        String encoding = reader.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("utf-8")) {
            throw refusals.whole("other-encoding", encoding);
        }
        return reader;
    }

    static ProblemException malformed(XMLStreamException malformed, Refusals refusals) {
        return refusals.atLine(line(malformed), "malformed", ForeignXml.words(malformed));
    }

    /// Where XML is broken, counted from 1.
    static int line(XMLStreamException malformed) {
        return malformed.getLocation() == null ? 1 : Math.max(1, malformed.getLocation().getLineNumber());
    }
}
