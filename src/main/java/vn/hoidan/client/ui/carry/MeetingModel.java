package vn.hoidan.client.ui.carry;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.hoidan.client.app.carry.CarryDesk;
import vn.hoidan.client.app.carry.CarryOverview;
import vn.hoidan.client.app.carry.Meeting;
import vn.hoidan.client.app.meeting.MeetingLine;
import vn.hoidan.client.app.meeting.Meetings;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.problem.Problem;

/// A meeting with a colleague as the screen shows it.
public final class MeetingModel {
    private final CarryDesk desk;
    private final Meetings meetings;
    private final String name;
    private final boolean all;
    private final Runnable onRead;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Stage.Idle(Optional.empty()));
    private final ReadOnlyObjectWrapper<List<Meetings.Waiting>> found = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<Meeting> meeting = Optional.empty();

    /// How far it is.
    sealed interface Stage {
        /// Nothing is under way.
        ///
        /// @param failed what ended the last try
        record Idle(Optional<Problem> failed) implements Stage {
        }

        /// Somebody is looked for, or gone to.
        record Seeking() implements Stage {
        }

        /// A colleague can come.
        record Waits(List<String> places, SpokenCode code) implements Stage {
        }

        /// Files are swapped.
        record Together(MeetingLine.Progress progress) implements Stage {
        }

        /// Both have kept what came.
        record Met(CarryOverview.Met met) implements Stage {
        }
    }

    /// @param name   by which this laptop is shown to whoever looks for it
    /// @param all    with what the server has and has not backed up
    /// @param onRead told when something was taken in: other screens may have to read anew
    MeetingModel(CarryDesk desk, Meetings meetings, String name, boolean all, Runnable onRead) {
        this.desk = desk;
        this.meetings = meetings;
        this.name = name;
        this.all = all;
        this.onRead = onRead;
    }

    ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    /// Colleagues who wait, as far as the network tells.
    public ReadOnlyObjectProperty<List<Meetings.Waiting>> found() {
        return found.getReadOnlyProperty();
    }

    /// Waits for a colleague.
    public void await() {
        begin().await(name);
    }

    /// Looks for colleagues who wait.
    public void look() {
        stage.set(new Stage.Seeking());
        desk.lookForColleagues(meetings, seen -> {
            found.set(seen);
            stage.set(new Stage.Idle(Optional.empty()));
        }, this::failed);
    }

    public void go(String place, SpokenCode code) {
        begin().go(place, code);
    }

    private Meeting begin() {
        end();
        stage.set(new Stage.Seeking());
        Meeting begun = desk.meeting(meetings, all, new Told());
        meeting = Optional.of(begun);
        return begun;
    }

    /// Ends what is under way.
    public void end() {
        meeting.ifPresent(Meeting::end);
        meeting = Optional.empty();
    }

    private void failed(Problem problem) {
        stage.set(new Stage.Idle(Optional.of(problem)));
    }

    private final class Told implements Meeting.Telling {
        @Override
        public void waits(List<String> places, SpokenCode code) {
            stage.set(new Stage.Waits(places, code));
        }

        @Override
        public void together() {
            stage.set(new Stage.Together(new MeetingLine.Progress(0, 0)));
        }

        @Override
        public void progress(MeetingLine.Progress progress) {
            stage.set(new Stage.Together(progress));
        }

        @Override
        public void met(CarryOverview.Met met) {
            stage.set(new Stage.Met(met));
            onRead.run();
        }

        /// What came before a line broke is kept.
        @Override
        public void failed(Problem problem) {
            MeetingModel.this.failed(problem);
            onRead.run();
        }
    }
}
