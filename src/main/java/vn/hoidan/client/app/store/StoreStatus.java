package vn.hoidan.client.app.store;

import java.util.Optional;
import vn.hoidan.client.app.machine.BackupPlace;
import vn.hoidan.client.app.machine.DiskRoom;
import vn.hoidan.core.problem.Problem;

/// How copies of a store and its disk stand.
///
/// @param place   empty until it was looked at
/// @param running a copy is being made
/// @param problem why the last copy was not made
/// @param room    empty until it was looked at
public record StoreStatus(Optional<BackupPlace> place, boolean running, Optional<Problem> problem,
        Optional<DiskRoom> room) {
}
