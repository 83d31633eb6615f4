package vn.hoidan.client.app;

import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.sampling.SampleList;

/// A village list that this device holds or held.
///
/// @param withdrawn it went to somebody else; nothing new is begun on it
public record HeldList(SampleList list, Lease lease, boolean withdrawn) {
}
