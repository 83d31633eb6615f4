package vn.hoidan.wire;

import vn.hoidan.core.access.SpokenCode;

/// The recovery code of the turn that was asked for.
public record ResetReply(SpokenCode code) {
}
