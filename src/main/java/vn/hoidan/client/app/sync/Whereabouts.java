package vn.hoidan.client.app.sync;

import java.util.Map;
import vn.hoidan.client.app.store.FilePost;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.sync.AttachmentState;

/// Where a completed interview is; what is in a later place is in all before it, but for the last.
public enum Whereabouts {
    /// On this laptop's disk only.
    HERE("here"),
    /// The server has it.
    STORED("stored"),
    /// The server has it, and in a copy that was opened again and checked.
    SAFE("safe"),
    /// It is safe, and its answers are not on this laptop any more.
    OFFICE("office");

    private final String code;

    Whereabouts(String code) {
        this.code = code;
    }

    /// Ends the keys of its texts.
    public String code() {
        return code;
    }

    /// An interview is no further than its record and its files.
    ///
    /// @param sync  what the server has acknowledged
    /// @param files interviews with files that are not safe, see {@link FilePost#unsafeInterviews}
    public static Whereabouts of(InterviewEntry completed, SyncState sync,
            Map<InterviewId, AttachmentState.Stage> files) {
        if (completed.onlyAtOffice()) {
            return OFFICE;
        }
        if (completed.isUnproven()) {
            return STORED;
        }
        long number = completed.recordNumber().orElseThrow();
        AttachmentState.Stage stage = files.getOrDefault(completed.id(), AttachmentState.Stage.SAFE);
        if (number <= sync.safe().number() && stage == AttachmentState.Stage.SAFE) {
            return SAFE;
        }
        return number <= sync.stored().number() && stage != AttachmentState.Stage.PART ? STORED : HERE;
    }
}
