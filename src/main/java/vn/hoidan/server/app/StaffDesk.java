package vn.hoidan.server.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.SampleLists;
import vn.hoidan.server.app.book.Sha256;
import vn.hoidan.server.app.book.Staff;

/// Adds people and hands out the codes that enrol their laptops.
public final class StaffDesk {

    /// How long a code can be used.
    public static final Duration CODE_LIFE = Duration.ofDays(14);
    /// Longest name of a person, in characters.
    public static final int LONGEST_NAME = 100;

    private final CentralStore store;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Bytes fingerprint;

    /// @param random      source of secrets: one that cannot be guessed
    /// @param fingerprint SHA-256 of the server's certificate
    public StaffDesk(CentralStore store, InstantSource clock, RandomGenerator random, Bytes fingerprint) {
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.fingerprint = fingerprint;
    }

    /// One line of the staff list.
    public record Line(Person person, Optional<Devices.Device> device, int lists) {
    }

    /// Adds a person under a name that nobody has yet.
    ///
    /// @param areaCode code of a district or the province, valid in the survey
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN, AREA_UNKNOWN
    public Person add(SurveyId survey, String name, Role role, String areaCode) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", "--name", "reason", "1-" + LONGEST_NAME)
                    .exception();
        }
        return store.write(central -> {
            Survey found = central.surveys().find(survey).orElseThrow(
                    () -> Problem.of(ProblemKind.SURVEY_UNKNOWN, "name", survey.text()).exception());
            Area area = found.areas().stream()
                    .filter(each -> each.key().code().equals(areaCode) && each.level() != AreaLevel.VILLAGE)
                    .findFirst()
                    .orElseThrow(() -> Problem.of(ProblemKind.AREA_UNKNOWN, "name", areaCode).exception());
            PersonId id = new PersonId("p-" + Bytes.of(bytes(8)).hex());
            Person person = new Person(id, name.strip(), role, area.key(), area.fullName());
            central.staff().add(new Staff.Member(person, survey), clock.instant());
            return person;
        });
    }

    /// Makes a new one-time code. Only its hash is kept, so it is shown now or never.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException PERSON_UNKNOWN
    public EnrolmentCode issueCode(PersonId person) {
        byte[] secret = bytes(EnrolmentCode.SECRET_BYTES);
        Instant now = clock.instant();
        store.write(central -> {
            if (central.staff().find(person).isEmpty()) {
                throw Problem.of(ProblemKind.PERSON_UNKNOWN, "name", person.text()).exception();
            }
            central.staff().addCode(new Staff.IssuedCode(Sha256.of(Bytes.of(secret)), person, now.plus(CODE_LIFE),
                    Optional.empty()), now);
            return null;
        });
        byte[] start = Arrays.copyOf(fingerprint.toArray(), EnrolmentCode.FINGERPRINT_BYTES);
        return new EnrolmentCode(secret, start);
    }

    /// @throws vn.hoidan.core.problem.ProblemException PERSON_UNKNOWN
    public Person find(PersonId person) {
        return store.read(central -> central.staff().find(person)).map(Staff.Member::person)
                .orElseThrow(() -> Problem.of(ProblemKind.PERSON_UNKNOWN, "name", person.text()).exception());
    }

    /// Everybody of a survey, in the order in which they were added.
    public List<Line> list(SurveyId survey) {
        return store.read(central -> {
            List<SampleLists.Entry> lists = central.lists().of(survey);
            return central.staff().of(survey).stream().map(member -> new Line(member.person(),
                    central.devices().current(member.person().id()),
                    (int) lists.stream().filter(list -> list.holder().equals(Optional.of(member.person().id())))
                            .count())).toList();
        });
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
