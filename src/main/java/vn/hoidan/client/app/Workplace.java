package vn.hoidan.client.app;

/// What a person has in front of them once the PIN was right.
public final class Workplace implements AutoCloseable {
    private final Profile profile;
    private final FieldStore store;
    private final Work work;
    private final SyncDesk sync;

    Workplace(Profile profile, FieldStore store, Work work, SyncDesk sync) {
        this.profile = profile;
        this.store = store;
        this.work = work;
        this.sync = sync;
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

    /// Locks: the store is closed and its key wiped. Call it on the writer's lane, after what is still to be written.
    @Override
    public void close() {
        sync.stop();
        store.close();
    }
}
