package vn.hoidan.form;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.condition.IConditionExpr;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.core.services.locale.Localizer;
import org.javarosa.xpath.XPathException;

/// The texts of a form in the language that is spoken now. JavaRosa keeps an `<output>` inside a text as `${3}`, the
/// number of its expression. It is filled in once: what a respondent said is never read as a place to fill in. One that
/// cannot be computed now, because it looks at what is not answered yet, does not stop the interview.
final class Texts {
    private static final System.Logger LOGGER = System.getLogger(Texts.class.getName());
    private static final String NOT_COMPUTED = "…";
    private static final Pattern OUTPUT = Pattern.compile("\\$\\{(\\d{1,9})}");
    private static final Pattern ITEXT = Pattern.compile("\\s*jr:itext\\(\\s*['\"](.*)['\"]\\s*\\)\\s*");

    /// A text whose id stands in a cell of a list.
    static final Pattern DYNAMIC_ITEXT = Pattern.compile("\\s*jr:itext\\(\\s*([^'\"]+?)\\s*\\)\\s*");

    private static final String IMAGES = "jr://images/";

    private final FormDef form;
    private final Set<Integer> told = new HashSet<>();
    private int generation;

    Texts(FormDef form) {
        this.form = form;
    }

    /// @param name as the form writes it
    void setLanguage(String name) {
        Localizer localizer = form.getLocalizer();
        if (localizer != null && localizer.hasLocale(name)) {
            localizer.setLocale(name);
        }
        generation++;
    }

    /// Another number for each language set, so that kept texts can be told from stale ones.
    int generation() {
        return generation;
    }

    /// The text as written, outputs not filled in; empty if there is none.
    ///
    /// @param id    of an itext entry, null if the text stands in the form itself
    /// @param inner the text in the form itself, may be null
    String written(String id, String inner) {
        String text = id == null || id.isEmpty() ? inner : itext(id);
        return text == null ? "" : text.strip();
    }

    /// Name of the picture that belongs to a text.
    ///
    /// @param id of an itext entry, null or empty if the text has none
    Optional<String> image(String id) {
        Localizer localizer = form.getLocalizer();
        if (id == null || id.isEmpty() || localizer == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(localizer.getRawText(localizer.getLocale(), id + ";image")).map(String::strip)
                .filter(uri -> uri.startsWith(IMAGES)).map(uri -> uri.substring(IMAGES.length()));
    }

    /// The further help that stands beside a hint.
    String guidance(String id) {
        Localizer localizer = form.getLocalizer();
        if (id == null || id.isEmpty() || localizer == null) {
            return "";
        }
        String text = localizer.getRawText(localizer.getLocale(), id + ";guidance");
        return text == null ? "" : text.strip();
    }

    /// A message of a bind: itself, or the itext entry that it names.
    String message(String message, TreeReference where) {
        Matcher itext = ITEXT.matcher(message);
        return filled(itext.matches() ? written(itext.group(1), null) : message.strip(), where);
    }

    private String itext(String id) {
        Localizer localizer = form.getLocalizer();
        if (localizer == null) {
            return null;
        }
        String language = localizer.getLocale();
        String longer = localizer.getRawText(language, id + ";long");
        return longer != null ? longer : localizer.getRawText(language, id);
    }

    static boolean hasOutputs(String written) {
        return written.contains("${") && OUTPUT.matcher(written).find();
    }

    String filled(String written, TreeReference where) {
        if (!hasOutputs(written)) {
            return written;
        }
        return OUTPUT.matcher(written).replaceAll(match ->
                Matcher.quoteReplacement(output(Integer.parseInt(match.group(1)), match.group(), where)));
    }

    /// The expressions of the outputs in a text.
    List<IConditionExpr> outputs(String written) {
        List<IConditionExpr> all = form.getOutputFragments();
        return OUTPUT.matcher(written).results().map(match -> Integer.parseInt(match.group(1)))
                .filter(number -> number < all.size()).<IConditionExpr>map(all::get).toList();
    }

    private String output(int number, String asWritten, TreeReference where) {
        List<IConditionExpr> outputs = form.getOutputFragments();
        if (number >= outputs.size()) {
            return asWritten;
        }
        EvaluationContext context = new EvaluationContext(form.getEvaluationContext(), where);
        context.setOriginalContext(where);
        try {
            String value = outputs.get(number).evalReadable(form.getMainInstance(), context);
            return value == null ? "" : value;
        } catch (XPathException cannotBeComputedNow) {
            // the message may hold an answer, so it is not written down
            if (told.add(number)) {
                LOGGER.log(System.Logger.Level.WARNING, "an output in the text of {0} cannot be computed now",
                        where.toString(true));
            }
            return NOT_COMPUTED;
        }
    }
}
