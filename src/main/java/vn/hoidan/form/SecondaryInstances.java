package vn.hoidan.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.javarosa.xpath.expr.XPathFuncExpr;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.lookup.CsvList;
import vn.hoidan.form.lookup.GeoJsonList;
import vn.hoidan.form.lookup.ListContent;
import vn.hoidan.form.lookup.LookUpList;
import vn.hoidan.form.lookup.LookUpStore;
import vn.hoidan.form.lookup.Refusing;
import vn.hoidan.form.lookup.SmallList;
import vn.hoidan.form.lookup.XmlList;
import vn.hoidan.form.xml.ForeignXml;

/// Finds the look-up lists of a form before anything else is read: those in files, and long ones inside the form. They
/// go into SQLite, and the engine gets an instance without rows in their place.
final class SecondaryInstances {
    /// Rows of a list inside the form that the engine may hold itself.
    static final int MOST_ROWS_INSIDE = 1_000;

    private static final String FILE = "jr://file/";
    private static final String CSV_FILE = "jr://file-csv/";
    private static final String CSV = ".csv";
    private static final Pattern PULL = Pattern.compile("pulldata\\s*\\(\\s*(?:(['\"])(.*?)\\1)?");

    private final Map<String, Bytes> files;
    private final Refusals refusals;
    private final Map<String, LookUpList> lists = new HashMap<>();
    private final Map<String, LookUpList> byFile = new HashMap<>();
    private final Map<String, SmallList> small = new HashMap<>();
    private final Map<String, String> trees = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private LookUpStore store;

    private SecondaryInstances(Map<String, Bytes> files, Refusals refusals) {
        this.files = files;
        this.refusals = refusals;
    }

    /// What was found.
    ///
    /// @param lists  by id of their instance
    /// @param byFile by name of their file
    /// @param trees  content of files that are no lists, as XML, by id of their instance
    /// @param small  short lists inside the form, by id of their instance; the engine has them, too
    /// @param used   files that are look-up lists
    record Found(Map<String, LookUpList> lists, Map<String, LookUpList> byFile, Map<String, String> trees,
            Map<String, SmallList> small, Set<String> used) {
        static final Found NONE = new Found(Map.of(), Map.of(), Map.of(), Map.of(), Set.of());
    }

