package vn.hoidan.server.app.book;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.SurveyId;

/// Where people of a free quota look for those whom they interview.
public interface Workplaces {

    void add(PersonId person, AreaKey area, Instant at);

    void remove(PersonId person, AreaKey area);

    /// In the order in which they were given.
    List<AreaKey> of(PersonId person);

    /// The cells that the person works towards from now on; those before are forgotten.
    void worksTowards(SurveyId survey, PersonId person, Collection<CellKey> cells, Instant at);
}
