package vn.hoidan.form.codebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import vn.hoidan.core.questionnaire.CodebookEntry;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.QuestionnairePackage;

/// Reads what an XForm asks: every question and calculated value in the order of its instance, with its labels and
/// codes. Notes are left out, since they have no answer; so is the form's own `meta` block.
public final class XFormCodebook {

    private static final String META = "meta";
    private static final String JAVAROSA = "http://openrosa.org/javarosa";
    private static final Pattern LIST = Pattern.compile(".*instance\\(\\s*['\"]([^'\"]+)['\"]\\s*\\).*");

    private final FormLabels labels;
    private final Map<String, Element> binds = new HashMap<>();
    private final Map<String, Element> controls = new HashMap<>();
    private final Map<String, List<CodebookEntry.Code>> lists = new HashMap<>();
    private final Element instance;

    private XFormCodebook(Element root) {
        Element model = FormXml.child(FormXml.child(root, "head"), "model");
        labels = new FormLabels(model);
        List<Element> instances = FormXml.children(model, "instance");
        instance = FormXml.children(FormXml.child(model, "instance")).getFirst();
        instances.stream().skip(1).forEach(this::readList);
        FormXml.children(model, "bind").forEach(bind -> binds.put(bind.getAttribute("nodeset"), bind));
        readControls(FormXml.child(root, "body"));
    }

    /// @param questionnaire an XForm, or a package of one
    /// @throws vn.hoidan.core.problem.ProblemException QUESTIONNAIRE_INVALID
    public static List<CodebookEntry> of(Bytes questionnaire) {
        XFormCodebook book = new XFormCodebook(FormXml.root(QuestionnairePackage.open(questionnaire).xform()));
        Map<String, CodebookEntry> entries = new LinkedHashMap<>();
        book.walk(book.instance, "/" + book.instance.getLocalName(), entries);
        return List.copyOf(entries.values());
    }

    /// Those that a person is asked, without the values that the form finds by itself.
    ///
    /// @param questionnaire an XForm, or a package of one
    /// @throws vn.hoidan.core.problem.ProblemException QUESTIONNAIRE_INVALID
    public static List<CodebookEntry> asked(Bytes questionnaire) {
        XFormCodebook book = new XFormCodebook(FormXml.root(QuestionnairePackage.open(questionnaire).xform()));
        Map<String, CodebookEntry> entries = new LinkedHashMap<>();
        book.walk(book.instance, "/" + book.instance.getLocalName(), entries);
        entries.keySet().retainAll(book.controls.keySet());
        return List.copyOf(entries.values());
    }

    private void walk(Element node, String path, Map<String, CodebookEntry> entries) {
        for (Element child : FormXml.children(node)) {
            String below = path + "/" + child.getLocalName();
            boolean group = !FormXml.children(child).isEmpty() || child.hasAttributeNS(JAVAROSA, "template");
            if (group && !child.getLocalName().equals(META)) {
                walk(child, below, entries);
            } else if (!group && !isNote(below)) {
                entries.putIfAbsent(below, entry(below, child.getLocalName()));
            }
        }
    }

    private CodebookEntry entry(String path, String name) {
        Element control = controls.get(path);
        Text label = Optional.ofNullable(control).flatMap(labels::of).orElseGet(() -> Text.of(name, name));
        return new CodebookEntry(new Path(path), type(path), label, control == null ? List.of() : codes(control));
    }

    /// Shown and never answered: an input that is read-only and not calculated.
    private boolean isNote(String path) {
        Element bind = binds.get(path);
        return bind != null && controls.containsKey(path) && bind.getAttribute("readonly").equals("true()")
                && !bind.hasAttribute("calculate");
    }

    private QuestionType type(String path) {
        Element control = controls.get(path);
        return switch (control == null ? "input" : control.getLocalName()) {
            case "select1" -> QuestionType.SELECT_ONE;
            case "select" -> QuestionType.SELECT_MULTIPLE;
            case "rank" -> QuestionType.RANK;
            case "range" -> QuestionType.RANGE;
            case "trigger" -> QuestionType.ACKNOWLEDGE;
            case "upload" -> control.getAttribute("mediatype").startsWith("image/") ? QuestionType.IMAGE
                    : QuestionType.FILE;
            default -> dataType(path);
        };
    }

    private QuestionType dataType(String path) {
        Element bind = binds.get(path);
        String type = bind == null ? "" : bind.getAttribute("type");
        return switch (type.substring(type.indexOf(':') + 1)) {
            case "int", "integer", "long" -> QuestionType.INTEGER;
            case "decimal" -> QuestionType.DECIMAL;
            case "date" -> QuestionType.DATE;
            case "time" -> QuestionType.TIME;
            case "dateTime" -> QuestionType.DATE_TIME;
            case "geopoint" -> QuestionType.GEOPOINT;
            case "barcode" -> QuestionType.BARCODE;
            default -> QuestionType.TEXT;
        };
    }

    private List<CodebookEntry.Code> codes(Element control) {
        List<CodebookEntry.Code> codes = new ArrayList<>();
        for (Element item : FormXml.children(control, "item")) {
            String code = FormXml.child(item, "value").getTextContent().strip();
            codes.add(new CodebookEntry.Code(code, labels.of(item).orElseGet(() -> Text.of(code, code))));
        }
        for (Element itemset : FormXml.children(control, "itemset")) {
            Matcher matcher = LIST.matcher(itemset.getAttribute("nodeset"));
            if (matcher.matches()) {
                codes.addAll(lists.getOrDefault(matcher.group(1), List.of()));
            }
        }
        return codes;
    }

    private void readList(Element secondary) {
        List<CodebookEntry.Code> codes = new ArrayList<>();
        for (Element root : FormXml.children(secondary)) {
            for (Element item : FormXml.children(root, "item")) {
                String code = text(item, "name");
                Text label = labels.byId(text(item, "itextId"))
                        .or(() -> FormLabels.literal(text(item, "label"))).orElseGet(() -> Text.of(code, code));
                codes.add(new CodebookEntry.Code(code, label));
            }
        }
        lists.put(secondary.getAttribute("id"), codes);
    }

    private static String text(Element item, String name) {
        return FormXml.children(item, name).stream().findFirst().map(each -> each.getTextContent().strip()).orElse("");
    }

    private void readControls(Element parent) {
        for (Element child : FormXml.children(parent)) {
            switch (child.getLocalName()) {
                case "group", "repeat" -> readControls(child);
                default -> {
                    if (child.hasAttribute("ref")) {
                        controls.putIfAbsent(child.getAttribute("ref"), child);
                    }
                }
            }
        }
    }
}
