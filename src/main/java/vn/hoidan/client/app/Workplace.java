package vn.hoidan.client.app;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.hoidan.client.app.carry.CarryDesk;
import vn.hoidan.client.app.machine.PersonLock;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.ProfileStore;
import vn.hoidan.client.app.store.StoreDesk;
import vn.hoidan.client.app.sync.SyncDesk;
import vn.hoidan.client.app.work.Work;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.quota.QuotaSnapshot;

/// What a person has in front of them once the PIN was right.
public final class Workplace implements AutoCloseable {
    private final Profile profile;
    private final FieldStore store;
    private final Work work;
    private final SyncDesk sync;
    private final StoreDesk copies;
    private final CarryDesk carry;
    private final PersonLock lock;
    private final SupportDesk support;
    private final Optional<Problem> notice;
    private volatile boolean told;

    /// What runs beside the work.
    record Desks(SyncDesk sync, StoreDesk copies, CarryDesk carry, SupportDesk support) {
    }

    /// On the writer's lane: reads the store.
    Workplace(ProfileStore.OpenProfile open, Work work, Desks desks) {
        this.profile = open.profile();
        this.store = open.store();
        this.work = work;
        this.support = desks.support();
        this.sync = desks.sync();
        this.copies = desks.copies();
        this.carry = desks.carry();
        this.lock = open.lock();
        this.notice = store.notice();
    }

    /// Something that happened to the store before, to be told once; whoever asks tells it.
    public Optional<Problem> notice() {
        told = true;
        return notice;
    }

    public Profile profile() {
        return profile;
    }

    public Work work() {
        return work;
    }

    public SyncDesk sync() {
        return sync;
    }

    /// Copies of the store and the room on its disk.
    public StoreDesk copies() {
        return copies;
    }

    /// Work that travels without the network.
    public CarryDesk carry() {
        return carry;
    }

    /// The file to send when something does not work.
    public SupportDesk support() {
        return support;
    }

    /// The latest time that this person's store tells of, by the laptop's clock or the server's: the clock cannot
    /// rightly stand before it. Reads the store: call it on the writer's lane.
    public Instant latestKnown() {
        Stream<Instant> interviews = store.interviews().stream().map(InterviewEntry::changedAt);
        Stream<Instant> server = store.quota().map(QuotaSnapshot::at).stream();
        return Stream.concat(interviews, Stream.concat(server, store.syncState().lastSync().stream()))
                .max(Comparator.naturalOrder()).orElse(Instant.MIN);
    }

    /// Puts another PIN in the place of the old one; all three arrays are wiped. Takes as long as two PINs do: call it
    /// on the writer's lane.
    ///
    /// @param again the new PIN once more
    /// @return why the old one still holds; empty when it was changed
    public Optional<Problem> changePin(char[] old, char[] next, char[] again) {
        try {
            Optional<Problem> refused = Laptop.checkPin(next, again, Laptop.ownWords(profile));
            return refused.isPresent() ? refused : switch (lock.change(old, next)) {
                case PersonLock.PinChange.Changed _ -> Optional.empty();
                case PersonLock.PinChange.Denied denied ->
                    Optional.of(Laptop.wrongPin(denied.wrongTries(), denied.waitSeconds()));
            };
        } finally {
            List.of(old, next, again).forEach(pin -> Arrays.fill(pin, '\0'));
        }
    }

    /// Locks: the store is closed and its key wiped. Call it on the writer's lane, after what is still to be written.
    @Override
    public void close() {
        sync.stop();
        copies.stop();
        try {
            if (told && notice.isPresent()) {
                store.apply(List.of(new Change.NoticeRead()));
            }
        } finally {
            store.close();
        }
    }
}
