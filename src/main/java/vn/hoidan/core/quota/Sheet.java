package vn.hoidan.core.quota;

import java.util.HashMap;
import java.util.Map;

/// A working sheet laid over balances: a plan in the making sees what its own movements do. It holds only the accounts
/// that were looked at, so it costs what is touched and not what exists.
final class Sheet implements BalanceView {

    private final BalanceView below;
    private final Map<Account, Integer> units = new HashMap<>();

    Sheet(BalanceView below) {
        this.below = below;
    }

    @Override
    public int of(Account account) {
        return units.computeIfAbsent(account, below::of);
    }

    /// @return the movement itself
    /// @throws IllegalStateException if an account would fall below zero, or a debt rise above it
    Movement carryOut(Movement movement) {
        for (Posting posting : movement.postings()) {
            int balance = of(posting.account()) + posting.units();
            if (posting.account().isDebt() ? balance > 0 : balance < 0) {
                throw new IllegalStateException(
                        "on the wrong side of zero: " + posting.account() + " by " + movement.kind());
            }
            units.put(posting.account(), balance);
        }
        return movement;
    }

    int free(CellKey cell) {
        return of(new Account.Pool(cell));
    }
}
