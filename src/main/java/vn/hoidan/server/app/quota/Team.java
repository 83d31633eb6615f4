package vn.hoidan.server.app.quota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;

/// Tells laptops of enumerators with the same survey and area by which keys they know each other's signatures. Only
/// laptops that have shown a key are told: older programs do not know the message.
public final class Team {
    private static final System.Logger LOG = System.getLogger(Team.class.getName());

    private Team() {
    }

    /// A device shows its key with each round; what is new is kept and told. A device whose data were brought back from
    /// before its key was made shows another one: both are its own.
    ///
    /// @return true if it is new
    public static boolean shown(CentralStore.Central central, Devices.Device device, Bytes key, Instant now) {
        List<Devices.SigningKey> before = central.devices().signingKeys(device.name());
        if (!before.isEmpty() && before.getFirst().key().equals(key)) {
            return false;
        }
        if (!before.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "{0} shows another signing key than before", device.name());
        }
        central.devices().keyShown(device.name(), key, now);
        tell(central, device, mates(central, device), now);
        return true;
    }

    /// Keys of a device that another copy of the office knows are its own as well; they count as older than all that
    /// are here.
    ///
    /// @param missing the one shown last first; those of a device that was lost or replaced are not to be believed
    public static void putBack(CentralStore.Central central, Devices.Device device, List<Devices.SigningKey> missing,
            Instant now) {
        boolean knew = !central.devices().signingKeys(device.name()).isEmpty();
        missing.forEach(each -> central.devices().keyPutBack(device.name(),
                new Devices.SigningKey(each.key(), each.revoked() || device.replaced()), now));
        if (!knew && !missing.isEmpty()) {
            known(central, device, now);
            tell(central, device, mates(central, device), now);
        }
    }

    /// Tells a device that signs of all its mates, where it may know none or older ones: it begins a down-log. A first
    /// sync that is repeated tells it once.
    public static void known(CentralStore.Central central, Devices.Device device, Instant now) {
        List<Mate> known = new ArrayList<>();
        mates(central, device).forEach(other -> mate(central, other).ifPresent(known::add));
        DownItem told = new DownItem.TeamKnown(known);
        if (!known.isEmpty() && central.logs().itemsAfter(device.id(), 0, SyncReply.ITEMS_PER_REPLY).stream()
                .noneMatch(entry -> entry.item().equals(told))) {
            central.logs().tell(device.id(), told, now);
        }
    }

    /// The device was lost or replaced: what it signs from now on is not to be believed.
    public static void revoked(CentralStore.Central central, Devices.Device device, Instant now) {
        central.devices().keysRevoked(device.name(), now);
        tell(central, device, mates(central, device), now);
    }

    private static void tell(CentralStore.Central central, Devices.Device device, List<Devices.Device> others,
            Instant now) {
        mate(central, device).ifPresent(mate ->
                others.forEach(other -> central.logs().tell(other.id(), new DownItem.TeamKnown(List.of(mate)), now)));
    }

    private static Optional<Mate> mate(CentralStore.Central central, Devices.Device device) {
        Person person = person(central, device);
        return central.devices().signingKeys(device.name()).stream().findFirst().map(newest ->
                new Mate(device.name(), person.id(), person.name(), newest.key(), newest.revoked()));
    }

    /// Other laptops in use with a key of their own.
    private static List<Devices.Device> mates(CentralStore.Central central, Devices.Device device) {
        Person own = person(central, device);
        if (own.role() != Role.ENUMERATOR) {
            return List.of();
        }
        return central.devices().of(device.survey()).stream()
                .filter(other -> !other.name().equals(device.name()) && !other.replaced())
                .filter(other -> {
                    Person person = person(central, other);
                    return person.role() == Role.ENUMERATOR && person.area().equals(own.area());
                })
                .filter(other -> central.devices().signingKeys(other.name()).stream().findFirst()
                        .filter(newest -> !newest.revoked()).isPresent())
                .limit(DownItem.TeamKnown.MOST_MATES).toList();
    }

    private static Person person(CentralStore.Central central, Devices.Device device) {
        return central.staff().find(device.person()).orElseThrow().person();
    }
}
