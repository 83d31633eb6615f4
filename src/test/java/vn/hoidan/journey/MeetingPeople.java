package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.carry.CarryOverview;
import vn.hoidan.client.app.carry.Meeting;
import vn.hoidan.client.app.meeting.MeetingLine;
import vn.hoidan.client.app.meeting.Meetings;
import vn.hoidan.client.net.LocalMeetings;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.sync.Bytes;

/// Two people who let their laptops meet over a real connection.
final class MeetingPeople {
    private MeetingPeople() {
    }

    /// @return what came of it for the one who comes
    static CarryOverview.Met meet(Workplace waits, Workplace comes) {
        Meetings meetings = new LocalMeetings(0, LocalMeetings.Patience.USUAL,
                () -> SpokenCode.of(random(), Meetings.CODE_GROUPS));
        CompletableFuture<Guest> guest = new CompletableFuture<>();
        CompletableFuture<CarryOverview.Met> first = new CompletableFuture<>();
        CompletableFuture<CarryOverview.Met> second = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> waits.carry().meeting(meetings, false, new Told(guest, first)).await("Đ1"));
        Guest coming = guest.join();
        comes.carry().meeting(meetings, false, new Told(guest, second)).go(coming.place(), coming.code());
        first.join();
        return second.join();
    }

    /// What the one who waits shows.
    private record Guest(String place, SpokenCode code) {
    }

    private record Told(CompletableFuture<Guest> guest, CompletableFuture<CarryOverview.Met> met)
            implements Meeting.Telling {
        @Override
        public void waits(List<String> places, SpokenCode code) {
            guest.complete(new Guest(places.getFirst(), code));
        }

        @Override
        public void together() {
            assertFalse(met.isDone());
        }

        @Override
        public void progress(MeetingLine.Progress progress) {
            assertTrue(progress.done() <= progress.all());
        }

        @Override
        public void met(CarryOverview.Met now) {
            met.complete(now);
        }

        @Override
        public void failed(Problem problem) {
            guest.completeExceptionally(problem.exception());
            met.completeExceptionally(problem.exception());
        }
    }

    private static Bytes random() {
        byte[] random = new byte[Long.BYTES];
        new SecureRandom().nextBytes(random);
        return Bytes.of(random);
    }
}
