package vn.hoidan.core.quota;

/// Where a unit of a cell stands in the ledger. All accounts of a cell together are always zero: what is in the pool,
/// on lease and accepted is what the survey asked for.
public sealed interface Account {

    CellKey cell();

    /// What the survey asks for; the only account below zero.
    record Target(CellKey cell) implements Account {
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
}
