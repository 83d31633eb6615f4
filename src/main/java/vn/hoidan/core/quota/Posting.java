package vn.hoidan.core.quota;

/// One row of a movement: units that come to an account, or leave it if negative.
public record Posting(Account account, int units) {
}
