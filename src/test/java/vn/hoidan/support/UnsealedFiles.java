package vn.hoidan.support;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hoidan.client.app.store.FilePost;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.Bytes;

/// Of a store to which the office has given no key: its files stay.
public final class UnsealedFiles implements FilePost {
    @Override
    public boolean allSafe() {
        return false;
    }

    @Override
    public List<Parcel> parcels(Map<InterviewId, Set<Bytes>> named) {
        return List.of();
    }

    @Override
    public Map<InterviewId, AttachmentState.Stage> unsafeInterviews() {
        return Map.of();
    }

    @Override
    public Pieces open(Parcel parcel) {
        throw new IllegalStateException("nothing is sealed here");
    }
}
