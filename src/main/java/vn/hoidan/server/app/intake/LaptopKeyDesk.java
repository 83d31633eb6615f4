package vn.hoidan.server.app.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.OfficeAct;
import vn.hoidan.server.app.quota.QuotaDesk.Decision;
import vn.hoidan.server.app.quota.Team;

/// Puts keys back by which laptops signed before they had those of now. An office that was restored does not know a key
/// that was first shown after its backup was made and given up before the laptop came again; another copy does.
public final class LaptopKeyDesk {

    private final CentralStore store;
    private final InstantSource clock;

    public LaptopKeyDesk(CentralStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Keys of one laptop.
    ///
    /// @param device the laptop's own name
    /// @param keys   the one shown last first
    public record Known(String device, List<Devices.SigningKey> keys) {
        public Known {
            keys = List.copyOf(keys);
        }
    }

    /// What a copy of the office knows.
    public static List<Known> of(CentralStore copy) {
        return copy.read(central -> central.surveys().all().stream()
                .flatMap(survey -> central.devices().of(survey.id()).stream()).map(Devices.Device::name).distinct()
                .map(name -> new Known(name, central.devices().signingKeys(name))).toList());
    }

    /// Adds what is not here of laptops that are; each key counts as older than those that are here.
    ///
    /// @return how many were added
    public int putBack(List<Known> known, Decision decision) {
        return store.write(central -> known.stream()
                .filter(each -> central.devices().find(each.device()).isPresent())
                .mapToInt(each -> putBack(central, each, decision)).sum());
    }

    private int putBack(CentralStore.Central central, Known known, Decision decision) {
        Instant now = clock.instant();
        List<Devices.SigningKey> here = central.devices().signingKeys(known.device());
        List<Devices.SigningKey> missing = known.keys().stream()
                .filter(key -> here.stream().noneMatch(own -> own.key().equals(key.key()))).toList();
        Team.putBack(central, central.devices().newestLog(known.device()).orElseThrow(), missing, now);
        missing.forEach(key -> central.officeActs().add(new OfficeAct(OfficeAct.Kind.KEY_PUT_BACK, known.device(),
                key.key().hex(), decision.by(), decision.reason(), now)));
        return missing.size();
    }
}
