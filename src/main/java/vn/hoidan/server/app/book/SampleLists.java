package vn.hoidan.server.app.book;

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
    /// @param device the laptop that an open list belongs to
    record Entry(ListId id, SurveyId survey, AreaKey village, String villageName, int target,
            Optional<PersonId> holder, Optional<String> device) {

        /// True if nobody was drawn and the enumerator numbers the households that he or she comes to.
        public boolean isOpen() {
            return device.isPresent();
        }
    }

    void add(SurveyId survey, SampleList list);

    /// A place where nobody was drawn, for one laptop of one person.
    void addOpen(SurveyId survey, SampleList place, PersonId holder, String device);

    /// A name for the open list of a place, never given before, also not before the server was restored.
    ListId nextOpen(SurveyId survey, AreaKey place);

    List<Entry> heldBy(PersonId person);

    Optional<Entry> find(ListId id);

    Optional<SampleList> households(ListId id);

    boolean hasHousehold(ListId id, int number);

    /// In the order in which they were added.
    List<Entry> of(SurveyId survey);

    void assigned(ListId id, PersonId person);

    void free(ListId id);
}
