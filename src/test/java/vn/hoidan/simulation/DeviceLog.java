package vn.hoidan.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;

/// What the server knows of a laptop's logs.
final class DeviceLog {
    LogPosition end = LogPosition.START;
    Map<Long, Bytes> hashes = new HashMap<>();
    List<Told.Down> down = new ArrayList<>();
    boolean replaced;

    DeviceLog copy() {
        DeviceLog copy = new DeviceLog();
        copy.end = end;
        copy.hashes = new HashMap<>(hashes);
        copy.down = new ArrayList<>(down);
        copy.replaced = replaced;
        return copy;
    }
}
