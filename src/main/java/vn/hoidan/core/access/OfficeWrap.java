package vn.hoidan.core.access;

import vn.hoidan.core.sync.Bytes;

/// A device's data key wrapped for the office (HPKE of RFC 9180). Only the office's private key opens it; anybody may
/// see it.
///
/// @param device       name of the device, to which the wrap is bound
/// @param officeKey    public key that it was wrapped for
/// @param encapsulated the sender's share of the key exchange
/// @param wrapped      the data key, sealed
public record OfficeWrap(String device, Bytes officeKey, Bytes encapsulated, Bytes wrapped) {
}
