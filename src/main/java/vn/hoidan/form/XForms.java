package vn.hoidan.form;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.javarosa.core.model.FormDef;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.questionnaire.SessionContext;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.message.Messages;

/// Makes questionnaires from ODK XForms.
///
/// A form is refused with {@link vn.hoidan.core.problem.ProblemKind#QUESTIONNAIRE_INVALID} when it is not well-formed,
/// too large or too deep, has a document type, calls a function nobody knows, lacks a look-up file, or fails when it is
/// tried. Everything is tried once at loading, in every language, on a small stack, so that it will not fail in a
/// household.
public final class XForms {
    /// Smaller than the stack of any thread that will ask the form.
    private static final long TRIAL_STACK_BYTES = 512 * 1024;
    private static final ZonedDateTime SOME_TIME = ZonedDateTime.of(2024, 11, 2, 9, 30, 0, 0, ZoneOffset.ofHours(7));

    private final Refusals refusals;

    /// Reasons of refusals in Vietnamese.
    public XForms() {
        this(Messages.LANGUAGES.getFirst());
    }

    /// @param language of the reasons: one of {@link Messages#LANGUAGES}
    public XForms(String language) {
        this.refusals = Refusals.in(language);
    }

    /// See {@link #load(byte[])}.
    public Questionnaire load(Bytes questionnaire) {
        return load(questionnaire.toArray());
    }

    /// A questionnaire that can be asked. Takes up to a second.
    ///
    /// @param questionnaire an XForm, or a {@link QuestionnairePackage}
    public Questionnaire load(byte[] questionnaire) {
        QuestionnaireContent content = QuestionnairePackage.open(questionnaire, refusals);
        XFormText.Vetted text = XFormText.read(content.xform().toArray(), content.files(), refusals);
        SessionInstances instances = SessionInstances.of(text, Map.of());
        FormDef parsed = XFormQuestionnaire.parse(text, instances, refusals);
        try {
            XFormQuestionnaire loaded =
                    new XFormQuestionnaire(id(questionnaire), text, content.files(), refusals, parsed);
            JavaRosa.onStackOf(TRIAL_STACK_BYTES, () -> tryOut(loaded, parsed, instances));
            return loaded;
        } catch (ProblemException told) {
            throw told;
        } catch (StackOverflowError tooDeep) {
            throw refusals.whole("expression-too-deep");
        } catch (Exception broken) {
            throw refusals.foreign("form", broken);
        }
    }

    private static Session tryOut(XFormQuestionnaire questionnaire, FormDef parsed, SessionInstances instances) {
        List<String> languages = questionnaire.languages();
        Session session = questionnaire.begin(parsed, instances,
                new SessionContext(SOME_TIME, "", "", languages.getFirst()));
        for (String language : languages) {
            session.setLanguage(language);
        }
        session.findings();
        session.answers();
        return session;
    }

    /// The name of a questionnaire for ever: the hash of its bytes.
    public static QuestionnaireId id(byte[] questionnaire) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(questionnaire);
            return QuestionnaireId.ofHash(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
