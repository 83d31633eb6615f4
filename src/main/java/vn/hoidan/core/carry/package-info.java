/// Envelopes in which a round of sync travels when there is no network: up from a laptop, down from the office. Knows
/// `core.sync` and `core.problem`.
package vn.hoidan.core.carry;
