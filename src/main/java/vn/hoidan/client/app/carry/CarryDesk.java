package vn.hoidan.client.app.carry;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.meeting.Meetings;
import vn.hoidan.client.app.sync.SyncDesk;
import vn.hoidan.core.problem.Problem;

/// Work that travels by stick or by a colleague's laptop. Methods belong to the window's thread and tell their outcomes
/// there; files are read and written on the lane of sync, where nothing else takes replies meanwhile.
public final class CarryDesk {
    private final CarryRound round;
    private final SyncDesk sync;
    private final Background lane;

    public CarryDesk(CarryRound round, SyncDesk sync, Background lane) {
        this.round = round;
        this.sync = sync;
        this.lane = lane;
    }

    public void look(Consumer<CarryOverview> onDone, Consumer<Problem> onProblem) {
        lane.run(round::overview, onDone, onProblem);
    }

    /// Writes own work, and what is kept for colleagues, to a file.
    ///
    /// @param all a second copy: also what the server has and has not yet put into a checked backup
    public void write(Path file, boolean all, Consumer<CarryOverview.Written> onDone, Consumer<Problem> onProblem) {
        lane.run(() -> round.write(file, all), onDone, onProblem);
    }

    /// Takes a file in: answers for this laptop, envelopes of colleagues to be brought to the server.
    public void read(Path file, Consumer<CarryOverview.Read> onDone, Consumer<Problem> onProblem) {
        lane.run(() -> round.read(file), read -> {
            sync.refresh();
            onDone.accept(read);
        }, onProblem);
    }

    /// The person has read which envelopes were refused.
    public void refusalsSeen(Runnable onDone, Consumer<Problem> onProblem) {
        lane.run(() -> {
            round.refusalsSeen();
            return onDone;
        }, Runnable::run, onProblem);
    }

    /// A meeting with a colleague, not begun.
    ///
    /// @param all a second copy: also what the server has and has not yet put into a checked backup
    public Meeting meeting(Meetings meetings, boolean all, Meeting.Telling telling) {
        return new Meeting(meetings, round, sync, lane, all, telling);
    }

    /// Looks for colleagues who wait.
    public void lookForColleagues(Meetings meetings, Consumer<List<Meetings.Waiting>> onDone,
            Consumer<Problem> onProblem) {
        lane.beside(meetings::look, onDone, onProblem);
    }
}
