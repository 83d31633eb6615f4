package vn.hoidan.client.app.carry;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.meeting.MeetingDoor;
import vn.hoidan.client.app.meeting.MeetingLine;
import vn.hoidan.client.app.meeting.Meetings;
import vn.hoidan.client.app.sync.SyncDesk;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.problem.Problem;

/// One meeting with a colleague's laptop in the local network, from waiting or going there to the end. Methods belong
/// to the window's thread and tell their outcomes there. The lane of sync waits for nobody: only once the colleague is
/// there files are swapped on it, where nothing else takes replies meanwhile.
public final class Meeting {
    private final Meetings meetings;
    private final CarryRound round;
    private final SyncDesk sync;
    private final Background lane;
    private final boolean all;
    private final Telling telling;
    private Runnable close = () -> { };
    private boolean ended;

    /// How a meeting goes on. Nothing is told once it was ended.
    public interface Telling {
        /// A colleague can come to one of these places with this code.
        void waits(List<String> places, SpokenCode code);

        /// Both are there; files are swapped.
        void together();

        void progress(MeetingLine.Progress progress);

        void met(CarryOverview.Met met);

        void failed(Problem problem);
    }

    Meeting(Meetings meetings, CarryRound round, SyncDesk sync, Background lane, boolean all, Telling telling) {
        this.meetings = meetings;
        this.round = round;
        this.sync = sync;
        this.lane = lane;
        this.all = all;
        this.telling = telling;
    }

    /// Waits for a colleague.
    ///
    /// @param name by which this laptop is shown to whoever looks for it
    public void await(String name) {
        beside(() -> meetings.open(name), MeetingDoor::close, door -> {
            close = door::close;
            telling.waits(door.places(), door.code());
            beside(door::await, MeetingLine::close, this::swap);
        });
    }

    /// Goes to a colleague who waits.
    public void go(String place, SpokenCode code) {
        beside(() -> meetings.go(place, code), MeetingLine::close, this::swap);
    }

    private <T> void beside(Callable<T> work, Consumer<T> closing, Consumer<T> then) {
        lane.beside(work, done -> {
            if (ended) {
                closing.accept(done);
            } else {
                then.accept(done);
            }
        }, this::failed);
    }

    private void swap(MeetingLine line) {
        close = line::close;
        telling.together();
        lane.run(() -> round.meet(line, all, progress -> lane.tell(() -> tell(() -> telling.progress(progress)))),
                met -> {
                    sync.refresh();
                    tell(() -> telling.met(met));
                }, this::failed);
    }

    private void failed(Problem problem) {
        sync.refresh();
        tell(() -> telling.failed(problem));
    }

    private void tell(Runnable what) {
        if (!ended) {
            what.run();
        }
    }

    /// Ends it wherever it is; what was kept stays.
    public void end() {
        ended = true;
        close.run();
    }
}
