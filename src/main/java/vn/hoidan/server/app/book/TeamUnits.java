package vn.hoidan.server.app.book;

import java.time.Instant;
import java.util.List;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.quota.MateUnits;
import vn.hoidan.core.survey.SurveyId;

/// What laptops of a free quota have left that could be handed over, with those counted on alone: who was silent for
/// long, or whose laptop is lost, does not come to an evening's sharing.
public interface TeamUnits {

    /// Everybody of the survey, in the order of their laptops.
    List<Holder> all(SurveyId survey, Instant now);

    /// Those who work in an area.
    List<Holder> in(SurveyId survey, AreaKey area, Instant now);

    /// @param area of the person's work
    record Holder(String person, AreaKey area, MateUnits units) {
    }
}
