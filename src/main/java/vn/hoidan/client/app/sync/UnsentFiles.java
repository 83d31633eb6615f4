package vn.hoidan.client.app.sync;

import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.store.FilePost;
import vn.hoidan.core.problem.Problem;

/// Files kept with interviews that the office has not got whole.
///
/// @param count   of files
/// @param bytes   of them that it has not got
/// @param problem why they do not get on, if the person is to know
public record UnsentFiles(int count, long bytes, Optional<Problem> problem) {
    /// There are none.
    public static final UnsentFiles NONE = new UnsentFiles(0, 0, Optional.empty());

    static UnsentFiles of(List<FilePost.Parcel> parcels) {
        return new UnsentFiles(parcels.size(), parcels.stream().mapToLong(each -> each.size() - each.held()).sum(),
                Optional.empty());
    }

    /// @param more bytes that the office has got since; fewer than before if it lost some
    UnsentFiles after(long more, boolean whole) {
        return new UnsentFiles(whole ? count - 1 : count, Math.max(0, bytes - more), problem);
    }

    UnsentFiles because(Problem why) {
        return new UnsentFiles(count, bytes, Optional.of(why));
    }
}
