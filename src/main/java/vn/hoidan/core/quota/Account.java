package vn.hoidan.core.quota;

/// Where a unit of a cell stands in the ledger. All accounts of a cell together are always zero: what is in the pool,
/// on lease and accepted is what the survey asks for and what it is over-committed by.
public sealed interface Account {

    CellKey cell();

    /// What the survey asks for; below zero.
    record Target(CellKey cell) implements Account {
    }

    /// Units that a lowered target no longer asks for but that were out already; below zero. Every unit that comes back
    /// goes here before it goes to the pool.
    record OverCommitted(CellKey cell) implements Account {
    }

    /// Free units.
    record Pool(CellKey cell) implements Account {
    }

    /// Units that one lease holds.
    record OnLease(LeaseId lease, CellKey cell) implements Account {
    }

    /// Units used by interviews that count.
    record Accepted(CellKey cell) implements Account {
    }

    /// True for the two that say what is owed; all others never fall below zero.
    default boolean isDebt() {
        return switch (this) {
            case Target _, OverCommitted _ -> true;
            case Pool _, OnLease _, Accepted _ -> false;
        };
    }
}
