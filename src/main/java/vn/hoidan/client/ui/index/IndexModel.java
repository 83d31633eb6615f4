package vn.hoidan.client.ui.index;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.work.SupervisorWork;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.problem.Problem;

/// The index as last seen, and the page of it that is shown.
public final class IndexModel {
    private final SupervisorWork work;
    private final Background lane;
    private final ReadOnlyObjectWrapper<Optional<IndexReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper looked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<IndexPage> page = new ReadOnlyObjectWrapper<>(IndexPage.OVERVIEW);

    /// @param lane on which the store is read
    IndexModel(SupervisorWork work, Background lane) {
        this.work = work;
        this.lane = lane;
    }

    /// Empty until the first sync, and for a survey without an index.
    ReadOnlyObjectProperty<Optional<IndexReport>> report() {
        return report.getReadOnlyProperty();
    }

    /// True once the store has said whether there is one.
    ReadOnlyBooleanProperty looked() {
        return looked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<IndexPage> page() {
        return page.getReadOnlyProperty();
    }

    void show(IndexPage next) {
        page.set(next);
    }

    void load() {
        lane.run(work::index, read -> {
            problem.set(Optional.empty());
            report.set(read);
            looked.set(true);
        }, failed -> problem.set(Optional.of(failed)));
    }
}
