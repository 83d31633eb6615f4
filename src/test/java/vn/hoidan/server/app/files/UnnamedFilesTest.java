package vn.hoidan.server.app.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.AttachmentState.Stage;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.app.book.OfficeAct;
import vn.hoidan.server.app.intake.AttachmentDesk;
import vn.hoidan.server.app.intake.QuarantineDesk;
import vn.hoidan.support.Samples;
import vn.hoidan.vault.RecordKeys;
import vn.hoidan.vault.RecordSeals;

/// Files that nothing names are found and removed; whatever may still be named stays.
public class UnnamedFilesTest extends PhotoOffice {

    @Test
    void removesWhatNothingNamesAndWritesDownWhoAndWhy() {
        Photo named = photo(1);
        Photo replaced = photo(2);
        Instant came = office.now();
        interview(LIST, 1, named);
        office.pass(Duration.ofMillis(1));
        assertEquals(List.of(new UnnamedFilesDesk.Line(replaced.file(), replaced.sealed().length, came,
                laptop.device(), Optional.of(laptop.person().name()))), desk().find(Duration.ZERO).files());
        office.pass(LONG);
        assertEquals(List.of(replaced.file()), removed());
        assertTrue(isThere(named));
        assertFalse(isThere(replaced));
        assertEquals(List.of(new OfficeAct(OfficeAct.Kind.FILE_REMOVED, replaced.file().hex(),
                replaced.sealed().length + " " + laptop.device(), TestOffice.DECISION.by(),
                TestOffice.DECISION.reason(), office.now())),
                office.store().read(central -> central.officeActs().newest(5)));
        assertEquals(List.of(), removed());
    }

    @Test
    void keepsWhatIsYoungerThanTheTimeLimit() {
        Photo photo = photo(1);
        office.pass(UnnamedFilesDesk.LEAST_AGE);
        assertEquals(new UnnamedFilesDesk.Removal.TooYoung(UnnamedFilesDesk.LEAST_AGE),
                desk().remove(UnnamedFilesDesk.LEAST_AGE.minusDays(1), TestOffice.DECISION));
        assertEquals(List.of(), removed(), "not older than that, but as old");
        office.pass(Duration.ofMillis(1));
        // the same content came once more, from another laptop
        Photo again = photo(1, office.holding("27100-2"));
        assertEquals(List.of(), removed());
        assertTrue(Files.exists(folder.resolve("attachments").resolve(photo.file().hex())));
        office.pass(LONG);
        assertEquals(List.of(photo.file()), removed());
        assertEquals(Stage.PART, new AttachmentDesk(office.store(), files, office::now)
                .state(laptop.device(), again.file()).stage());
    }

    @Test
    void keepsWhatARecordSetAsideOrDiscardedOrAnInterviewInWorkNames() {
        Photo aside = photo(1);
        Photo discarded = photo(2);
        Photo inWork = photo(3);
        interview(SmallSurvey.list("99999-9"), 1, aside);
        UpRecord record = interview(SmallSurvey.list("99999-9"), 2, discarded);
        new QuarantineDesk(office.store(), office.checks(), office::now).discard(laptop.device(), record.number(),
                TestOffice.DECISION);
        inWork(inWork);
        office.pass(LONG);
        assertEquals(List.of(), found());
        assertEquals(List.of(), removed());
        assertTrue(isThere(aside) && isThere(discarded) && isThere(inWork));
        office.store().write(central -> {
            central.drafts().delete(Samples.interviewId(9));
            return inWork;
        });
        assertEquals(List.of(inWork.file()), removed());
    }

    @Test
    void keepsAllFilesOfAPersonOfWhomSomethingIsNotReadHere(@TempDir Path elsewhere) {
        Photo photo = photo(1);
        TestOffice.Enrolled mate = office.holding("27100-2");
        Photo ofMate = photo(2, mate);
        laptop.laptop().signs(laptop.device());
        laptop.laptop().interview(LIST, 1);
        // sealed to a key of the office that is not here
        Bytes body = RecordSeals.seal(RecordKeys.openOrCreate(elsewhere).current(), Bytes.of(new byte[4]),
                Bytes.of(new byte[50]));
        laptop.laptop().replaceLast(sent -> new UpRecord(sent.number(), sent.previous(), sent.type(), body));
        laptop.sync();
        office.pass(LONG);
        UnnamedFilesDesk.Found found = desk().find(Duration.ZERO);
        assertEquals(List.of(ofMate.file()), found.files().stream().map(UnnamedFilesDesk.Line::file).toList());
        assertEquals(1, found.uncertain());
        assertEquals(List.of(ofMate.file()), removed());
        assertTrue(isThere(photo));
    }

    @Test
    void keepsWhatDoesNotOpen() {
        byte[] noise = Samples.bytes(400, 12).toArray();
        Bytes hash = AttachmentName.of(Bytes.of(noise), "").hash();
        new AttachmentDesk(office.store(), files, office::now).take(laptop.device(),
                new AttachmentPiece(hash, noise.length, 0, Bytes.of(noise)));
        office.pass(LONG);
        assertEquals(1, desk().find(Duration.ZERO).unopened());
        assertEquals(List.of(), removed());
        assertEquals(noise.length, files.held(laptop.device(), hash));
    }
}
