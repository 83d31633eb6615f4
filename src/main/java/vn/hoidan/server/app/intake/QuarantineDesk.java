package vn.hoidan.server.app.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sync.AsideCause;
import vn.hoidan.core.sync.AsideOutcome;
import vn.hoidan.core.sync.AsideRecord;
import vn.hoidan.core.sync.AsideRelease;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.Logs;
import vn.hoidan.server.app.book.RecordAct;
import vn.hoidan.server.app.book.RecordReader;
import vn.hoidan.server.app.book.Staff;
import vn.hoidan.server.app.quota.QuotaCells;
import vn.hoidan.server.app.quota.QuotaDesk.Decision;

/// Records that were kept and could not be used. Nothing behind them waits; they are looked at when somebody has time.
/// Whatever is done is written down with who and why, and the record stays as it came.
public final class QuarantineDesk {

    private final CentralStore store;
    private final RecordReader reader;
    private final RecordIntake records;
    private final InstantSource clock;

    public QuarantineDesk(CentralStore store, IntakeDesk.Checks checks, InstantSource clock) {
        this.store = store;
        this.reader = checks.reader();
        this.records = new RecordIntake(checks.reader(), checks.signatures());
        this.clock = clock;
    }

    /// One that was set aside.
    ///
    /// @param log    which sent it
    /// @param person whose laptop it is
    /// @param detail of the cause, as it is kept
    public record Line(String log, String person, UpRecord record, AsideCause cause, String detail) {
    }

    /// A record with all that is known of it.
    ///
    /// @param aside what is in its way; empty if it is not set aside
    /// @param says  the household that it names, if it can be read
    public record Seen(UpRecord record, Optional<Line> aside, Optional<RecordAct.Place> says, List<RecordAct> acts) {
    }

    public List<Line> lines() {
        return store.read(central -> central.logs().quarantined().stream().map(each -> line(central, each)).toList());
    }

    private static Line line(CentralStore.Central central, Logs.Quarantined aside) {
        Devices.Device log = central.devices().find(aside.device()).orElseThrow();
        return new Line(log.id(), central.staff().find(log.person()).orElseThrow().person().name(),
                central.logs().record(log.id(), aside.number()).orElseThrow(), causeOf(aside.cause()),
                aside.cause());
    }

    /// @param cause as it is kept beside the record
    private static AsideCause causeOf(String cause) {
        return switch (cause) {
            case RecordIntake.UNKNOWN_LIST -> AsideCause.LIST;
            case RecordIntake.UNKNOWN_HOUSEHOLD -> AsideCause.HOUSEHOLD;
            case RecordIntake.OTHER_SURVEY -> AsideCause.SURVEY;
            case RecordIntake.NO_QUOTA -> AsideCause.QUOTA;
            case RecordIntake.OTHER_CONTENT -> AsideCause.OTHER_CONTENT;
            case UnitsIntake.NOT_SIGNED -> AsideCause.NOT_GENUINE;
            default -> cause.endsWith(" " + RecordIntake.UNKNOWN_KEY) ? AsideCause.OFFICE_KEY
                    : cause.endsWith(" " + RecordIntake.UNKNOWN_DICTIONARY) ? AsideCause.QUESTIONNAIRE
                    : cause.startsWith(ProblemKind.RECORD_NOT_GENUINE.number() + " ") ? AsideCause.NOT_GENUINE
                    : !cause.isEmpty() && Character.isDigit(cause.charAt(0)) ? AsideCause.UNREADABLE
                    : AsideCause.UNITS;
        };
    }

    /// Those that laptops of a supervisor's survey and area sent.
    public List<AsideRecord> of(Staff.Member supervisor) {
        return store.read(central -> central.logs().quarantined().stream()
                .filter(each -> isOf(central, supervisor, each.device())).limit(AsideRecord.MOST)
                .map(each -> line(central, each)).map(line -> new AsideRecord(line.log(), line.record().number(),
                        line.record().type(), line.person(), line.cause())).toList());
    }

    private static boolean isOf(CentralStore.Central central, Staff.Member supervisor, String log) {
        return central.devices().find(log).filter(device -> device.survey().equals(supervisor.survey()))
                .map(device -> central.staff().find(device.person()).orElseThrow().person().area())
                .filter(area -> supervisor.isOver(area,
                        new Areas(central.surveys().find(supervisor.survey()).orElseThrow().areas())))
                .isPresent();
    }

    /// A supervisor has a record of the own area tried again.
    public AsideOutcome release(Staff.Member supervisor, AsideRelease asked) {
        boolean ours = store.read(central -> isOf(central, supervisor, asked.log()));
        return ours ? release(asked.log(), asked.number(),
                new Decision(supervisor.person().name(), asked.reason())) : AsideOutcome.NOT_THERE;
    }

