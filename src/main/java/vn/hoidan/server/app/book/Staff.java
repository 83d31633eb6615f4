package vn.hoidan.server.app.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;

/// The field staff and the one-time codes that enrol their laptops. Secrets are kept as hashes only.
public interface Staff {

    /// A person with the survey he or she works on.
    record Member(Person person, SurveyId survey) {

        /// Whether somebody who works in an area works below this supervisor.
        ///
        /// @param areas of the survey
        public boolean isOver(AreaKey area, Areas areas) {
            return areas.upwards(area).stream().anyMatch(each -> each.key().equals(person.area()));
        }
    }

    /// A code handed out.
    ///
    /// @param secretHash SHA-256 of the secret
    /// @param use        what became of it
    record IssuedCode(Bytes secretHash, PersonId person, Instant expiresAt, Optional<Use> use) {
    }

    /// @param tokenHash SHA-256 of the token that the device chose
    record Use(Bytes tokenHash, String device) {
    }

    void add(Member member, Instant at);

    Optional<Member> find(PersonId id);

    /// In the order in which they were added.
    List<Member> of(SurveyId survey);

    void addCode(IssuedCode code, Instant at);

    Optional<IssuedCode> code(Bytes secretHash);

    void codeUsed(Bytes secretHash, Use use);
}
