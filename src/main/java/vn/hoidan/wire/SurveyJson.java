package vn.hoidan.wire;

import com.google.gson.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.quota.QuotaDesign;
import vn.hoidan.core.survey.Consent;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;

/// JSON of the survey, its areas and its people.
final class SurveyJson {
    private SurveyJson() {
    }

    static JsonObject of(Survey survey) {
        Entries entries = new Entries().text("id", survey.id().text())
                .object("name", of(survey.name()))
                .text("form", survey.questionnaire().text())
                .object("consent", of(survey.consent()))
                .list("areas", survey.areas(), SurveyJson::of)
                .list("quotas", survey.constraints(), QuotaJson::of)
                .flag("practice", survey.practice());
        // what older programs do not know is left out where it says what they take for granted
        if (survey.design() != QuotaDesign.LIST_WITH_REPLACEMENT) {
            entries.text("design", survey.design().code());
        }
        if (!survey.softTargets().isEmpty()) {
            entries.list("softTargets", survey.softTargets(), QuotaJson::of);
        }
        return entries.done();
    }

    static Survey survey(Fields fields) {
        return new Survey(new SurveyId(fields.text("id")), text(fields, "name"),
                new QuestionnaireId(fields.text("form")), consent(fields.object("consent")),
                fields.list("areas", Limits.MOST_ENTRIES, SurveyJson::area),
                fields.textIfAny("design").map(QuotaDesign::ofCode).orElse(QuotaDesign.LIST_WITH_REPLACEMENT),
                fields.list("quotas", Limits.MOST_ENTRIES, QuotaJson::constraint),
                fields.has("softTargets") ? fields.list("softTargets", Limits.MOST_ENTRIES, QuotaJson::softTarget)
                        : List.of(), fields.flag("practice"));
    }

    static JsonObject of(Person person) {
        return new Entries().text("id", person.id().text()).text("name", person.name())
                .text("role", person.role().code()).text("area", person.area().asText())
                .text("areaName", person.areaName()).done();
    }

    static Person person(Fields fields) {
        return new Person(new PersonId(fields.text("id")), fields.text("name"), Role.ofCode(fields.text("role")),
                AreaKey.parse(fields.text("area")), fields.text("areaName"));
    }

    /// Languages in the order of their tags, so that the same text has the same bytes.
    static JsonObject of(Text text) {
        Entries entries = new Entries();
        new TreeMap<>(text.byLanguage()).forEach((language, words) -> entries.text(language, words));
        return entries.done();
    }

    static Text text(Fields fields, String name) {
        Map<String, String> byLanguage = fields.map(name, Limits.MOST_LANGUAGES);
        return new Text(byLanguage);
    }

    private static JsonObject of(Consent consent) {
        return new Entries().text("version", consent.version()).object("text", of(consent.text()))
                .list("refusals", consent.refusalReasons(), reason ->
                        new Entries().text("code", reason.code()).object("label", of(reason.label())).done())
                .done();
    }

    private static Consent consent(Fields fields) {
        return new Consent(fields.text("version"), text(fields, "text"),
                fields.list("refusals", Limits.MOST_ENTRIES, reason ->
                        new Consent.RefusalReason(reason.text("code"), text(reason, "label"))));
    }

    private static JsonObject of(Area area) {
        return new Entries().text("key", area.key().asText()).text("level", area.level().code())
                .text("kind", area.kind()).text("name", area.name())
                .textIfAny("parent", area.parent().map(AreaKey::asText).orElse(null))
                .textIfAny("to", area.validTo().map(LocalDate::toString).orElse(null)).done();
    }

    private static Area area(Fields fields) {
        return new Area(AreaKey.parse(fields.text("key")), AreaLevel.ofCode(fields.text("level")),
                fields.text("kind"), fields.text("name"), fields.textIfAny("parent").map(AreaKey::parse),
                fields.textIfAny("to").map(LocalDate::parse));
    }
}
