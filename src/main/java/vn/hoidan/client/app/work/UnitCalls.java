package vn.hoidan.client.app.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.RecordEncoder;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.UnitsInHand;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.UnitsRecord;

/// Gives single units away by telephone. For the writer's lane.
record UnitCalls(FieldStore store, RecordEncoder encoder) {
    /// Takes a unit out of the hand and gives the code by which a mate can use it; only now may it be read out. Empty
    /// if no unit of the bundle is left that has a code: units that came from a mate have none.
    Optional<UnitCode> give(Bundle bundle) {
        Map<LeaseId, List<UnitCode>> codes = new HashMap<>();
        store.hand().units().keySet().forEach(lease -> codes.put(lease, store.codes(lease)));
        List<UnitCode> given = new ArrayList<>();
        store.applyFromHand(hand -> {
            given.clear();
            Optional<UnitsInHand> from = withCode(hand, bundle, codes);
            if (from.isEmpty()) {
                return List.of();
            }
            LeaseId lease = from.get().lease();
            UnitCode code = codes.get(lease).stream().filter(each -> !hand.codes().contains(each)).findFirst()
                    .orElseThrow();
            given.add(code);
            return List.of(new Change.HandChanged(new HandChange.CodeGiven(lease, code)),
                    new Change.RecordAppended(RecordType.CODE_GIVEN,
                            encoder.units(new UnitsRecord.CodeGiven(lease, code)), Optional.empty()));
        });
        return given.stream().findFirst();
    }

    private static Optional<UnitsInHand> withCode(Hand hand, Bundle bundle, Map<LeaseId, List<UnitCode>> codes) {
        return hand.units().values().stream()
                .filter(units -> units.free() > 0 && Bundle.same(units.cells(), bundle.cells()))
                .filter(units -> codes.getOrDefault(units.lease(), List.of()).stream()
                        .anyMatch(code -> !hand.codes().contains(code))).findFirst();
    }
}
