package vn.hoidan.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.machine.Look;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

final class LookFileTest {
    @TempDir
    private Path folder;

    @Test
    void keepsTheLookForTheNextTime() {
        LookFile file = new LookFile(folder.resolve("mới"));
        assertEquals(Optional.empty(), file.kept());
        file.keep(Look.USUAL);
        Look chosen = Look.USUAL.in(Look.Colours.CONTRAST).withText(175);
        file.keep(chosen);
        assertEquals(Optional.of(chosen), new LookFile(folder.resolve("mới")).kept());
    }

    @Test
    void takesAFileThatNobodyWroteForNone() throws IOException {
        for (String text : new String[] {"", "colours=pink\ntext=100", "colours=dark\ntext=99", "colours=dark",
            "colours=dark\ntext=" + "1".repeat(5_000), "\\u00"}) {
            Files.writeString(folder.resolve("look.properties"), text);
            assertEquals(Optional.empty(), new LookFile(folder).kept(), text);
        }
    }

    @Test
    void saysThatItCannotBeKept() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "");
        ProblemException refused = assertThrows(ProblemException.class, () -> new LookFile(blocked).keep(Look.USUAL));
        assertEquals(ProblemKind.FOLDER_NOT_WRITABLE, refused.problem().kind());
    }

    @Test
    void textGrowsAndShrinksStepByStep() {
        Look largest = Look.USUAL.larger().larger().larger().larger().larger();
        assertEquals(200, largest.textPercent());
        assertEquals(largest, largest.larger());
        assertEquals(175, largest.smaller().textPercent());
        assertEquals(Look.USUAL, Look.USUAL.smaller());
        assertEquals(130, Look.USUAL.withText(133).textPercent());
    }
}
