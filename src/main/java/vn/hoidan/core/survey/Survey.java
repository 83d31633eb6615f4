package vn.hoidan.core.survey;

import java.util.List;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.quota.Constraint;

/// One survey round as a device needs to know it.
///
/// @param areas       the units that its constraints and lists name, with those above them
/// @param constraints its hard quotas
/// @param practice    true when its data can be thrown away; shown as a banner
public record Survey(SurveyId id, Text name, QuestionnaireId questionnaire, Consent consent, List<Area> areas,
        List<Constraint> constraints, boolean practice) {
    public Survey {
        areas = List.copyOf(areas);
        constraints = List.copyOf(constraints);
    }

    /// The same with another version of its questionnaire for new interviews.
    public Survey asking(QuestionnaireId other) {
        return new Survey(id, name, other, consent, areas, constraints, practice);
    }
}
