package vn.hoidan.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.index.Across;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.support.IndexSamples;

class OlderIndexTest {

    @Test
    void readsAnIndexThatAnOlderProgramKept() throws IOException {
        try (InputStream stream = OlderIndexTest.class.getResourceAsStream("index-report-older.json")) {
            IndexReport older = Wire.indexReport(stream.readAllBytes());
            assertEquals(IndexSamples.report().parts(), older.parts());
            assertEquals(Optional.empty(), older.series());
            assertEquals(Optional.empty(), older.national());
            assertEquals(Across.POOLED, older.rule().across());
        }
    }
}
