package vn.hoidan.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.lookup.LookUpList;

/// Reads the XML of a form once, strictly and within bounds, before JavaRosa sees it: JavaRosa's own parser forgives
/// cut and malformed XML. What goes on to JavaRosa is written anew from what was read here, so both see the same.
final class XFormText {
    /// Bytes of a form. The largest of pyxform's examples, with 10,000 choices inside, has 1.2 MB.
    static final int MOST_BYTES = 8 * 1024 * 1024;
    /// Elements inside each other. A form nests its groups a handful deep.
    static final int MOST_DEPTH = 100;
    /// Elements altogether.
    static final int MOST_ELEMENTS = 500_000;
    /// Questions and calculations; JavaRosa's time to read grows faster than their number.
    static final int MOST_BINDS = 10_000;
    /// Characters of one expression.
    static final int MOST_EXPRESSION_CHARACTERS = 32_768;
    /// Of all expressions together; at it, JavaRosa needs some seconds to read them. A chain of `if` for all 63
    /// provinces of 2024 costs about 70,000, a form of 10,000 plain questions about 1,500,000.
    static final int MOST_EXPRESSION_COST = 4_000_000;

    private static final String JAVAROSA = "http://openrosa.org/javarosa";
    private static final Set<String> BIND_EXPRESSIONS =
            Set.of("relevant", "calculate", "constraint", "required", "readonly");
    private static final Map<String, Set<String>> EXPRESSIONS = Map.of("bind", BIND_EXPRESSIONS, "setvalue",
            Set.of("value"), "output", Set.of("value", "ref"), "itemset", Set.of("nodeset"));
    private static final Pattern COLUMN = Pattern.compile("[\\p{L}_][^/\\[\\]()@:]*");
    private static final String FIRST_LOAD = "odk-instance-first-load";
    /// Actions of a telephone in the background; a laptop has neither, and their values stay empty.
    private static final Set<String> LEFT_OUT = Set.of("setgeopoint", "recordaudio");

    private final Refusals refusals;
    private final SecondaryInstances.Found instances;
    private final Expressions expressions;
    private final XmlText xml = new XmlText();
    private final Map<String, BindFacts> bindFacts = new HashMap<>();
    /// Expressions that look into other instances.
    private final List<String> secondary = new ArrayList<>();
    private final List<Path> unaskable = new ArrayList<>();
    private String lastSaved = "";
    private int depth;
    private int elements;
    private int binds;
    private long expressionCost;
    private int instanceDepth;
    private int leftOutDepth;
    /// Depth of the element whose content is left out, or 0.
    private int emptiedDepth;
    private Optional<LookUpList> offered = Optional.empty();
    private boolean repeats;

    private XFormText(SecondaryInstances.Found instances, Refusals refusals) {
        this.instances = instances;
        this.expressions = new Expressions(instances.lists());
        this.refusals = refusals;
    }

    /// A form as JavaRosa gets it.
    ///
    /// @param bindFacts    what binds say beyond what JavaRosa keeps, by nodeset
    /// @param computesRepeats the form has repeats and expressions. JavaRosa then leaves values stale: an instance that
    ///                        looks at others is not computed again when those change, nor always one that looks at a
    ///                        total outside. So the session computes everything again after each change.
    /// @param unaskable      where the form wants what only a telephone does in the background
    /// @param lastSaved      id of the instance that it knows the interview saved before by, or empty
    /// @param lastSavedPaths what it reads there
    /// @param instances      its look-up lists
    record Vetted(String xml, Map<String, BindFacts> bindFacts, boolean computesRepeats, List<Path> unaskable,
            String lastSaved, Set<Path> lastSavedPaths, SecondaryInstances.Found instances) {
    }

