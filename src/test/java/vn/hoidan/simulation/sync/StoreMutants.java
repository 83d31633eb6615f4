package vn.hoidan.simulation.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;

/// Rules of the laptop's real store with one of them switched off each.
final class StoreMutants {

    private StoreMutants() {
    }

    static Map<String, SyncRules> all() {
        Map<String, SyncRules> all = new LinkedHashMap<>();
        all.put("D01 does not wait for the disk", new OnFiles() {
            @Override
            boolean waitsForTheDisk() {
                return false;
            }
        });
        all.put("D02 writes effect and position in two transactions", new OnFiles() {
            @Override
            List<List<Change>> transactions(List<Change> changes, FieldStore own) {
                Predicate<Change> position = change -> change instanceof Change.CursorMoved
                        || change instanceof Change.Acknowledged || change instanceof Change.DownLogBegun;
                return changes.stream().noneMatch(position) ? List.of(changes)
                        : List.of(changes.stream().filter(position).toList(),
                                changes.stream().filter(position.negate()).toList());
            }
        });
        all.put("D03 puts what was rescued into the old log", new OnFiles() {
            @Override
            List<List<Change>> transactions(List<Change> changes, FieldStore own) {
                return List.of(changes.stream().map(change -> change instanceof Change.LogBegun
                        ? new Change.LogBegun(own.syncState().incarnation()) : change).toList());
            }
        });
        return all;
    }

    private abstract static class OnFiles extends SyncRules {
        @Override
        boolean onFiles() {
            return true;
        }
    }
}
