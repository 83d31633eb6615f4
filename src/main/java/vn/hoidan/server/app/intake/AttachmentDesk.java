package vn.hoidan.server.app.intake;

import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.book.AttachmentCopies;
import vn.hoidan.server.app.book.AttachmentFiles;
import vn.hoidan.server.app.book.Attachments;
import vn.hoidan.server.app.book.CentralStore;

/// Takes in sealed files that laptops kept with interviews, piece by piece. Pieces may come twice, late and by several
/// roads; only a file that is what its hash says is kept, and a content that comes twice is kept once.
public final class AttachmentDesk {

    /// Most bytes of files taken from one laptop: some seven hundred photographs.
    public static final long MOST_BYTES_OF_A_DEVICE = 4L * 1024 * 1024 * 1024;
    /// Most bytes in parts of one laptop: a stick may bring pieces of several files.
    public static final long MOST_PART_BYTES_OF_A_DEVICE = 128L * 1024 * 1024;
    /// Room that is left on the disk for records and their backups.
    public static final long LEAST_ROOM_BYTES = 512L * 1024 * 1024;

    private static final System.Logger LOG = System.getLogger(AttachmentDesk.class.getName());

    private final CentralStore store;
    private final AttachmentFiles files;
    private final InstantSource clock;

    public AttachmentDesk(CentralStore store, AttachmentFiles files, InstantSource clock) {
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    /// How a file stands here.
    public AttachmentState state(String device, Bytes hash) {
        return store.read(central -> central.attachments().find(hash)).map(AttachmentDesk::told)
                .orElseGet(() -> part(hash, files.held(device, hash)));
    }

    private static AttachmentState told(Attachments.Entry entry) {
        return new AttachmentState(entry.hash(), entry.bytes(),
                entry.safe() ? AttachmentState.Stage.SAFE : AttachmentState.Stage.STORED);
    }

    private static AttachmentState part(Bytes hash, long held) {
        return new AttachmentState(hash, held, AttachmentState.Stage.PART);
    }

    /// Takes a piece in. One device does so once at a time.
    ///
    /// @throws ProblemException ATTACHMENT_NO_ROOM
    public AttachmentState take(String device, AttachmentPiece piece) {
        Optional<Attachments.Entry> there = store.read(central -> central.attachments().find(piece.hash()));
        if (there.isPresent()) {
            return told(there.get());
        }
        long held = files.held(device, piece.hash());
        if (piece.offset() > held) {
            return part(piece.hash(), held);
        }
        if (held == 0) {
            refuseWithoutRoom(device, piece.size());
        }
        long now;
        try {
            now = files.put(device, piece);
        } catch (ProblemException refused) {
            throw refused.problem().kind() == ProblemKind.DISK_FULL ? noRoom() : refused;
        }
        return now < piece.size() ? part(piece.hash(), now) : finished(device, piece.hash());
    }

    private void refuseWithoutRoom(String device, long size) {
        long whole = store.read(central -> central.attachments().bytesOf(device));
        long parts = files.partBytes(device);
        if (whole + parts + size > MOST_BYTES_OF_A_DEVICE || parts + size > MOST_PART_BYTES_OF_A_DEVICE
                || files.room() - size < LEAST_ROOM_BYTES) {
            throw noRoom();
        }
    }

    private static ProblemException noRoom() {
        return Problem.of(ProblemKind.ATTACHMENT_NO_ROOM).exception();
    }

    private AttachmentState finished(String device, Bytes hash) {
        Optional<AttachmentFiles.Whole> finished = files.finish(device, hash);
        if (finished.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "{0}: a file was not what its hash says", device);
            return part(hash, 0);
        }
        AttachmentFiles.Whole whole = finished.get();
        if (whole.cover().isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "{0}: a file does not open", device);
        }
        Optional<Attachments.Entry> entry = store.write(central -> {
            if (files.held(device, hash) < whole.bytes()) {
                // one that was being removed as it came again
                return Optional.empty();
            }
            Attachments book = central.attachments();
            Optional<Attachments.Entry> same = whole.cover().flatMap(book::covering);
            Attachments.Entry kept = new Attachments.Entry(hash, same.map(Attachments.Entry::file).orElse(hash),
                    whole.cover(), same.map(Attachments.Entry::bytes).orElse(whole.bytes()), device, clock.instant(),
                    same.filter(Attachments.Entry::safe).isPresent());
            book.add(kept);
            return Optional.of(kept);
        });
        if (entry.filter(kept -> !kept.file().equals(hash)).isPresent()) {
            files.delete(hash);
        }
        return entry.map(AttachmentDesk::told).orElseGet(() -> part(hash, 0));
    }

    /// Looks into the files that did not open when they came: a key of the office may be here again.
    ///
    /// @return how many open now
    public int openAgain() {
        int opened = 0;
        for (Attachments.Entry entry : store.read(central -> central.attachments().unopened())) {
            Optional<Bytes> cover = files.coverOf(entry.file());
            if (cover.isPresent()) {
                store.write(central -> {
                    central.attachments().opened(entry.hash(), cover.get());
                    return cover;
                });
                opened++;
            }
        }
        return opened;
    }

    /// After a restore: files that are neither here whole nor in the copies are forgotten, so that laptops which still
    /// have them send them again.
    ///
    /// @return how many are lost here
    public static int restored(CentralStore store, AttachmentCopies copies) {
        return store.write(central -> {
            Attachments book = central.attachments();
            List<Bytes> all = book.all().stream().map(Attachments.Entry::file).distinct().toList();
            List<Bytes> lost = all.stream().filter(file -> !copies.bringBack(file)).toList();
            lost.forEach(book::forget);
            // the backup was made before it was called safe
            all.stream().filter(file -> !lost.contains(file)).filter(copies::backUp).forEach(book::safe);
            return lost.size();
        });
    }

    /// Opens the file that holds a content.
    ///
    /// @param contentHash SHA-256 of the content, as interviews name it
    /// @return false if it is not here, or is not as it was sealed: what was written until then is worth nothing
    public boolean open(Bytes contentHash, OutputStream to) {
        Bytes cover = files.cover(contentHash);
        return store.read(central -> central.attachments().covering(cover))
                .filter(entry -> files.open(entry.file(), to)).isPresent();
    }
}
