package vn.hoidan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.cli.command.Failures;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.support.Samples;
import vn.hoidan.vault.FileSeals;
import vn.hoidan.vault.RecordKeys;

/// `files list`, `files remove`, `server acts` and what `progress` tells of files, on a real office's folder.
class FilesCommandsTest {
    @TempDir
    private Path folder;
    private OfficeFolder office;
    private OfficeFolder.Laptop laptop;

    @BeforeEach
    void open() {
        office = OfficeFolder.withSurvey(folder.resolve("data"));
        laptop = office.laptop();
    }

    /// @return hash of a file that was sent along and is named by nothing
    private Bytes photo() {
        RecordKeys keys = RecordKeys.openOrCreate(ServerWiring.identityFolder(office.data()));
        byte[] content = Samples.bytes(2000, 1).toArray();
        FileSeals.FileKey key = FileSeals.newKey(keys.current(), AttachmentName.of(Bytes.of(content), "").hash(),
                content.length);
        byte[] sealed = FileSeals.piece(key, content, 0, Integer.MAX_VALUE).toArray();
        Bytes hash = FileSeals.hash(key, content);
        office.open(on -> on.attachments().take(laptop.device(), new AttachmentPiece(hash, sealed.length, 0,
                Bytes.of(sealed))));
        return hash;
    }

    /// As if it had come long ago.
    private void cameBefore(Duration time) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + office.data().resolve("office.db"));
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("UPDATE attachment SET received_at = "
                    + Instant.now().minus(time).toEpochMilli()));
        }
    }

    private boolean isThere(Bytes hash) {
        return Files.exists(office.data().resolve("attachments").resolve(hash.hex()));
    }

    @Test
    void listsAndRemovesAFileThatNothingNamesAndTellsWhoDidAndWhy() throws SQLException {
        assertTrue(office.said("files", "list").contains("Không có tệp nào"));
        Bytes hash = photo();
        String listed = office.said("files", "list");
        assertTrue(listed.contains(hash.hex()) && listed.contains("Điều tra viên 1 (tập dượt)")
                && listed.contains(laptop.device()) && listed.contains("2197"), listed);
        assertTrue(office.decided("files", "remove", "--older", "90").contains("Đã xóa 0 tệp"));
        assertTrue(isThere(hash));
        cameBefore(Duration.ofDays(91));
        assertTrue(office.decided("files", "remove", "--older", "90").contains("Đã xóa 1 tệp"));
        assertFalse(isThere(hash));
        String acts = office.said("server", "acts");
        assertTrue(acts.contains(hash.hex()) && acts.contains(OfficeFolder.WHY) && acts.contains("văn phòng"), acts);
        assertTrue(office.said("files", "list").contains("Không có tệp nào"));
    }

    @Test
    void tellsWithTheProgressWhichLaptopHasFilesThatDidNotCome() {
        assertFalse(office.said("progress").contains("thiếu tệp"));
        laptop.laptop().interview(SmallSurvey.list("27100-1"), 1, Map.of("q1", "1", "note",
                AttachmentName.of(Samples.bytes(50, 3), "jpg").asText()));
        laptop.sync();
        String progress = office.said("progress");
        assertTrue(progress.contains("Phiếu còn thiếu tệp: 1"), progress);
        assertTrue(progress.lines().anyMatch(line -> line.matches("Điều tra viên 1 \\(tập dượt\\) +"
                + laptop.device() + " +1 +1 +\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d")), progress);
    }

    @Test
    void refusesToRemoveWhatIsTooYoungAndWithoutAReason() throws SQLException {
        Bytes hash = photo();
        cameBefore(Duration.ofDays(89));
        OfficeFolder.Result refused = office.run("files", "remove", "--older", "88", "--by", "văn phòng", "--reason",
                "dọn đĩa");
        assertEquals(Failures.EXIT_PERSON, refused.code());
        assertTrue(refused.err().contains("--older") && refused.err().contains("ít nhất 90 ngày"), refused.err());
        assertEquals(Failures.EXIT_PERSON, office.run("files", "remove", "--older", "90", "--by", "x").code());
        assertTrue(isThere(hash));
        assertTrue(office.said("server", "acts").contains("Chưa có việc nào"));
    }
}
