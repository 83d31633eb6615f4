package vn.hoidan.client.app.work;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import vn.hoidan.client.app.quota.Evening;
import vn.hoidan.client.app.quota.GivenVoucher;
import vn.hoidan.client.app.quota.VoucherForm;
import vn.hoidan.client.app.quota.VoucherTaking;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.LeaseTerms;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.VoucherId;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.HandPlanner;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.SignedVoucher;
import vn.hoidan.core.sync.UnitsRecord;

/// Hands units to a colleague's laptop and takes them from one, without a network. Reads and writes the store: for the
/// writer's lane.
public final class HandOver {
    /// Vouchers that can be shown again.
    public static final int MOST_SHOWN_AGAIN = 5;

    private final String device;
    private final FieldStore store;
    private final FieldWork.Surroundings surroundings;

    HandOver(String device, FieldStore store, FieldWork.Surroundings surroundings) {
        this.device = device;
        this.store = store;
        this.surroundings = surroundings;
    }

    /// To whom units can be handed, by name.
    public List<Mate> colleagues() {
        return store.team().stream().filter(mate -> !mate.revoked() && !mate.device().equals(device))
                .sorted(Comparator.comparing(Mate::name).thenComparing(Mate::device)).toList();
    }

    /// Takes units out of the hand, durably, and gives the voucher for them: fewer than wished where one lease has no
    /// more. Empty if none of the bundle is left that a colleague can still bring home.
    public Optional<GivenVoucher> give(Mate taker, Bundle bundle, int wished) {
        return HandPlanner.give(store.hand(), bundle.cells(), wished, new HandPlanner.Handover(newId(), device,
                taker.device(), store.syncState().epoch(), bringHome()))
                .map(HandChange.VoucherGiven::voucher).map(this::signed).filter(this::debited).map(this::shown);
    }

    /// Who should hand over to whom, as far as is known here; empty before the office told what the team has.
    ///
    /// @param bundles those at a place
    public Optional<Evening> evening(List<Bundle> bundles) {
        return store.quota().flatMap(heard -> Evening.of(heard, device, colleagues(), bundles, store.hand(),
                store.vouchersUntold().stream().map(SignedVoucher::voucher).toList(), surroundings.clock().now(),
                bringHome()));
    }

    private Instant bringHome() {
        return surroundings.clock().now().plus(LeaseTerms.TIME_TO_BRING_HOME);
    }

    private VoucherId newId() {
        UUID id = surroundings.ids().get();
        return new VoucherId("%016x".formatted(id.getMostSignificantBits() ^ id.getLeastSignificantBits()));
    }

    private SignedVoucher signed(Voucher voucher) {
        return new SignedVoucher(voucher, store.signing().sign(SignaturePurpose.VOUCHER,
                Bytes.of(voucher.signedBytes())));
    }

    /// A round of sync may have given the units back since they were looked at: then nothing happens.
    private boolean debited(SignedVoucher signed) {
        Voucher voucher = signed.voucher();
        return !store.applyFromHand(hand -> Optional.ofNullable(hand.units().get(voucher.lease()))
                .filter(units -> units.free() >= voucher.units())
                .map(_ -> changes(new HandChange.VoucherGiven(voucher), new UnitsRecord.VoucherGiven(signed)))
                .orElse(List.of())).isEmpty();
    }

    private List<Change> changes(HandChange change, UnitsRecord record) {
        return List.of(new Change.HandChanged(change), new Change.RecordAppended(record.type(),
                surroundings.encoder().units(record), Optional.empty()));
    }

    /// Vouchers given on this laptop, newest first: also one that nobody saw because the program ended in between.
    public List<GivenVoucher> given() {
        return store.vouchersGiven(MOST_SHOWN_AGAIN).stream().map(this::shown).toList();
    }

    private GivenVoucher shown(SignedVoucher signed) {
        return new GivenVoucher(signed, surroundings.vouchers().text(signed), nameOf(signed.voucher().taker()));
    }

    private String nameOf(String laptop) {
        return mate(laptop).map(Mate::name).orElse(laptop);
    }

    private Optional<Mate> mate(String laptop) {
        return store.team().stream().filter(mate -> mate.device().equals(laptop)).findFirst();
    }

    /// @throws vn.hoidan.core.problem.ProblemException FOLDER_NOT_WRITABLE
    public void write(GivenVoucher given, Path file) {
        surroundings.vouchers().write(given.voucher(), file);
    }

    /// Takes the units of a voucher into the hand.
    ///
    /// @param pasted as it came in a message
    public VoucherTaking take(String pasted) {
        return take(surroundings.vouchers().read(pasted));
    }

    /// The same from a file.
    public VoucherTaking take(Path file) {
        return take(surroundings.vouchers().read(file));
    }

    private VoucherTaking take(Optional<SignedVoucher> read) {
        if (read.isEmpty()) {
            return new VoucherTaking.Unreadable();
        }
        Voucher voucher = read.get().voucher();
        Optional<Mate> giver = mate(voucher.giver());
        if (giver.isEmpty()) {
            return new VoucherTaking.UnknownGiver();
        }
        return giver.get().revoked() ? new VoucherTaking.GiverLost(giver.get().name())
                : taken(read.get(), giver.get());
    }

    private VoucherTaking taken(SignedVoucher signed, Mate giver) {
        Voucher voucher = signed.voucher();
        boolean genuine = store.signing().verify(giver.signingKey(), SignaturePurpose.VOUCHER,
                Bytes.of(voucher.signedBytes()), signed.signature());
        long epoch = store.syncState().epoch();
        AtomicReference<HandPlanner.Taking> planned = new AtomicReference<>();
        store.applyFromHand(hand -> {
            planned.set(HandPlanner.take(hand, voucher, genuine, device, epoch));
            return switch (planned.get()) {
                case HandPlanner.Taking.Taken taken -> changes(taken.change(), new UnitsRecord.VoucherTaken(signed));
                case HandPlanner.Taking.Refused _ -> List.of();
            };
        });
        return switch (planned.get()) {
            case HandPlanner.Taking.Taken _ ->
                new VoucherTaking.Taken(voucher.units(), voucher.cells(), giver.name(), giver.device());
            case HandPlanner.Taking.Refused refused -> new VoucherTaking.Refused(refused.refusal());
        };
    }
}
