/// One household: who, where, the attempts so far, consent, and what came of an attempt. Knows `client.ui.kit` and
/// `client.app`.
package vn.hoidan.client.ui.household;
