package vn.hoidan.form.codebook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;

/// Small steps through a document. No document type is read, so nothing outside the bytes is.
final class FormXml {

    private FormXml() {
    }

    /// @throws vn.hoidan.core.problem.ProblemException QUESTIONNAIRE_INVALID
    static Element root(Bytes xform) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(xform.toArray())).getDocumentElement();
        } catch (SAXException malformed) {
            throw Problem.of(ProblemKind.QUESTIONNAIRE_INVALID, "place", "XML", "reason",
                    String.valueOf(malformed.getMessage())).exception(malformed);
        } catch (ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException("XML from memory", impossible);
        }
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(child -> child.getLocalName().equals(name)).toList();
    }

    /// The first child of this name.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException QUESTIONNAIRE_INVALID
    static Element child(Element parent, String name) {
        return children(parent, name).stream().findFirst().orElseThrow(() -> Problem.of(
                ProblemKind.QUESTIONNAIRE_INVALID, "place", parent.getLocalName(), "reason", name).exception());
    }
}
