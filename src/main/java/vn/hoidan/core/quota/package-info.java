/// Quotas: constraints, leases, and the double-entry ledger with the planners that move its units. Planners return
/// plans, the store carries them out. Knows `core.area`, `core.interview` and `core.sampling`.
package vn.hoidan.core.quota;