    /// @param constraintMessage what to say when the constraint is broken, or empty; may be `jr:itext('…')`
    /// @param requiredMessage   what to say when the answer is missing, or empty; may be `jr:itext('…')`
    /// @param alwaysReadOnly    nobody ever answers here
    /// @param calculated        the form itself gives the value
    /// @param relevant          when it is relevant, as the author wrote it, or empty
    record BindFacts(String constraintMessage, String requiredMessage, boolean alwaysReadOnly, boolean calculated,
            String relevant) {
        static final BindFacts NONE = new BindFacts("", "", false, false, "");
    }

    /// A form without files.
    static Vetted read(byte[] form, Refusals refusals) {
        return read(form, Map.of(), refusals);
    }

    /// @param files that belong to it, by name
    static Vetted read(byte[] form, Map<String, Bytes> files, Refusals refusals) {
        if (form.length > MOST_BYTES) {
            throw refusals.whole("too-large", form.length, MOST_BYTES);
        }
        String text = SafeXml.decode(form, refusals);
        return new XFormText(SecondaryInstances.find(text, files, refusals), refusals).read(text);
    }

    private Vetted read(String text) {
        try {
            XMLStreamReader reader = SafeXml.reader(text, refusals);
            while (reader.hasNext()) {
                take(reader, reader.next());
            }
        } catch (XMLStreamException malformed) {
            throw SafeXml.malformed(malformed, refusals);
        }
        Set<Path> lastSavedPaths = lastSaved.isEmpty() ? Set.of() : LastSaved.paths(lastSaved, secondary);
        return new Vetted(xml.written(), Map.copyOf(bindFacts), repeats && expressionCost > 0, List.copyOf(unaskable),
                lastSaved, lastSavedPaths, instances);
    }

