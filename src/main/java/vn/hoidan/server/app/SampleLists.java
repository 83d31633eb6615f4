package vn.hoidan.server.app;

import java.util.List;
import java.util.Optional;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.SurveyId;

/// Village lists and who holds them.
public interface SampleLists {

    /// A list without its households.
    ///
    /// @param holder the person it is assigned to
    record Entry(ListId id, SurveyId survey, AreaKey village, String villageName, int target,
            Optional<PersonId> holder) {
    }

    void add(SurveyId survey, SampleList list);

    Optional<Entry> find(ListId id);

    Optional<SampleList> households(ListId id);

    boolean hasHousehold(ListId id, int number);

    /// In the order in which they were added.
    List<Entry> of(SurveyId survey);

    void assigned(ListId id, PersonId person);

    void free(ListId id);
}
