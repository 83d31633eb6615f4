package vn.hoidan.client.app.quota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.MateUnits;
import vn.hoidan.core.quota.QuotaSnapshot;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.quota.hand.Levelling;
import vn.hoidan.core.quota.hand.UnitsInHand;
import vn.hoidan.core.sync.Mate;

/// What this laptop knows in the evening of who has how many units: of its own as they are, of colleagues what the
/// office last told, less what they will have used since.
///
/// @param at      when the office told it
/// @param bundles in the order in which all units here are named
/// @param own     units of this laptop that can be handed over
public record Evening(Instant at, List<Bundle> bundles, Levelling.Mate own, List<Colleague> colleagues) {
    public Evening {
        bundles = List.copyOf(bundles);
        colleagues = List.copyOf(colleagues);
    }

    /// @param likely what he or she probably has and could hand over
    /// @param heard  when the office heard from that laptop
    public record Colleague(Mate mate, Levelling.Mate likely, Instant heard) {
    }

    /// Who should hand over to whom; this laptop where nobody is named.
    public record Proposal(Optional<Mate> giver, Optional<Mate> taker, Bundle bundle, int units) {
    }

    /// @param device  name of this laptop
    /// @param team    colleagues to whom units can be handed
    /// @param untold  vouchers between this laptop and others that the office has not heard of
    /// @param now     by this laptop's clock
    /// @param useBy   units that end before are not handed over
    /// @return empty if the office never told what the team has
    public static Optional<Evening> of(QuotaSnapshot heard, String device, List<Mate> team, List<Bundle> bundles,
            Hand hand, List<Voucher> untold, Instant now, Instant useBy) {
        Optional<MateUnits> own = heard.team().stream().filter(each -> each.device().equals(device)).findFirst();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<Colleague> colleagues = new ArrayList<>();
        for (Mate mate : team) {
            heard.team().stream().filter(each -> each.device().equals(mate.device())).findFirst().ifPresent(known ->
                    colleagues.add(new Colleague(mate, new Levelling.Mate(bundles.stream().map(bundle ->
                            Math.max(0, known.likelyFree(bundle.cells(), now) + came(mate, bundle, untold))).toList(),
                            known.perDay(), known.daysToRound(now)), known.at())));
        }
        return Optional.of(new Evening(heard.at(), bundles, new Levelling.Mate(bundles.stream().map(bundle ->
                hand.spare(bundle.cells(), useBy).stream().mapToInt(UnitsInHand::free).sum()).toList(),
                own.get().perDay(), own.get().daysToRound(now)), colleagues));
    }

    private static int came(Mate mate, Bundle bundle, List<Voucher> untold) {
        return untold.stream().filter(each -> Bundle.same(each.cells(), bundle.cells()))
                .mapToInt(each -> each.taker().equals(mate.device()) ? each.units()
                        : each.giver().equals(mate.device()) ? -each.units() : 0).sum();
    }

    /// What to hand over so that everybody has enough for the next day.
    ///
    /// @param there units of the colleagues who are there, by laptop, in the order of the bundles
    public List<Proposal> proposals(Map<String, List<Integer>> there) {
        List<Optional<Mate>> who = new ArrayList<>(List.of(Optional.empty()));
        List<Levelling.Mate> mates = new ArrayList<>(List.of(own));
        colleagues.stream().filter(each -> there.containsKey(each.mate().device())).forEach(each -> {
            who.add(Optional.of(each.mate()));
            mates.add(new Levelling.Mate(there.get(each.mate().device()), each.likely().perDay(),
                    each.likely().daysToRound()));
        });
        return Levelling.among(mates).stream().map(move -> new Proposal(who.get(move.from()), who.get(move.to()),
                bundles.get(move.bundle()), move.units())).toList();
    }
}
