package vn.hoidan.form;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.hoidan.core.problem.ProblemException;

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
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // the depth is bounded by whoever reads, with words of our own
        factory.setProperty("jdk.xml.maxElementDepth", 0);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
        String encoding = reader.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("utf-8")) {
            throw refusals.whole("other-encoding", encoding);
        }
        return reader;
    }

    static ProblemException malformed(XMLStreamException malformed, Refusals refusals) {
        int line = malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNumber();
        return refusals.atLine(Math.max(1, line), "malformed", lastLine(malformed.getMessage()));
    }

    /// The JDK's parser puts the position before what is wrong, on lines of their own.
    private static String lastLine(String message) {
        String text = String.valueOf(message).strip();
        String last = text.substring(text.lastIndexOf('\n') + 1);
        return last.startsWith("Message: ") ? last.substring("Message: ".length()) : last;
    }
}
