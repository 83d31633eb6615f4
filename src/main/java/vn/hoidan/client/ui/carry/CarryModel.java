package vn.hoidan.client.ui.carry;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.hoidan.client.app.carry.CarryDesk;
import vn.hoidan.client.app.carry.CarryOverview;
import vn.hoidan.client.app.meeting.Meetings;
import vn.hoidan.core.problem.Problem;

/// What the screen shows: how things stand, and what came of the last file.
public final class CarryModel {
    private final CarryDesk desk;
    private final Meetings meetings;
    private final String name;
    private final Runnable onRead;
    private final ReadOnlyObjectWrapper<Optional<CarryOverview>> overview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<CarryOverview.Written>> written =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<CarryOverview.Read>> read =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param name   by which this laptop is shown to colleagues in the local network
    /// @param onRead told when a file was taken in: other screens may have to read anew
    public CarryModel(CarryDesk desk, Meetings meetings, String name, Runnable onRead) {
        this.desk = desk;
        this.meetings = meetings;
        this.name = name;
        this.onRead = onRead;
    }

    /// Empty until it was read.
    public ReadOnlyObjectProperty<Optional<CarryOverview>> overview() {
        return overview.getReadOnlyProperty();
    }

    /// The file written last, until another is taken in.
    public ReadOnlyObjectProperty<Optional<CarryOverview.Written>> written() {
        return written.getReadOnlyProperty();
    }

    /// The file taken in last, until another is written.
    public ReadOnlyObjectProperty<Optional<CarryOverview.Read>> read() {
        return read.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// True while a file is written or read.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public void load() {
        desk.look(seen -> overview.set(Optional.of(seen)), this::failed);
    }

    /// @param all with what the server has and has not backed up
    public void write(Path file, boolean all) {
        begin();
        desk.write(file, all, done(written::set), this::failed);
    }

    public void read(Path file) {
        begin();
        desk.read(file, done(seen -> {
            read.set(seen);
            onRead.run();
        }), this::failed);
    }

    public void refusalsSeen() {
        desk.refusalsSeen(this::load, this::failed);
    }

    /// A meeting in the local network, not begun.
    ///
    /// @param all with what the server has and has not backed up
    MeetingModel meeting(boolean all) {
        return new MeetingModel(desk, meetings, name, all, () -> {
            load();
            onRead.run();
        });
    }

    private void begin() {
        busy.set(true);
        problem.set(Optional.empty());
        written.set(Optional.empty());
        read.set(Optional.empty());
    }

    private <T> Consumer<T> done(Consumer<Optional<T>> show) {
        return result -> {
            busy.set(false);
            show.accept(Optional.of(result));
            load();
        };
    }

    private void failed(Problem failed) {
        busy.set(false);
        problem.set(Optional.of(failed));
    }
}