    /// @param xform as decoded
    static Found find(String xform, Map<String, Bytes> files, Refusals refusals) {
        SecondaryInstances instances = new SecondaryInstances(files, refusals);
        try {
            instances.read(SafeXml.reader(xform, refusals));
        } catch (XMLStreamException malformed) {
            // whoever reads the whole form next finds the same, and tells it in the order of his checks
            return Found.NONE;
        }
        return new Found(Map.copyOf(instances.lists), Map.copyOf(instances.byFile), Map.copyOf(instances.trees),
                Map.copyOf(instances.small), Set.copyOf(instances.used));
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        boolean main = true;
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (!reader.getLocalName().equals("instance")) {
                pulled(reader);
            } else if (main) {
                skip(reader);
                main = false;
            } else {
                secondary(reader);
            }
        }
    }

    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        for (int depth = 1; depth > 0;) {
            int event = reader.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void secondary(XMLStreamReader reader) throws XMLStreamException {
        String id = reader.getAttributeValue(null, "id");
        String source = reader.getAttributeValue(null, "src");
        int line = reader.getLocation().getLineNumber();
        if (id == null || LastSaved.SOURCE.equals(source)) {
            skip(reader);
        } else if (source == null) {
            inside(id, reader);
        } else {
            skip(reader);
            fromFile(id, source.strip(), line);
        }
    }

    private void inside(String id, XMLStreamReader reader) throws XMLStreamException {
        int event = reader.next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            event = reader.next();
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
            XmlList.read(reader, refusals::atLine).ifPresent(list -> {
                if (list.rows().size() > MOST_ROWS_INSIDE) {
                    lists.put(id, store().add(list));
                } else {
                    small.put(id, new SmallList(list, XPathFuncExpr::toNumeric));
                }
            });
        }
    }

    private void fromFile(String id, String source, int line) {
        String lower = source.toLowerCase(Locale.ROOT);
        String name = lower.startsWith(FILE) ? source.substring(FILE.length())
                : lower.startsWith(CSV_FILE) ? source.substring(CSV_FILE.length()) : "";
        if (name.isEmpty()) {
            throw refusals.atLine(line, "look-up-source", FileNames.shown(source));
        }
        LookUpList known = byFile.get(name);
        if (known != null) {
            lists.put(id, known);
            return;
        }
        String text = text(name, line);
        if (lower.endsWith(CSV) || lower.startsWith(CSV_FILE)) {
            lists.put(id, keep(name, CsvList.read(text, refusals.inFile(name))));
        } else if (lower.endsWith(".geojson")) {
            lists.put(id, keep(name, GeoJsonList.read(text, refusals.inFile(name))));
        } else if (lower.endsWith(".xml")) {
            xml(id, name, text);
        } else {
            throw refusals.atLine(line, "look-up-kind", FileNames.shown(name));
        }
    }

    private String text(String name, int line) {
        Bytes file = files.get(name);
        if (file == null) {
            throw refusals.atLine(line, "look-up-file", FileNames.shown(name));
        }
        used.add(name);
        Refusing inFile = refusals.inFile(name);
        return SafeXml.decode(file.toArray(), () -> inFile.at(1, "list-not-utf-8"));
    }

    private LookUpList keep(String file, ListContent content) {
        LookUpList list = store().add(content);
        byFile.put(file, list);
        return list;
    }

    private void xml(String id, String name, String text) {
        Refusing inFile = refusals.inFile(name);
        try {
            Optional<ListContent> list = XmlList.read(atRoot(text), inFile);
            if (list.isPresent()) {
                lists.put(id, keep(name, list.get()));
            } else {
                trees.put(id, tree(atRoot(text)));
            }
        } catch (XMLStreamException malformed) {
            throw inFile.at(SafeXml.line(malformed), "malformed", ForeignXml.words(malformed));
        }
    }

    private XMLStreamReader atRoot(String text) throws XMLStreamException {
        XMLStreamReader reader = SafeXml.reader(text, refusals);
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw new XMLStreamException("DOCTYPE", reader.getLocation());
            }
        }
        return reader;
    }

    /// The element that the reader stands at, written again.
    private static String tree(XMLStreamReader reader) throws XMLStreamException {
        XmlText xml = new XmlText();
        int depth = 0;
        do {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > XFormText.MOST_DEPTH) {
                        throw new XMLStreamException("> " + XFormText.MOST_DEPTH, reader.getLocation());
                    }
                    xml.startWhole(reader);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    xml.end(reader);
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> xml.text(reader.getText());
                default -> {
                    // nothing else means anything here
                }
            }
            if (depth > 0) {
                reader.next();
            }
        } while (depth > 0);
        return xml.written();
    }

    /// Files that expressions look into by name. One whose name is computed may be any CSV file that there is.
    private void pulled(XMLStreamReader reader) {
        int line = reader.getLocation().getLineNumber();
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            Matcher pull = PULL.matcher(reader.getAttributeValue(index));
            while (pull.find()) {
                if (pull.group(2) != null) {
                    pull(file(pull.group(2)), line);
                } else {
                    files.keySet().stream().filter(name -> name.endsWith(CSV)).forEach(name -> pull(name, line));
                }
            }
        }
    }

    private void pull(String file, int line) {
        if (!byFile.containsKey(file)) {
            keep(file, CsvList.read(text(file, line), refusals.inFile(file)));
        }
    }

    /// The file that `pulldata` means by a name.
    static String file(String name) {
        return name.endsWith(CSV) ? name : name + CSV;
    }

    private LookUpStore store() {
        if (store == null) {
            store = new LookUpStore(XPathFuncExpr::toNumeric);
        }
        return store;
    }
}
