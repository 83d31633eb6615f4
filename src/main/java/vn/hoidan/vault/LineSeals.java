package vn.hoidan.vault;

import java.util.Optional;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.sync.Bytes;

/// Seals what goes over a line between two laptops and opens what comes. Each part opens in its own place only, so
/// parts that are left out, repeated or exchanged are noticed. One thread may seal while another opens.
public final class LineSeals implements AutoCloseable {
    private static final String CONTEXT = "hoidan line 1 ";

    private final DataKey sending;
    private final DataKey receiving;
    private long sent;
    private long received;

    LineSeals(DataKey sending, DataKey receiving) {
        this.sending = sending;
        this.receiving = receiving;
    }

    public Bytes seal(byte[] part) {
        return sending.seal(part, CONTEXT + sent++);
    }

    /// Empty if the other side did not seal this part for this place.
    public Optional<Bytes> open(Bytes sealed) {
        try {
            return Optional.of(Bytes.of(receiving.open(sealed, CONTEXT + received++)));
        } catch (ProblemException notTheirs) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        sending.close();
        receiving.close();
    }
}
