package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.ProfileStore;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.Office;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.support.ImmediateBackground;

/// A server and a laptop, each a real process, and a line between them; and what must be true of both whatever was done
/// to them.
final class RealField implements AutoCloseable {
    /// As many connections as a server keeps to its database, and one.
    private static final int MOST_TRIES = 10;

    private final Path office;
    private final OfficeDatabase database;
    private final Path laptopFolder;
    private final TroubledLine line = new TroubledLine();
    private final String device;
    private final Set<String> completed = new LinkedHashSet<>();
    private ServerProcess server;
    private LaptopProcess laptop;
    private long starts;

    /// @param kind of the server's database
    /// @param seed of what the laptop's enumerator does
    /// @param most interviews that there will be, each in a household of its own; the laptop reads its list often
    RealField(Path folder, OfficeDatabase.Kind kind, long seed, int most) throws IOException {
        office = folder.resolve("office");
        database = OfficeDatabase.begin(kind, office, folder.resolve("database"));
        laptopFolder = folder.resolve("laptop");
        starts = seed;
        EnrolmentCode code;
        Bytes fingerprint;
        try (Office opened = database.open()) {
            SipasOffice.create(opened, SipasOffice.xform(), SipasOffice.households().subList(0, most));
            code = SipasOffice.codeFor(opened);
            fingerprint = opened.fingerprint();
        }
        startServer();
        SipasOffice.enrol(laptopFolder, new ImmediateBackground(), code,
                new ServerAddress(ServerSettings.LOOPBACK, line.port(),
                        Bytes.of(Arrays.copyOf(fingerprint.toArray(), EnrolmentCode.FINGERPRINT_BYTES))));
        device = SipasOffice.folders(laptopFolder).profiles().getFirst().device();
        startLaptop();
    }

    TroubledLine line() {
        return line;
    }

    LaptopProcess laptop() {
        return laptop;
    }

    void startServer() throws IOException {
        server = ServerProcess.start(office);
        line.leadsTo(server.port());
    }

    void startLaptop() throws IOException {
        laptop = LaptopProcess.start(laptopFolder, starts++);
    }

    void killServer() {
        database.lookAway();
        server.close();
    }

    /// Under the server, which goes on. Only a database that is a program of its own can be killed.
    void killDatabase() {
        database.kill();
    }

    void startDatabase() throws IOException {
        database.startAgain();
    }

    void killLaptop() {
        laptop.close();
        completed.addAll(laptop.completed());
    }

    /// Rounds over a quiet line until one ends well: connections that the server kept to a database that was killed
    /// fail once each.
    LaptopProcess.Round untilDone(String where) {
        LaptopProcess.Round round = laptop.sync();
        for (int tries = 1; tries < MOST_TRIES && round.problem().isPresent(); tries++) {
            assertEquals(ProblemKind.SERVER_FAILED, round.problem().get(), where);
            isBehindNoPromise(round, where);
            round = laptop.sync();
        }
        return round;
    }

    /// What the server holds of the laptop's log.
    long stored() {
        return database.number("SELECT stored_number FROM device WHERE id = ?", device);
    }

    /// After a round without trouble: nothing waits on either side, and both name the same record.
    void standsEqual(LaptopProcess.Round round, String where) {
        assertEquals(List.of(), round.problem().stream().toList(), where);
        assertEquals(OwnLog.FIRST, round.incarnation(), where + ": another log was begun");
        assertEquals(round.head(), round.stored(), where + ": records wait");
        assertEquals(round.stored(), stored(), where + ": the server's position");
        assertEquals(1, database.number("SELECT COUNT(*) FROM up_record WHERE device = ? AND number = ? AND hash = ?",
                device, round.stored(), HexFormat.of().parseHex(round.storedHash())), where + ": the last record");
        assertEquals(round.cursor(), database.number("SELECT told FROM device WHERE id = ?", device),
                where + ": the down-log");
    }

    /// After a round that was cut: the server may know more than the laptop heard, never less.
    void isBehindNoPromise(LaptopProcess.Round round, String where) {
        long stored = stored();
        assertTrue(round.stored() <= stored && stored <= round.head(), where + ": " + round + " " + stored);
    }

    /// Both ends are killed. Everything that was shown as saved is at the office once, as it was entered, and every
    /// figure can be added up again.
    ///
    /// @param least so many interviews there must be, so that something was looked at
    void agrees(int least, String where) {
        killLaptop();
        killServer();
        Set<String> received = new HashSet<>();
        try (Office opened = database.open(); FieldStore store = store()) {
            SipasOffice.received(opened, office).forEach((id, record) -> received.add(id.asText()));
            SyncState state = store.syncState();
            List<UpRecord> own = store.recordsAfter(0, Integer.MAX_VALUE, Integer.MAX_VALUE);
            List<UpRecord> theirs = opened.store().read(central -> {
                List<UpRecord> kept = new ArrayList<>();
                central.logs().hashes(device, 1, state.head().number()).forEach((number, hash) ->
                        assertEquals(store.hashOf(number).orElseThrow(), hash, where + ": record " + number));
                central.interviews().each(SmallSurvey.ID, each -> kept.add(each.record()));
                return kept;
            });
            Set<String> onTheLaptop = store.interviews().stream()
                    .filter(each -> each.state() == InterviewState.COMPLETED)
                    .map((InterviewEntry each) -> each.id().asText()).collect(Collectors.toSet());
            assertEquals(Set.copyOf(own), Set.copyOf(theirs), where + ": records byte for byte");
            assertEquals(own.size(), theirs.size(), where + ": records twice");
            assertTrue(onTheLaptop.containsAll(completed), where + ": a completed interview is not on the laptop");
            assertEquals(onTheLaptop, received, where + ": interviews at the office");
            assertTrue(received.size() >= least, where + ": " + received.size() + " interviews");
        }
        database.holds();
        assertEquals(0, database.number("SELECT COUNT(*) FROM quarantine"), where + ": set aside");
    }

    private FieldStore store() {
        ProfileStore folders = SipasOffice.folders(laptopFolder);
        return ((ProfileStore.Unlocking.Opened) folders.unlock(folders.profiles().getFirst().id(),
                SipasOffice.PIN.toCharArray())).profile().store();
    }

    @Override
    public void close() throws IOException {
        killLaptop();
        killServer();
        line.close();
        database.close();
    }
}
