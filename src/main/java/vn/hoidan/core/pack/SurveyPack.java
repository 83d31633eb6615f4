package vn.hoidan.core.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.index.IndexMethod;
import vn.hoidan.core.index.IndexSetup;
import vn.hoidan.core.indicator.IndicatorTree;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.QuotaDesign;
import vn.hoidan.core.quota.SoftTarget;
import vn.hoidan.core.quota.declaration.QuotaDeclaration;
import vn.hoidan.core.sampling.SamplePlan;
import vn.hoidan.core.survey.Consent;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;

/// Everything needed to begin a survey.
///
/// @param name          of the pack: `sipas-2023`
/// @param title         of the questionnaire's series
/// @param survey        the round that the plan is for: `hanoi-2024`
/// @param surveyTitle   as screens name the round
/// @param xform         the questionnaire, ready for the engine
/// @param questionnaire names exactly these bytes
/// @param areas         the frame of areas, several lists side by side by their dates
/// @param quotas        what the pack declares beyond the targets of its plan
/// @param index         how the index is counted from the indicators
/// @param frame         how many units the plan draws from
public record SurveyPack(String name, Text title, SurveyId survey, Text surveyTitle, Bytes xform,
        QuestionnaireId questionnaire, Consent consent, Areas areas, SamplePlan plan,
        Optional<QuotaDeclaration> quotas, IndicatorTree indicators, IndexSetup index,
        List<IndexMethod.FrameCount> frame, PracticeTexts practice) {
    public SurveyPack {
        frame = List.copyOf(frame);
    }

    /// The same for a round under another name.
    public SurveyPack under(SurveyId other) {
        return new SurveyPack(name, title, other, surveyTitle, xform, questionnaire, consent, areas, plan, quotas,
                indicators, index, frame, practice);
    }

    /// How the index of a survey made from this pack is counted; the seed of the draw is not known.
    public IndexMethod method() {
        return new IndexMethod(indicators, index, plan, frame, Optional.empty());
    }

    /// The survey as devices are told of it: hard quotas for every sampled area of the levels that have a target in
    /// the plan, and what the pack declares for sampled areas; for the same cell the declaration counts.
    ///
    /// @param sampled  areas of the sample with those above them
    /// @param practice its data can be thrown away
    public Survey surveyIn(Areas sampled, boolean practice) {
        Map<CellKey, Constraint> constraints = new LinkedHashMap<>();
        for (AreaLevel level : AreaLevel.values()) {
            Optional.ofNullable(plan.targets().get(level)).ifPresent(target -> sampled.at(level)
                    .forEach(area -> put(constraints, new Constraint(level, area.key(), target))));
        }
        quotas.ifPresent(declared -> declared.constraints().stream()
                .filter(each -> sampled.find(each.area()).isPresent()).forEach(each -> put(constraints, each)));
        List<SoftTarget> soft = quotas.map(QuotaDeclaration::softTargets).orElse(List.of()).stream()
                .filter(each -> sampled.find(each.area()).isPresent()).toList();
        return new Survey(survey, surveyTitle, questionnaire, consent, sampled.all(),
                quotas.map(QuotaDeclaration::design).orElse(QuotaDesign.LIST_WITH_REPLACEMENT),
                List.copyOf(constraints.values()), soft, practice);
    }

    private static void put(Map<CellKey, Constraint> constraints, Constraint constraint) {
        constraints.put(constraint.cell(), constraint);
    }
}
