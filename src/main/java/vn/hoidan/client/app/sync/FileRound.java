package vn.hoidan.client.app.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import vn.hoidan.client.app.office.HeadOffice;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.FilePost;
import vn.hoidan.core.sync.Along;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.Bytes;

/// Sends files kept with interviews, piece by piece, after a round of sync. Records go first: as soon as one waits, the
/// rest of the files is left to the next round.
final class FileRound {
    /// Times that a file may fail to grow at the office before it is left to the next round, such as when what came
    /// there did not fit its hash.
    private static final int MOST_STANDSTILLS = 2;
    private static final System.Logger LOG = System.getLogger(FileRound.class.getName());

    /// Most bytes of pieces that one file takes along for other roads: colleagues carry it beside their own work.
    static final long MOST_CARRIED_BYTES = 12L * 1024 * 1024;

    private final FieldStore store;
    private final HeadOffice office;
    private final NamedFiles named;

    FileRound(FieldStore store, HeadOffice office) {
        this.store = store;
        this.office = office;
        this.named = new NamedFiles(store);
    }

    /// Files that interviews name and the office has not got safe.
    List<FilePost.Parcel> parcels() {
        return store.files().allSafe() ? List.of() : store.files().parcels(named.now());
    }

    /// Names of sealed files of which the office is asked how they stand there.
    List<Bytes> asked() {
        return parcels().stream().map(FilePost.Parcel::hash).limit(Along.MOST_FILES).toList();
    }

    /// Those that it has not got whole.
    UnsentFiles unsent() {
        return UnsentFiles.of(parcels().stream().filter(FilePost.Parcel::toSend).toList());
    }

    /// Pieces for other roads, a request's after another: of each file what follows of it where the office stood when
    /// it last told.
    List<List<AttachmentPiece>> carried() {
        List<AttachmentPiece> pieces = new ArrayList<>();
        long room = MOST_CARRIED_BYTES;
        for (FilePost.Parcel parcel : parcels()) {
            if (parcel.toSend() && room > 0) {
                FilePost.Pieces file = store.files().open(parcel);
                for (long at = parcel.held(); at < parcel.size() && room > 0; at = pieces.getLast().end()) {
                    pieces.add(file.at(at));
                    room -= pieces.getLast().content().length();
                }
            }
        }
        return IntStream.range(0, (pieces.size() + Along.MOST_PIECES - 1) / Along.MOST_PIECES)
                .mapToObj(part -> pieces.subList(part * Along.MOST_PIECES,
                        Math.min(pieces.size(), (part + 1) * Along.MOST_PIECES))).toList();
    }

    /// @param progress told after each piece what is left
    /// @param stopped  asked before each piece
    /// @throws vn.hoidan.core.problem.ProblemException when a piece does not get through; what came before it stays
    void run(Consumer<UnsentFiles> progress, BooleanSupplier stopped) {
        UnsentFiles left = unsent();
        for (FilePost.Parcel parcel : parcels()) {
            if (parcel.toSend() && goesOn(stopped)) {
                left = send(parcel, left, progress, () -> !goesOn(stopped));
            }
        }
    }

    private boolean goesOn(BooleanSupplier stopped) {
        return !stopped.getAsBoolean() && store.syncState().waiting() == 0;
    }

    private UnsentFiles send(FilePost.Parcel parcel, UnsentFiles before, Consumer<UnsentFiles> progress,
            BooleanSupplier stopped) {
        FilePost.Pieces pieces = store.files().open(parcel);
        AttachmentState state = new AttachmentState(parcel.hash(), parcel.held(), parcel.stage());
        UnsentFiles left = before;
        int standstills = 0;
        try {
            while (state.stage() == AttachmentState.Stage.PART && standstills <= MOST_STANDSTILLS
                    && !stopped.getAsBoolean()) {
                long held = state.held();
                state = office.attachment(pieces.at(held));
                standstills += state.held() > held ? 0 : 1;
                left = left.after(state.held() - held, state.stage() != AttachmentState.Stage.PART);
                progress.accept(left);
            }
        } finally {
            store.apply(List.of(new Change.FilesTold(List.of(state), false)));
        }
        if (standstills > MOST_STANDSTILLS) {
            LOG.log(System.Logger.Level.WARNING, "a file does not get on at the office: {0} of {1} bytes",
                    state.held(), parcel.size());
        }
        return left;
    }
}
