package vn.hoidan.server.app.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.LedgerCheck;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;

public class LogDeskTest {

    private static final ListId LIST = SmallSurvey.list("27100-1");

    @TempDir
    private Path folder;
    private TestOffice office;
    private TestOffice.Enrolled laptop;

    @BeforeEach
    void open() {
        office = TestOffice.withSurvey(folder);
        laptop = office.holding("27100-1");
        laptop.laptop().interview(LIST, 1);
        laptop.laptop().contact(LIST, 2, Outcome.NOT_AT_HOME);
        laptop.sync();
    }

    @AfterEach
    void check() {
        office.close();
        LedgerCheck.holds(folder.resolve("office.db"));
    }

    private SyncReply ask(OwnLog log, UpRecord... records) {
        return ask(1, log, records);
    }

    private SyncReply ask(long epoch, OwnLog log, UpRecord... records) {
        return office.intake().sync(laptop.device(),
                new SyncRequest(SyncRequest.PROTOCOL, log, epoch, 0, List.of(records), List.of(),
                        false, office.now(), Optional.empty()));
    }

    private List<DownItem> items(SyncReply reply) {
        return reply.items().stream().map(DownEntry::item).toList();
    }

    @Test
    void givesTheSameNextLogHoweverOftenItIsAskedFor() {
        SyncReply first = ask(new OwnLog(1, 2, true));
        SyncReply again = ask(new OwnLog(1, 2, true));
        assertEquals(2, first.incarnation());
        assertEquals(LogPosition.START, first.stored());
        assertEquals(List.of(new DownItem.SurveyAssigned(SmallSurvey.survey())), items(first));
        assertEquals(items(first), items(again));
        assertEquals(2, again.incarnation());
    }

    @Test
    void bringsTheListsWhenTheWholeLogIsHereAgainAndCountsNothingTwice() {
        UpRecord[] records = laptop.laptop().log().toArray(UpRecord[]::new);
        ask(new OwnLog(1, 2, true));
        SyncReply half = ask(new OwnLog(2, 2, false), records[0]);
        assertTrue(items(half).stream().noneMatch(DownItem.ListAssigned.class::isInstance));
        SyncReply whole = ask(new OwnLog(2, 2, false), records);
        List<DownItem> items = items(whole);
        assertInstanceOf(DownItem.ListsBegin.class, items.get(items.size() - 3));
        DownItem.ListAssigned list = assertInstanceOf(DownItem.ListAssigned.class, items.get(items.size() - 2));
        assertEquals(2, list.lease().units(), "one of three is done");
        assertEquals(1, office.store().<Integer>read(central -> central.interviews().contacts(LIST, 2)));
        assertEquals(1, office.board().board(SmallSurvey.ID, "vi").devices().getFirst().accepted());
    }

    @Test
    void fencesWhatWasOutOnTheLogThatEnded() {
        ask(new OwnLog(1, 2, true));
        assertTrue(office.store().read(central -> central.ledger().liveLease(LIST)).isEmpty());
    }

    @Test
    void takesWhatALaptopStillHasButGivesItNoListsOnceAnotherReplacedIt() {
        TestOffice.Enrolled other = office.enrol(laptop.person());
        other.sync();
        ask(new OwnLog(1, 2, true));
        SyncReply reply = ask(new OwnLog(2, 1, false), laptop.laptop().log().getFirst());
        assertEquals(1, reply.stored().number());
        assertTrue(items(reply).stream().noneMatch(DownItem.ListAssigned.class::isInstance));
        other.sync();
        assertEquals(2, other.laptop().lease(LIST).orElseThrow().units());
    }

    @Test
    void sendsOnWhoeverSpeaksOfALogThatWasLeftUnlessACopyIsAtWorkWithTheNewest() {
        assertEquals(1, ask(new OwnLog(1, 2, false)).incarnation());
        ask(new OwnLog(1, 2, true));
        assertEquals(SyncReply.UNKNOWN_LOG, ask(new OwnLog(1, 2, false)).incarnation(), "the answer was lost");
        assertEquals(2, ask(new OwnLog(2, 0, false)).incarnation());
        assertEquals(1, ask(new OwnLog(1, 2, false)).incarnation(), "a copy works beside it");
        assertEquals(SyncReply.UNKNOWN_LOG, ask(0, new OwnLog(1, 2, false)).incarnation(),
                "put back to its first day");
    }

    @Test
    void beginsNoLogBelowTheNewest() {
        assertEquals(5, ask(new OwnLog(4, 2, true)).incarnation());
        assertEquals(5, ask(new OwnLog(1, 2, true)).incarnation(), "which nobody has taken up");
        assertEquals(5, ask(new OwnLog(5, 0, false)).incarnation());
        assertEquals(5, ask(new OwnLog(4, 2, true)).incarnation(), "asked again");
        assertEquals(6, ask(new OwnLog(5, 2, true)).incarnation());
    }

    @Test
    void saysThatItDoesNotKnowALogOfWhichTheDeviceHasReadMoreThanWasTold() {
        SyncRequest later = new SyncRequest(SyncRequest.PROTOCOL, OwnLog.first(2), 1, 1_000, List.of(),
                List.of(), false, office.now(), Optional.empty());
        assertEquals(SyncReply.UNKNOWN_LOG, office.intake().sync(laptop.device(), later).incarnation());
        assertEquals(SyncReply.UNKNOWN_LOG, ask(new OwnLog(7, 2, false)).incarnation());
        assertEquals(8, ask(new OwnLog(7, 2, true)).incarnation());
    }
}
