package vn.hoidan.client.app.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FilePost;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.sync.AttachmentState;

/// Which interviews' answers this laptop need not keep any longer: those that have been safe for long enough by the
/// server's clock, which nobody here can move. An office that has to go back to a backup of these days loses nothing
/// by that. Paper forms stay: how well they are keyed is counted over all of them.
final class SafeAnswers {
    /// So long answers stay here after they were found safe.
    static final Duration KEPT = Duration.ofDays(14);

    private SafeAnswers() {
    }

    /// @param files interviews with files that are not safe, see {@link FilePost#unsafeInterviews}
    /// @param now   by the server's clock
    static List<Change> plan(List<InterviewEntry> interviews, SyncState sync,
            Map<InterviewId, AttachmentState.Stage> files, Instant now) {
        List<Change> changes = new ArrayList<>();
        for (InterviewEntry entry : interviews) {
            if (entry.state() != InterviewState.COMPLETED || entry.onlyAtOffice()
                    || entry.mode() == InterviewMode.PAPER) {
                continue;
            }
            boolean safe = Whereabouts.of(entry, sync, files) == Whereabouts.SAFE;
            if (safe != entry.safeSince().isPresent()) {
                // what an office that was restored does not hold any more has to be safe for as long again
                changes.add(new Change.SafeSince(entry.id(), Optional.of(now).filter(_ -> safe)));
            } else if (safe && !now.isBefore(entry.safeSince().get().plus(KEPT))) {
                changes.add(new Change.AnswersDeleted(entry.id()));
            }
        }
        return changes;
    }
}
