package vn.hoidan.core.sync;

import vn.hoidan.core.sampling.ListId;

/// How many interviews of a list are begun and not completed on a device.
public record DraftCount(ListId list, int count) {
}
