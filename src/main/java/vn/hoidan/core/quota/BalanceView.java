package vn.hoidan.core.quota;

/// Balances that can be read.
@FunctionalInterface
public interface BalanceView {

    /// Units in this account; zero if it was never moved.
    int of(Account account);
}
