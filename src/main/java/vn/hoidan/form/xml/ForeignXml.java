package vn.hoidan.form.xml;

import java.io.Reader;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Readers of XML that resolve no entity, read no document type and fetch nothing. Depth and size are for the caller to
/// bound, who has the words for it.
public final class ForeignXml {
    private ForeignXml() {
    }

    /// @throws XMLStreamException if the text does not begin as XML
    public static XMLStreamReader reader(Reader text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty("jdk.xml.maxElementDepth", 0);
        // The JDK counts even `&amp;` as an entity and would refuse long texts; none can be declared here.
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        return factory.createXMLStreamReader(text);
    }

    /// What the parser says, without the position that it puts before on lines of its own.
    public static String words(XMLStreamException malformed) {
        String text = String.valueOf(malformed.getMessage()).strip();
        String last = text.substring(text.lastIndexOf('\n') + 1);
        return last.startsWith("Message: ") ? last.substring("Message: ".length()) : last;
    }
}
