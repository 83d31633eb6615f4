package vn.hoidan.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.javarosa.core.model.FormDef;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.questionnaire.SessionContext;
import vn.hoidan.core.sync.Bytes;

/// A questionnaire kept as text: each session parses it anew, because JavaRosa keeps answers in the definition itself.
final class XFormQuestionnaire implements Questionnaire {
    private final QuestionnaireId id;
    private final XFormText.Vetted text;
    private final Refusals refusals;
    private final String title;
    private final String version;
    private final Languages languages;
    private final List<Path> unaskable;
    private final Map<String, Bytes> files;

    /// @param files  pictures and the like, by name
    /// @param parsed of the same text, to read title, version and languages from
    XFormQuestionnaire(QuestionnaireId id, XFormText.Vetted text, Map<String, Bytes> files, Refusals refusals,
            FormDef parsed) {
        this.id = id;
        this.text = text;
        this.refusals = refusals;
        this.title = parsed.getTitle() == null ? "" : parsed.getTitle().strip();
        String written = parsed.getMainInstance().formVersion;
        this.version = written == null ? "" : written;
        this.languages = Languages.of(parsed);
        List<Path> both = new ArrayList<>(Layout.unaskable(parsed, text.bindFacts()));
        both.addAll(text.unaskable());
        this.unaskable = List.copyOf(both);
        Map<String, Bytes> shown = new HashMap<>(files);
        shown.keySet().removeAll(text.instances().used());
        this.files = Map.copyOf(shown);
    }

    @Override
    public QuestionnaireId id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public List<String> languages() {
        return languages.tags();
    }

    @Override
    public Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name)).map(Bytes::toArray);
    }

    @Override
    public List<Path> unaskable() {
        return unaskable;
    }

    @Override
    public Set<Path> lastSavedPaths() {
        return text.lastSavedPaths();
    }

    @Override
    public Session begin(SessionContext context) {
        SessionInstances instances = SessionInstances.of(text, context.lastSaved());
        return begin(parse(text, instances, refusals), instances, context);
    }

    /// @param fresh     used by nobody else
    /// @param instances that it was parsed with
    Session begin(FormDef fresh, SessionInstances instances, SessionContext context) {
        return new XFormSession(fresh, text, instances, SessionFunctions.of(id, context, text.instances().byFile()),
                context, refusals);
    }

    static FormDef parse(XFormText.Vetted text, SessionInstances instances, Refusals refusals) {
        try {
            return JavaRosa.parse(text.xml(), instances.all());
        } catch (ProblemException told) {
            throw told;
        } catch (StackOverflowError tooDeep) {
            throw refusals.whole("expression-too-deep");
        } catch (Exception broken) {
            throw refusals.foreign("form", broken);
        }
    }
}
