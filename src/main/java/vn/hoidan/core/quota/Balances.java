package vn.hoidan.core.quota;

import java.util.HashMap;
import java.util.Map;

/// Balances of accounts at one moment; an account not named has none. Never changed: {@link #after} gives the next.
public final class Balances implements BalanceView {

    public static final Balances EMPTY = new Balances(Map.of());

    private final Map<Account, Integer> units;

    private Balances(Map<Account, Integer> units) {
        this.units = units;
    }

    public static Balances of(Map<Account, Integer> units) {
        return new Balances(Map.copyOf(units));
    }

    @Override
    public int of(Account account) {
        return units.getOrDefault(account, 0);
    }

    /// Every account that was ever moved.
    public Map<Account, Integer> all() {
        return Map.copyOf(units);
    }

    /// The balances once a movement is carried out.
    ///
    /// @throws IllegalStateException if an account would fall below zero, or a debt rise above it
    public Balances after(Movement movement) {
        Map<Account, Integer> next = new HashMap<>(units);
        for (Posting posting : movement.postings()) {
            int balance = next.merge(posting.account(), posting.units(), Integer::sum);
            if (posting.account().isDebt() ? balance > 0 : balance < 0) {
                throw new IllegalStateException(
                        "on the wrong side of zero: " + posting.account() + " by " + movement.kind());
            }
        }
        return new Balances(next);
    }
}
