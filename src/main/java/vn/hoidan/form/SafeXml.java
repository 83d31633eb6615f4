package vn.hoidan.form;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException broken) {
            throw refusals.whole("not-utf-8");
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
        int line = malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNumber();
        return refusals.atLine(Math.max(1, line), "malformed", ForeignXml.words(malformed));
    }
}