    /// A record that is or was set aside; empty if there is no such record.
    public Optional<Seen> look(String log, long number) {
        return store.read(central -> central.logs().record(log, number).map(record -> new Seen(record,
                aside(central, log, number).map(each -> line(central, each)), says(central, log, record),
                central.logs().acts(log, number))));
    }

    private Optional<RecordAct.Place> says(CentralStore.Central central, String log, UpRecord record) {
        try {
            return switch (record.type()) {
                case INTERVIEW -> {
                    InterviewRecord interview = reader.interview(central.surveys(), log, record);
                    yield Optional.of(new RecordAct.Place(interview.list(), interview.household()));
                }
                case CONTACT -> {
                    Contact contact = reader.contact(log, record);
                    yield Optional.of(new RecordAct.Place(contact.list(), contact.household()));
                }
                case UNITS_RETURNED, VOUCHER_GIVEN, VOUCHER_TAKEN, CODE_GIVEN -> Optional.empty();
            };
        } catch (ProblemException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Logs.Quarantined> aside(CentralStore.Central central, String log, long number) {
        return central.logs().quarantined().stream()
                .filter(each -> each.device().equals(log) && each.number() == number).findFirst();
    }

    /// Takes a record in as if it came now, for instance because its list is known since, because a key of the office
    /// was found, or because this program reads what an older one could not. What still cannot be used stays where it
    /// is, with the cause of now. One that was discarded comes back by this.
    public AsideOutcome release(String log, long number, Decision decision) {
        return store.write(central -> isAside(central, log, number)
                ? tried(central, log, number, act(RecordAct.Kind.RELEASED, Optional.empty(), decision))
                : AsideOutcome.NOT_THERE);
    }

    /// How many records were tried again for one cause.
    public record Retried(int taken, int stillAside) {
    }

    /// Takes in all records that wait for the same, each as if it came now, after what they waited for was put back.
    public Retried retry(AsideCause cause, Decision decision) {
        int taken = 0;
        List<Line> waiting = lines().stream().filter(line -> line.cause() == cause).toList();
        for (Line line : waiting) {
            taken += release(line.log(), line.record().number(), decision) == AsideOutcome.TAKEN_IN ? 1 : 0;
        }
        return new Retried(taken, waiting.size() - taken);
    }

    /// Takes a record in at another household than it names, because it names one that is not there. Its answers are
    /// never touched; an interview that was not understood is not guessed at.
    public AsideOutcome repair(String log, long number, RecordAct.Place place, Decision decision) {
        return store.write(central -> isAside(central, log, number)
                ? tried(central, log, number, act(RecordAct.Kind.REPAIRED, Optional.of(place), decision))
                : AsideOutcome.NOT_THERE);
    }

    /// Nobody needs to look at a record any more. It stays where it came.
    public AsideOutcome discard(String log, long number, Decision decision) {
        return store.write(central -> {
            if (aside(central, log, number).isEmpty()) {
                return AsideOutcome.NOT_THERE;
            }
            central.logs().release(log, number);
            central.logs().acted(log, number, act(RecordAct.Kind.DISCARDED, Optional.empty(), decision));
            return AsideOutcome.DISCARDED;
        });
    }

    private static boolean isAside(CentralStore.Central central, String log, long number) {
        List<RecordAct> acts = central.logs().acts(log, number);
        return aside(central, log, number).isPresent()
                || !acts.isEmpty() && acts.getLast().kind() == RecordAct.Kind.DISCARDED;
    }

    private RecordAct act(RecordAct.Kind kind, Optional<RecordAct.Place> place, Decision decision) {
        return new RecordAct(kind, place, decision.by(), decision.reason(), clock.instant());
    }

    private AsideOutcome tried(CentralStore.Central central, String log, long number, RecordAct act) {
        central.logs().release(log, number);
        central.logs().acted(log, number, act);
        Devices.Device device = central.devices().find(log).orElseThrow();
        Instant now = clock.instant();
        QuotaCells cells = QuotaCells.of(central.surveys().find(device.survey()).orElseThrow());
        List<RecordAct.Place> places = central.logs().acts(log, number).stream()
                .flatMap(each -> each.place().stream()).toList();
        return records.takeAgain(RecordIntake.Work.of(central, cells, device, now),
                central.logs().record(log, number).orElseThrow(), places).isEmpty()
                ? AsideOutcome.TAKEN_IN : AsideOutcome.STILL_ASIDE;
    }
}
