package vn.hoidan.client.store;

import java.util.function.Supplier;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.vault.PinVault;

/// What a guess at a PIN costs on this laptop, measured once in a run of the program, when it is first needed.
final class Costs {
    private final PinVault.Cost least;
    private final Supplier<PinVault.Cost> measure;
    private PinVault.Cost measured;

    /// @param least   vaults that cost less are made anew at the next right PIN
    /// @param measure may take a second or two
    Costs(PinVault.Cost least, Supplier<PinVault.Cost> measure) {
        this.least = least;
        this.measure = measure;
    }

    static Costs measuredBy(DeviceClock clock) {
        return new Costs(PinVault.Cost.USUAL, () -> PinVault.Cost.measured(clock::monotonicNanos));
    }

    static Costs fixed(PinVault.Cost cost) {
        return new Costs(cost, () -> cost);
    }

    PinVault.Cost least() {
        return least;
    }

    synchronized PinVault.Cost measured() {
        if (measured == null) {
            measured = measure.get();
        }
        return measured;
    }
}
