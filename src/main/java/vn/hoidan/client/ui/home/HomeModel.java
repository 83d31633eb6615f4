package vn.hoidan.client.ui.home;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.Home;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.sampling.HouseholdState;
import vn.hoidan.core.sampling.HouseholdStatus;
import vn.hoidan.core.sampling.ListId;

/// What home and the village lists show, read again on request.
public final class HomeModel {
    private final FieldWork field;
    private final Background lane;
    private final ReadOnlyObjectWrapper<Optional<Home>> home = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param lane on which the store is read
    public HomeModel(FieldWork field, Background lane) {
        this.field = field;
        this.lane = lane;
    }

    /// Empty until it was read.
    public ReadOnlyObjectProperty<Optional<Home>> home() {
        return home.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    public void load() {
        lane.run(field::home, read -> {
            problem.set(Optional.empty());
            home.set(Optional.of(read));
        }, failed -> problem.set(Optional.of(failed)));
    }

    public Optional<Home.Village> village(ListId list) {
        return home.get().flatMap(known -> known.villages().stream().filter(each -> each.list().equals(list))
                .findFirst());
    }

    /// Households of a village that may be seen: a reserve household is not there until the rule opens it.
    public static List<HouseholdStatus> visible(Home.Village village) {
        return village.households().stream().filter(each -> each.state() != HouseholdState.RESERVE).toList();
    }

    /// Households still closed in the reserve.
    public static int inReserve(Home.Village village) {
        return village.households().size() - visible(village).size();
    }

    /// Appointments of one day in a village.
    ///
    /// @param onDay says whether a moment is on that day
    public static int appointments(Home.Village village, Predicate<Instant> onDay) {
        return (int) village.households().stream().filter(each -> each.state() == HouseholdState.APPOINTMENT)
                .filter(each -> each.contacts().getLast().appointment().filter(onDay).isPresent()).count();
    }
}
