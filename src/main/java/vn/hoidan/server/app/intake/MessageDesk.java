package vn.hoidan.server.app.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.MessageOrder;
import vn.hoidan.core.sync.OfficeMessage;
import vn.hoidan.core.sync.OfficePost;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.OfficeMessages;
import vn.hoidan.server.app.book.Staff;

/// Says something to enumerators, who read it after their next sync; by other roads it comes with the answer.
public final class MessageDesk {

    /// A laptop that comes later than this is not told: what was said is no longer news.
    static final Duration NEWS = Duration.ofDays(60);
    /// Most messages that one round tells.
    static final int MOST_A_ROUND = 50;

    private final CentralStore store;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    /// @param ids gives a new random id each time
    public MessageDesk(CentralStore store, InstantSource clock, Supplier<UUID> ids) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    /// Sends to one enumerator.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException PERSON_UNKNOWN, NOT_ALLOWED for a person who does not interview
    public void sendTo(PersonId person, String sender, String text) {
        store.write(central -> {
            Person to = central.staff().find(person).map(Staff.Member::person).orElseThrow(() ->
                    Problem.of(ProblemKind.PERSON_UNKNOWN, "name", person.text()).exception());
            if (to.role() != Role.ENUMERATOR) {
                throw Problem.of(ProblemKind.NOT_ALLOWED).exception();
            }
            central.messages().add(new OfficeMessages.Posted(message(sender, text), Optional.empty(),
                    List.of(person)));
            return null;
        });
    }

    /// Sends to all enumerators of a survey, or of one area of it.
    ///
    /// @param areaCode of the enumerators' area, empty for all
    /// @return to how many it goes
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN, AREA_UNKNOWN
    public int sendToAll(SurveyId survey, String areaCode, String sender, String text) {
        return store.write(central -> {
            Survey found = central.surveys().find(survey).orElseThrow(() ->
                    Problem.of(ProblemKind.SURVEY_UNKNOWN, "name", survey.text()).exception());
            Optional<Area> area = found.areas().stream().filter(each -> each.key().code().equals(areaCode)).findFirst();
            if (!areaCode.isEmpty() && area.isEmpty()) {
                throw Problem.of(ProblemKind.AREA_UNKNOWN, "name", areaCode).exception();
            }
            List<PersonId> to = central.staff().of(survey).stream().map(Staff.Member::person)
                    .filter(person -> person.role() == Role.ENUMERATOR)
                    .filter(person -> area.isEmpty() || person.area().equals(area.get().key()))
                    .map(Person::id).toList();
            if (!to.isEmpty()) {
                central.messages().add(new OfficeMessages.Posted(message(sender, text), Optional.empty(), to));
            }
            return to.size();
        });
    }

    /// A supervisor sends to one enumerator of the own area or to all of them. The same order again does nothing.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException NOT_ALLOWED for somebody who is not of that area
    public void send(Staff.Member supervisor, MessageOrder order) {
        store.write(central -> {
            List<PersonId> to = team(central, supervisor).stream().map(Person::id)
                    .filter(id -> order.to().isEmpty() || order.to().get().equals(id)).toList();
            if (to.isEmpty()) {
                throw Problem.of(ProblemKind.NOT_ALLOWED).exception();
            }
            central.messages().add(new OfficeMessages.Posted(new OfficeMessage(order.id(),
                    Instant.ofEpochMilli(clock.millis()), supervisor.person().name(), order.text().strip()),
                    Optional.of(supervisor.person().id()), to));
            return to;
        });
    }

    /// What a supervisor has sent, and to whom more can be sent.
    public OfficePost of(Staff.Member supervisor) {
        return store.read(central -> new OfficePost(team(central, supervisor).stream()
                .limit(OfficePost.MOST_TEAM).map(each -> new OfficePost.Recipient(each.id(), each.name())).toList(),
                sent(central, central.messages().sent(supervisor.person().id(), OfficePost.MOST_SENT))));
    }

    /// What was sent last, by the office or by supervisors.
    public List<OfficePost.Sent> sent() {
        return store.read(central -> sent(central, central.messages().sent(OfficePost.MOST_SENT)));
    }

    private static List<OfficePost.Sent> sent(CentralStore.Central central, List<OfficeMessages.Stored> stored) {
        return stored.stream().map(each -> new OfficePost.Sent(each.message(), each.to().stream()
                .map(reader -> new OfficePost.Delivery(central.staff().find(reader.person()).orElseThrow().person()
                        .name(), reader.readAt())).toList())).toList();
    }

    private static List<Person> team(CentralStore.Central central, Staff.Member supervisor) {
        Areas areas = new Areas(central.surveys().find(supervisor.survey()).orElseThrow().areas());
        return central.staff().of(supervisor.survey()).stream().map(Staff.Member::person)
                .filter(person -> person.role() == Role.ENUMERATOR && areas.upwards(person.area()).stream()
                        .anyMatch(each -> each.key().equals(supervisor.person().area()))).toList();
    }

    private OfficeMessage message(String sender, String text) {
        return new OfficeMessage(ids.get().toString(), Instant.ofEpochMilli(clock.millis()),
                bounded("--by", sender, OfficeMessage.MOST_SENDER),
                bounded("--text", text, OfficeMessage.MOST_TEXT));
    }

    private static String bounded(String option, String given, int most) {
        String text = given.strip();
        if (text.isEmpty() || text.length() > most) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", option, "reason", "1-" + most).exception();
        }
        return text;
    }

    /// Tells a laptop what its person was sent and it has not been told.
    static void tell(CentralStore.Central central, Devices.Device device, Instant now) {
        for (OfficeMessages.Numbered each : central.messages().untold(device.person(), device.id(), now.minus(NEWS),
                MOST_A_ROUND)) {
            central.logs().tell(device.id(), new DownItem.MessageGiven(each.message()), now);
            central.messages().told(device.id(), each.number());
        }
    }
}
