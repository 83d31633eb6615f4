package vn.hoidan.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.app.book.Attachments;
import vn.hoidan.server.app.book.Staff;
import vn.hoidan.support.Samples;

/// What the board tells of files that interviews name and the office does not have.
public class AwaitedFilesTest {
    @TempDir
    private Path folder;
    private TestOffice office;

    @BeforeEach
    void open() {
        office = TestOffice.withSurvey(folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private static AttachmentName photo(int number) {
        return AttachmentName.of(Samples.bytes(40, number), "jpg");
    }

    private Instant interview(TestOffice.Enrolled of, String village, int household, AttachmentName... photos) {
        office.pass(Duration.ofHours(1));
        of.laptop().interview(SmallSurvey.list(village), household, photos.length == 0 ? Map.of("q1", "1")
                : photos.length == 1 ? Map.of("q1", "1", "note", photos[0].asText())
                : Map.of("q1", photos[1].asText(), "note", photos[0].asText()));
        of.sync();
        return office.now();
    }

    private void arrives(AttachmentName photo) {
        Bytes file = Samples.bytes(32, photo.hash().hashCode());
        office.store().write(central -> {
            central.attachments().add(new Attachments.Entry(file, file,
                    Optional.of(office.reader().cover(photo.hash())), 100, "d-1", office.now(), false));
            return file;
        });
    }

    private Board.Awaited line(TestOffice.Enrolled of, boolean replaced, int interviews, int files, Instant since) {
        return new Board.Awaited(of.person().name(), of.device(), replaced, interviews, files, since);
    }

    private List<Board.Awaited> awaited() {
        return office.board().board(SmallSurvey.ID, "vi").awaited();
    }

    @Test
    void tellsForEachLaptopHowManyInterviewsLackFilesAndSinceWhen() {
        TestOffice.Enrolled first = office.holding("27100-1");
        TestOffice.Enrolled second = office.holding("27100-2");
        interview(first, "27100-1", 1);
        assertEquals(List.of(), awaited());
        Instant early = interview(second, "27100-2", 1, photo(1));
        Instant late = interview(first, "27100-1", 2, photo(2), photo(3));
        interview(second, "27100-2", 2, photo(4));
        assertEquals(List.of(line(second, false, 2, 2, early), line(first, false, 1, 2, late)), awaited());
        arrives(photo(2));
        arrives(photo(1));
        assertEquals(List.of(1, 1), awaited().stream().map(Board.Awaited::files).toList());
        arrives(photo(3));
        arrives(photo(4));
        assertEquals(List.of(), awaited());
    }

    @Test
    void namesTheOldLaptopWhereItWasReplaced() {
        TestOffice.Enrolled old = office.holding("27100-1");
        Instant at = interview(old, "27100-1", 1, photo(1));
        office.enrol(old.person());
        assertEquals(List.of(line(old, true, 1, 1, at)), awaited());
    }

    @Test
    void tellsSupervisorsOfTheirOwnAreaOnly() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        Instant at = interview(laptop, "27100-1", 1, photo(1));
        List<Board.Awaited> wanted = List.of(line(laptop, false, 1, 1, at));
        assertEquals(wanted, seenBy(office.supervisor()));
        assertEquals(wanted, seenBy(supervisor(SmallSurvey.DISTRICT)));
        assertEquals(List.of(), seenBy(supervisor(SmallSurvey.OTHER_DISTRICT)));
    }

    private Person supervisor(String area) {
        return office.staff().add(SmallSurvey.ID, "Giám sát viên 2 (tập dượt)", Role.SUPERVISOR, area);
    }

    private List<Board.Awaited> seenBy(Person supervisor) {
        return office.board().board(new Staff.Member(supervisor, SmallSurvey.ID), "vi").awaited();
    }
}
