package vn.hoidan.client.ui.interview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.store.Attaching;
import vn.hoidan.client.app.store.Attachment;
import vn.hoidan.client.app.store.AttachmentSource;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.SaveState;
import vn.hoidan.core.interview.AnswerManner;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.support.ImmediateBackground;

/// Files and pictures kept with an interview, from the source to the store.
final class AttachingTest {
    private static final Path PHOTO = EveryType.path("times/photo");
    private static final Path PAPER = EveryType.path("times/paper");
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2, 3};

    private final InterviewBench bench = new InterviewBench(EveryType.load(), new ImmediateBackground());
    private final InterviewWork work = bench.open();

    /// A file that was chosen.
    private static final class Source implements AttachmentSource {
        private final String name;
        private final InputStream content;

        Source(String name, InputStream content) {
            this.name = name;
            this.content = content;
        }

        static Source of(String name, byte[] content) {
            return new Source(name, new ByteArrayInputStream(content));
        }

        @Override
        public String fileName() {
            return name;
        }

        @Override
        public InputStream open() {
            return content;
        }
    }

    /// A file without an end.
    private static final class Endless extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return 1;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            read += length;
            return length;
        }
    }

    private Attaching attach(Path path, AttachmentSource source) {
        List<Attaching> told = new ArrayList<>();
        work.attach(path, source, AnswerManner.ENTERED, told::add, problem -> {
            throw new AssertionError(problem);
        });
        return told.getFirst();
    }

    private Optional<Bytes> kept(String name) {
        List<Optional<Bytes>> told = new ArrayList<>();
        work.attachment(name, told::add, problem -> {
            throw new AssertionError(problem);
        });
        return told.getFirst();
    }

    @Test
    void pictureIsTheAnswerUnderTheNameOfItsContent() {
        Attaching.Kept kept = assertInstanceOf(Attaching.Kept.class, attach(PHOTO, Source.of("Ảnh cổng.TXT", JPEG)));
        AttachmentName name = AttachmentName.parse(kept.name()).orElseThrow();
        assertEquals("jpg", name.ending(), "told by the content, not by the file's name");
        assertEquals(List.of(kept.name()), bench.saved(PHOTO));
        assertArrayEquals(JPEG, bench.store.attachment(name.hash()).orElseThrow().toArray());
        assertEquals(Optional.of(Bytes.of(JPEG)), kept(kept.name()));
        assertInstanceOf(SaveState.Saved.class, work.saveState());
        assertTrue(findings().stream().noneMatch(finding -> finding.path().equals(PHOTO)), "required and there");
    }

    private List<Finding> findings() {
        List<List<Finding>> told = new ArrayList<>();
        work.check(told::add, problem -> {
            throw new AssertionError(problem);
        });
        return told.getFirst();
    }

    @Test
    void requiredPictureIsMissingUntilThereIsOneAndAgainWhenItWasTakenAway() {
        assertTrue(findings().stream().anyMatch(finding -> finding.path().equals(PHOTO)));
        attach(PHOTO, Source.of("a.jpg", JPEG));
        work.clear(PHOTO);
        assertTrue(findings().stream().anyMatch(finding -> finding.path().equals(PHOTO)));
    }

    @Test
    void fileKeepsOnlyAHarmlessEnding() {
        for (String name : List.of("../../etc/passwd", "a.p/h", "không đuôi", "x.thisistoolong", "a.đuôi", "a.")) {
            Attaching.Kept kept = assertInstanceOf(Attaching.Kept.class, attach(PAPER,
                    Source.of(name, name.getBytes(StandardCharsets.UTF_8))), name);
            assertTrue(kept.name().matches("[0-9a-f]{64}"), kept.name());
        }
        Attaching.Kept kept = assertInstanceOf(Attaching.Kept.class, attach(PAPER, Source.of("Đơn.PDF", JPEG)));
        assertTrue(kept.name().matches("[0-9a-f]{64}\\.pdf"), kept.name());
    }

    @Test
    void refusesWhatCannotBeKeptAndLeavesTheOldAnswer() {
        attach(PHOTO, Source.of("a.jpg", JPEG));
        assertEquals(new Attaching.Empty(), attach(PHOTO, Source.of("b.jpg", new byte[0])));
        assertEquals(new Attaching.NotAPicture(), attach(PHOTO, Source.of("c.jpg", new byte[] {'P', 'K', 3, 4, 5})));
        assertEquals(new Attaching.Unreadable(), attach(PHOTO, gone()));
        assertEquals(1, bench.saved(PHOTO).size());
        assertInstanceOf(SaveState.Saved.class, work.saveState());
    }

    private static AttachmentSource gone() {
        return new AttachmentSource() {
            @Override
            public String fileName() {
                return "gone.jpg";
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("the stick was pulled");
            }
        };
    }

    @Test
    void readsNoMoreOfAnEndlessFileThanMayBeKept() {
        Endless endless = new Endless();
        assertEquals(new Attaching.TooLarge(), attach(PAPER, new Source("endless", endless)));
        assertTrue(endless.read <= 2L * Attachment.MOST_BYTES, "bytes read: " + endless.read);
        assertInstanceOf(Attaching.Kept.class, attach(PAPER, Source.of("just", new byte[Attachment.MOST_BYTES])));
        assertEquals(new Attaching.TooLarge(), attach(PAPER, Source.of("over", new byte[Attachment.MOST_BYTES + 1])));
    }

    @Test
    void fullDiskKeepsFileAndFactInMemoryAndWritesBothLater() {
        bench.store.diskFull(true);
        Attaching.Kept kept = assertInstanceOf(Attaching.Kept.class, attach(PHOTO, Source.of("a.jpg", JPEG)));
        assertInstanceOf(SaveState.Failed.class, work.saveState());
        assertEquals(Optional.of(Bytes.of(JPEG)), kept(kept.name()), "shown although it is not on the disk");
        assertEquals(List.of(), bench.saved(PHOTO));
        bench.store.diskFull(false);
        work.saveAgain();
        assertEquals(List.of(kept.name()), bench.saved(PHOTO));
        assertTrue(bench.store.attachment(AttachmentName.parse(kept.name()).orElseThrow().hash()).isPresent());
    }

    @Test
    void namesThatAreNoAttachmentsAreNotLookedFor() {
        assertEquals(Optional.empty(), kept("../person.db"));
        assertEquals(Optional.empty(), kept("0".repeat(64)));
    }
}
