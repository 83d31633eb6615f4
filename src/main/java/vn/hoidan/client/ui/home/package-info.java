/// An enumerator's home: quotas, villages, what to do next, and the households of a village. Knows `client.ui.kit`,
/// `client.ui.household` and `client.app`.
package vn.hoidan.client.ui.home;
