package vn.hoidan.server.app.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Along;
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.DraftMark;
import vn.hoidan.core.sync.SealedDraft;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.Drafts;

/// Keeps interviews in work as laptops send them along, and gives them to the laptop with which their person works on.
public final class DraftDesk {

    /// One that was not sent again for so long is given up.
    public static final Duration LONGEST = Duration.ofDays(60);

    private final CentralStore store;
    private final DraftReader reader;
    private final InstantSource clock;

    /// Opens drafts.
    public interface DraftReader {
        /// @throws vn.hoidan.core.problem.ProblemException RECORD_NOT_GENUINE, MESSAGE_UNREADABLE, MESSAGE_TOO_LARGE
        Draft draft(SealedDraft draft);
    }

    public DraftDesk(CentralStore store, DraftReader reader, InstantSource clock) {
        this.store = store;
        this.reader = reader;
        this.clock = clock;
    }

    /// Takes in what came along with a round of sync.
    ///
    /// @return what is kept that this laptop may go on with; empty if its program does not know of it
    public Optional<List<DraftMark>> take(String device, Along along) {
        if (along.inWork().isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return Optional.of(store.write(central -> {
            central.drafts().deleteBefore(now.minus(LONGEST));
            Devices.Device laptop = central.devices().find(device)
                    .orElseThrow(() -> Problem.of(ProblemKind.CREDENTIALS_REFUSED).exception());
            along.drafts().forEach(draft -> take(central, laptop, draft, now));
            forget(central, laptop, along.brokenOff());
            return keptFor(central, laptop).stream().map(entry -> entry.draft().mark()).toList();
        }));
    }

    /// The newest stays, whatever the order in which they come; what is completed is not taken for in work.
    private static void take(CentralStore.Central central, Devices.Device laptop, SealedDraft draft, Instant now) {
        InterviewId id = draft.mark().interview();
        Optional<Drafts.Entry> before = central.drafts().find(id);
        boolean newer = before.isEmpty() || before.get().person().equals(laptop.person())
                && before.get().draft().mark().revision() <= draft.mark().revision();
        boolean room = before.isPresent() || central.drafts().of(laptop.person()).size() < Draft.MOST_OF_A_PERSON;
        if (newer && room && central.interviews().find(id).isEmpty()) {
            central.drafts().put(new Drafts.Entry(draft, laptop.person(), laptop.name(), now));
        }
    }

    /// Only what a laptop says is broken off there: one that was put back to an older copy does not name what it no
    /// longer knows, and gets it back. What is completed goes with its record.
    private static void forget(CentralStore.Central central, Devices.Device laptop, List<InterviewId> brokenOff) {
        keptFor(central, laptop).stream().map(entry -> entry.draft().mark().interview()).filter(brokenOff::contains)
                .forEach(central.drafts()::delete);
    }

    /// A laptop that another has replaced gets only what it sent itself.
    private static List<Drafts.Entry> keptFor(CentralStore.Central central, Devices.Device laptop) {
        boolean works = central.devices().current(laptop.person())
                .filter(current -> current.name().equals(laptop.name())).isPresent();
        return central.drafts().of(laptop.person()).stream()
                .filter(entry -> works || entry.device().equals(laptop.name())).toList();
    }

    /// An interview in work, opened for the laptop with which its person works now.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException MESSAGE_UNREADABLE if there is none for this laptop,
    ///                                                 RECORD_NOT_GENUINE
    public Draft open(String device, InterviewId interview) {
        SealedDraft draft = store.read(central -> central.devices().find(device)
                .flatMap(laptop -> keptFor(central, laptop).stream()
                        .filter(entry -> entry.draft().mark().interview().equals(interview)).findFirst()))
                .map(Drafts.Entry::draft)
                .orElseThrow(() -> Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "no such draft").exception());
        return reader.draft(draft);
    }
}
