package vn.hoidan.core.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Decides which records of a batch follow what the server has. A record is applied only if its number is the next and
/// it names the hash of the one before; an older number with the same hash is a duplicate; anything else stops the
/// batch there, with nothing behind it applied.
public final class IntakePlanner {

    private IntakePlanner() {
    }

    /// @param stored where the server stands
    /// @param hashes hashes of the records that the server has under the batch's numbers
    public static IntakePlan plan(LogPosition stored, Map<Long, Bytes> hashes, List<UpRecord> batch) {
        Map<Long, Bytes> known = new HashMap<>(hashes);
        List<UpRecord> applied = new ArrayList<>();
        int duplicates = 0;
        LogPosition end = stored;
        for (UpRecord record : batch) {
            LogPosition position = record.position();
            if (record.number() <= end.number()) {
                if (!position.hash().equals(known.get(record.number()))) {
                    return new IntakePlan(applied, duplicates, end, new IntakePlan.Stop.Fork(record.number()));
                }
                duplicates++;
            } else if (record.number() > end.number() + 1) {
                return new IntakePlan(applied, duplicates, end,
                        new IntakePlan.Stop.Gap(end.number() + 1, record.number()));
            } else if (!record.previous().equals(end.hash())) {
                return new IntakePlan(applied, duplicates, end, new IntakePlan.Stop.Fork(record.number()));
            } else {
                applied.add(record);
                known.put(record.number(), position.hash());
                end = position;
            }
        }
        return new IntakePlan(applied, duplicates, end, new IntakePlan.Stop.AtEnd());
    }
}
