package vn.hoidan.client.app.store;

import java.util.Optional;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.sampling.SampleList;

/// A village list that this device holds or held.
///
/// @param lease     its units; empty for a place of a free quota
/// @param withdrawn it went to somebody else; nothing new is begun on it
public record HeldList(SampleList list, Optional<Lease> lease, boolean withdrawn) {
}
