package vn.hoidan.core.survey;

import java.util.List;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.QuotaDesign;
import vn.hoidan.core.quota.SoftTarget;

/// One survey round as a device needs to know it.
///
/// @param areas       the units that its constraints and lists name, with those above them
/// @param design      how its people are found
/// @param constraints its hard quotas
/// @param softTargets guidance whom to ask; nobody is turned away for them
/// @param practice    true when its data can be thrown away; shown as a banner
public record Survey(SurveyId id, Text name, QuestionnaireId questionnaire, Consent consent, List<Area> areas,
        QuotaDesign design, List<Constraint> constraints, List<SoftTarget> softTargets, boolean practice) {
    public Survey {
        areas = List.copyOf(areas);
        constraints = List.copyOf(constraints);
        softTargets = List.copyOf(softTargets);
    }

    /// One of drawn households with replacements and without soft targets.
    public Survey(SurveyId id, Text name, QuestionnaireId questionnaire, Consent consent, List<Area> areas,
            List<Constraint> constraints, boolean practice) {
        this(id, name, questionnaire, consent, areas, QuotaDesign.LIST_WITH_REPLACEMENT, constraints, List.of(),
                practice);
    }

    /// The same with another version of its questionnaire for new interviews.
    public Survey asking(QuestionnaireId other) {
        return new Survey(id, name, other, consent, areas, design, constraints, softTargets, practice);
    }

    /// The same with other quotas.
    public Survey wanting(QuotaDesign otherDesign, List<Constraint> hard, List<SoftTarget> soft) {
        return new Survey(id, name, questionnaire, consent, areas, otherDesign, hard, soft, practice);
    }
}
