package vn.hoidan.form.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.hoidan.form.xml.ForeignXml;

/// What a file is, by its first bytes.
sealed interface Content {
    byte[] ZIP_START = {'P', 'K', 3, 4};
    byte[] EMPTY_ZIP_START = {'P', 'K', 5, 6};
    byte[] OLD_OFFICE_START = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    String XFORMS = "http://www.w3.org/2002/xforms";
    String XHTML = "http://www.w3.org/1999/xhtml";
    String OLD_XML_WORKBOOK = "urn:schemas-microsoft-com:office:spreadsheet";
    String OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument";
    String OPEN_DOCUMENT_TYPE = "application/vnd.oasis.opendocument";
    /// Of a web page, looked at to know it by.
    int START_CHARACTERS = 512;
    int MOST_NAME_CHARACTERS = 100;

    /// A ZIP, perhaps a workbook.
    record Zip() implements Content {
    }

    /// An XForm, or what begins like one.
    record XForm() implements Content {
    }

    /// Anything else.
    record Other(FileFaultKind kind, String detail) implements Content {
        Other(FileFaultKind kind) {
            this(kind, "");
        }
    }

    static Content of(byte[] content) {
        if (content.length == 0) {
            return new Other(FileFaultKind.EMPTY);
        }
        if (startsWith(content, ZIP_START) || startsWith(content, EMPTY_ZIP_START)) {
            return new Zip();
        }
        if (startsWith(content, OLD_OFFICE_START)) {
            return new Other(oldOffice(content));
        }
        Optional<String> text = text(content);
        if (text.isEmpty()) {
            return new Other(FileFaultKind.UNKNOWN);
        }
        if (text.get().isBlank()) {
            return new Other(FileFaultKind.EMPTY);
        }
        return text.get().stripLeading().startsWith("<") ? markup(text.get())
                : new Other(FileFaultKind.PLAIN_TEXT);
    }

    /// What a ZIP is that holds no workbook.
    static FileFaultKind kindOf(Archive archive) throws FaultException {
        if (archive.has("xl/workbook.bin")) {
            return FileFaultKind.BINARY_WORKBOOK;
        }
        Optional<InputStream> type = archive.open("mimetype");
        if (type.isPresent()) {
            try (InputStream source = type.get()) {
                byte[] start = source.readNBytes(OPEN_DOCUMENT_TYPE.length());
                if (Arrays.equals(start, OPEN_DOCUMENT_TYPE.getBytes(StandardCharsets.US_ASCII))) {
                    return FileFaultKind.OPEN_DOCUMENT;
                }
            } catch (FaultException told) {
                throw told;
            } catch (IOException impossible) {
                throw new IllegalStateException("bytes from memory", impossible);
            }
        }
        return FileFaultKind.OTHER_ARCHIVE;
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length
                && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    /// Names inside the container are in UTF-16.
    private static FileFaultKind oldOffice(byte[] content) {
        String letters = new String(content, StandardCharsets.ISO_8859_1);
        if (letters.contains(wide("EncryptedPackage"))) {
            return FileFaultKind.ENCRYPTED;
        }
        return letters.contains(wide("Workbook")) || letters.contains(wide("Book")) ? FileFaultKind.OLD_WORKBOOK
                : FileFaultKind.OLD_DOCUMENT;
    }

    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            String rest = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return rest.indexOf('\0') < 0 ? Optional.of(rest) : Optional.empty();
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static Content markup(String text) {
        if (text.contains(XFORMS)) {
            return root(text).filter(Other.class::isInstance).orElse(new XForm());
        }
        String start = text.substring(0, Math.min(START_CHARACTERS, text.length())).toLowerCase(Locale.ROOT);
        if (start.contains("<!doctype html") || start.contains("<html")) {
            return new Other(FileFaultKind.WEB_PAGE);
        }
        return root(text).orElse(new Other(FileFaultKind.DAMAGED, "XML"));
    }

    /// What the outermost element says; empty if none can be read.
    private static Optional<Content> root(String text) {
        try {
            XMLStreamReader reader = ForeignXml.reader(new MarkupReader(new StringReader(text), "XML"));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    String space = String.valueOf(reader.getNamespaceURI());
                    return Optional.of(root(reader.getLocalName(), space));
                }
            }
            return Optional.empty();
        } catch (XMLStreamException malformed) {
            return Optional.empty();
        }
    }

    private static Content root(String name, String space) {
        if (name.equals("html") && space.equals(XHTML) || space.equals(XFORMS)) {
            return new XForm();
        }
        if (space.equals(OLD_XML_WORKBOOK) || space.startsWith(OPEN_DOCUMENT)) {
            return new Other(FileFaultKind.XML_WORKBOOK);
        }
        return new Other(FileFaultKind.OTHER_XML, name.substring(0, Math.min(MOST_NAME_CHARACTERS, name.length())));
    }
}