    private void take(XMLStreamReader reader, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> startElement(reader);
            case XMLStreamConstants.END_ELEMENT -> endElement(reader);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                text(reader.getText());
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw refusals.atLine(reader.getLocation().getLineNumber(), "document-type");
            default -> {
                // comments and processing instructions mean nothing in a form
            }
        }
    }

    private void startElement(XMLStreamReader reader) {
        int line = reader.getLocation().getLineNumber();
        if (++depth > MOST_DEPTH) {
            throw refusals.atLine(line, "too-deep", MOST_DEPTH);
        }
        if (++elements > MOST_ELEMENTS) {
            throw refusals.atLine(line, "too-many-elements", MOST_ELEMENTS);
        }
        String name = reader.getLocalName();
        if (!silent() && instanceDepth == 0 && LEFT_OUT.contains(name)) {
            leftOutDepth = depth;
            String target = reader.getAttributeValue(null, "ref");
            if (target != null && target.startsWith("/")) {
                unaskable.add(new Path(target.strip()));
            }
        }
        if (!silent()) {
            write(reader, name, line);
        }
    }

    private boolean silent() {
        return leftOutDepth > 0 || emptiedDepth > 0 && depth > emptiedDepth;
    }

    private void write(XMLStreamReader reader, String name, int line) {
        if (instanceDepth == 0 && depth > 1) {
            examine(reader, name, line);
        }
        xml.start(reader);
        if (name.equals("instance") && instanceDepth == 0) {
            instanceDepth = depth;
            if (secondInstance(reader)) {
                return;
            }
        }
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            xml.attribute(reader, index, value(reader, name, index, line));
        }
    }

    /// Writes an instance whose content does not come from the form; false if it does.
    private boolean secondInstance(XMLStreamReader reader) {
        String id = orEmpty(reader.getAttributeValue(null, "id"));
        String tree = instances.trees().get(id);
        if (!id.equals(lastSaved) && !instances.lists().containsKey(id) && tree == null || id.isEmpty()) {
            return false;
        }
        xml.attribute("id", id);
        if (tree == null) {
            // any source does: what JavaRosa reads there is given to it by id
            xml.attribute("src", "jr://file/look-up");
        } else {
            xml.raw(tree);
        }
        emptiedDepth = depth;
        return true;
    }

    private void examine(XMLStreamReader reader, String name, int line) {
        switch (name) {
            case "instance" -> {
                if (LastSaved.SOURCE.equals(reader.getAttributeValue(null, "src"))) {
                    lastSaved = orEmpty(reader.getAttributeValue(null, "id"));
                }
            }
            case "itemset" -> offered = Optional.ofNullable(Expressions.instance(
                    orEmpty(reader.getAttributeValue(null, "nodeset")))).map(instances.lists()::get);
            case "value", "label" -> column(orEmpty(reader.getAttributeValue(null, "ref")), line);
            case "bind" -> bind(reader, line);
            case "repeat" -> repeats = true;
            default -> {
                String appearance = reader.getAttributeValue(null, "appearance");
                if (appearance != null && appearance.contains("search(")) {
                    throw refusals.atLine(line, "function", "search");
                }
            }
        }
    }

    /// A column that the itemset around this needs of a look-up list.
    private void column(String reference, int line) {
        Matcher itext = Texts.DYNAMIC_ITEXT.matcher(reference);
        String name = itext.matches() ? itext.group(1) : reference.strip();
        if (COLUMN.matcher(name).matches()) {
            offered.filter(list -> list.column(name).isEmpty()).ifPresent(list -> {
                throw refusals.atLine(line, "list-column", name, String.join(", ", list.columns()));
            });
        }
    }

    private void bind(XMLStreamReader reader, int line) {
        if (++binds > MOST_BINDS) {
            throw refusals.atLine(line, "too-many-binds", MOST_BINDS);
        }
        String nodeset = reader.getAttributeValue(null, "nodeset");
        if (nodeset == null) {
            return;
        }
        String readOnly = orEmpty(reader.getAttributeValue(null, "readonly")).replace(" ", "");
        bindFacts.put(nodeset.strip(), new BindFacts(orEmpty(reader.getAttributeValue(JAVAROSA, "constraintMsg")),
                orEmpty(reader.getAttributeValue(JAVAROSA, "requiredMsg")), readOnly.equals("true()"),
                reader.getAttributeValue(null, "calculate") != null,
                orEmpty(reader.getAttributeValue(null, "relevant")).strip()));
    }

    private String value(XMLStreamReader reader, String element, int index, int line) {
        String value = reader.getAttributeValue(index);
        String name = reader.getAttributeLocalName(index);
        if (instanceDepth > 0) {
            return value;
        }
        if (name.equals("event")) {
            return onceOnly(value);
        }
        if (!EXPRESSIONS.getOrDefault(element, Set.of()).contains(name)) {
            return value;
        }
        if (value.length() > MOST_EXPRESSION_CHARACTERS) {
            throw refusals.atLine(line, "expression-too-long", MOST_EXPRESSION_CHARACTERS);
        }
        Expressions.Read read = expressions.read(value);
        expressionCost += read.cost();
        if (expressionCost > MOST_EXPRESSION_COST) {
            throw refusals.atLine(line, "expressions-too-deep");
        }
        if (!read.unknown().isEmpty()) {
            throw refusals.atLine(line, "function", read.unknown().getFirst());
        }
        if (value.contains("instance(")) {
            secondary.add(value);
        }
        return read.text();
    }

    /// A session is loaded once in its life, because a draft is replayed from its facts. So loading and first loading
    /// are the same, and computing everything again must not fire an event.
    private static String onceOnly(String events) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : events.strip().split("\\s+")) {
            names.add(name.equals("odk-instance-load") ? FIRST_LOAD : name);
        }
        return String.join(" ", names);
    }

    private void endElement(XMLStreamReader reader) {
        if (silent()) {
            leftOutDepth = leftOutDepth == depth ? 0 : leftOutDepth;
            depth--;
            return;
        }
        xml.end(reader);
        if (reader.getLocalName().equals("itemset")) {
            offered = Optional.empty();
        }
        emptiedDepth = depth == emptiedDepth ? 0 : emptiedDepth;
        if (depth == instanceDepth) {
            instanceDepth = 0;
        }
        depth--;
    }

    private void text(String text) {
        if (!silent() && depth != emptiedDepth) {
            xml.text(text);
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
