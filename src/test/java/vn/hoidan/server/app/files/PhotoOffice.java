package vn.hoidan.server.app.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.Moment;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.AttachmentState.Stage;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.SealedDraft;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.app.book.AttachmentFiles;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Drafts;
import vn.hoidan.server.app.intake.AttachmentDesk;
import vn.hoidan.server.store.AttachmentFolder;
import vn.hoidan.server.store.KeptRecords;
import vn.hoidan.support.Samples;
import vn.hoidan.vault.FileSeals;
import vn.hoidan.vault.RecordSeals;
import vn.hoidan.wire.RecordBodies;

/// An office with a laptop that sends photographs.
abstract class PhotoOffice {
    static final Duration LONG = UnnamedFilesDesk.LEAST_AGE.plusDays(10);
    static final ListId LIST = SmallSurvey.list("27100-1");

    @TempDir
    Path folder;
    TestOffice office;
    TestOffice.Enrolled laptop;
    AttachmentFolder files;

    @BeforeEach
    final void open() {
        office = TestOffice.withSurvey(folder);
        laptop = office.holding("27100-1");
        files = new AttachmentFolder(folder.resolve("attachments"), office.keys());
    }

    @AfterEach
    final void close() {
        office.close();
    }

    UnnamedFilesDesk desk(CentralStore store, AttachmentFiles on) {
        KeptRecords reader = new KeptRecords(office.keys());
        return new UnnamedFilesDesk(store, on, reader, reader, office::now);
    }

    UnnamedFilesDesk desk() {
        return desk(office.store(), files);
    }

    /// A photograph that the laptop sent along.
    record Photo(AttachmentName name, Bytes file, byte[] sealed) {
    }

    Photo photo(int number) {
        return photo(number, laptop);
    }

    Photo photo(int number, TestOffice.Enrolled from) {
        byte[] content = Samples.bytes(2000, number).toArray();
        AttachmentName name = AttachmentName.of(Bytes.of(content), "jpg");
        FileSeals.FileKey key = FileSeals.newKey(office.keys().current(), name.hash(), content.length);
        byte[] sealed = FileSeals.piece(key, content, 0, Integer.MAX_VALUE).toArray();
        Photo photo = new Photo(name, FileSeals.hash(key, content), sealed);
        assertEquals(Stage.STORED, send(photo, from));
        return photo;
    }

    Stage send(Photo photo, TestOffice.Enrolled from) {
        return new AttachmentDesk(office.store(), files, office::now).take(from.device(), new AttachmentPiece(
                photo.file(), photo.sealed().length, 0, Bytes.of(photo.sealed()))).stage();
    }

    UpRecord interview(ListId list, int household, Photo photo) {
        laptop.laptop().interview(list, household, Map.of("q1", "1", "note", photo.name().asText()));
        laptop.sync();
        return laptop.laptop().log().getLast();
    }

    void inWork(Photo photo) {
        Draft draft = new Draft(Samples.interviewId(9), SmallSurvey.questionnaire(), LIST, 9,
                InterviewMode.FACE_TO_FACE, office.now(), 1, 2, List.of(
                        set(photo.name().asText()), set("another since")));
        Bytes sealed = RecordSeals.seal(office.keys().current(), SealedDraft.header(draft.mark()),
                RecordBodies.of(draft));
        office.store().write(central -> {
            central.drafts().put(new Drafts.Entry(new SealedDraft(draft.mark(), sealed), laptop.person().id(),
                    laptop.device(), office.now()));
            return draft;
        });
    }

    static Fact set(String value) {
        return new Fact.AnswerSet(new Moment(Samples.MORNING, 0), new vn.hoidan.core.questionnaire.Path("/data/note"),
                value);
    }

    List<Bytes> found() {
        return desk().find(Duration.ZERO).files().stream().map(UnnamedFilesDesk.Line::file).toList();
    }

    List<Bytes> removed() {
        return assertInstanceOf(UnnamedFilesDesk.Removal.Removed.class,
                desk().remove(UnnamedFilesDesk.LEAST_AGE, TestOffice.DECISION)).gone().files().stream()
                .map(UnnamedFilesDesk.Line::file).toList();
    }

    boolean isThere(Photo photo) {
        boolean row = office.store().read(central -> central.attachments().find(photo.file())).isPresent();
        assertEquals(row, Files.exists(folder.resolve("attachments").resolve(photo.file().hex())));
        return row;
    }
}
