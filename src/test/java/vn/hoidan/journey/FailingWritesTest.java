package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.XForms;
import vn.hoidan.support.BesideOthers;
import vn.hoidan.support.FaultyDisk;
import vn.hoidan.support.FaultyDisk.Fault;

/// The n-th write of an interview fails, for every n from opening the store to completion. All of it on the SIPAS form
/// with `-Dhoidan.faults=all`.
@BesideOthers
class FailingWritesTest {
    private static final boolean ALL = "all".equals(System.getProperty("hoidan.faults"));
    /// A prime, so that all kinds of writes come up.
    private static final int EVERY = 61;
    private static final int LONGEST_FAULT = 12;
    private static final int LEAST_WRITES = 50;
    private static final int LEAST_WRITES_OF_SIPAS = 250;

    @TempDir
    Path folder;

    /// How a write fails, and what happens next.
    enum How {
        ONCE, ONCE_AND_ROLLED_BACK, FOR_A_WHILE, ONCE_AND_THE_PROGRAM_ENDS
    }

    @Test
    void losesAndDoublesNothingWhicheverWriteOfAnInterviewFails() throws Exception {
        Map<How, Integer> writes = new EnumMap<>(How.class);
        for (How how : How.values()) {
            writes.put(how, failEach(form(), 1, how));
        }
        writes.values().forEach(count -> assertTrue(count >= LEAST_WRITES, writes::toString));
    }

    @Test
    void losesAndDoublesNothingOnTheSipasForm() throws Exception {
        int writes = 0;
        for (How how : ALL ? How.values() : new How[] {How.FOR_A_WHILE}) {
            writes = failEach(SipasOffice.xform(), ALL ? 1 : EVERY, how);
        }
        assertTrue(writes >= LEAST_WRITES_OF_SIPAS, "only " + writes + " writes");
    }

    /// Gives how many writes there were.
    private int failEach(Bytes xform, int step, How how) throws Exception {
        Path template = folder.resolve("template-" + how + "-" + step);
        long seed = new Random().nextLong();
        Questionnaire questionnaire = new XForms().load(xform);
        FaultedInterview.prepare(template, xform, questionnaire);
        int failing = step;
        try (FaultyDisk disk = FaultyDisk.under(folder)) {
            while (true) {
                Path laptop = folder.resolve("fault-" + how + "-" + step + "-" + failing);
                copy(template, laptop);
                String where = "seed " + seed + ", " + how + ", write " + failing;
                FaultedInterview interview = new FaultedInterview(laptop, questionnaire, new Random(seed), where);
                Fault fault = Fault.values()[failing % Fault.values().length];
                disk.fail(failing, how == How.FOR_A_WHILE ? 1 + failing % LONGEST_FAULT : 1, fault,
                        how == How.ONCE_AND_ROLLED_BACK);
                interview.hold(how == How.ONCE_AND_THE_PROGRAM_ENDS);
                if (disk.failed() == 0) {
                    assertEquals(0, interview.told(), where);
                    return disk.writes();
                }
                assertTrue(interview.told() > 0, where + ": nobody was told");
                delete(laptop);
                failing += step;
            }
        }
    }

    /// A short form with choices, a text and a file.
    static Bytes form() {
        StringBuilder fields = new StringBuilder();
        StringBuilder binds = new StringBuilder();
        StringBuilder body = new StringBuilder();
        for (int number = 1; number <= 4; number++) {
            String name = "q" + number;
            fields.append("<").append(name).append("/>");
            binds.append("<bind nodeset=\"/data/%s\" type=\"string\" required=\"true()\"/>".formatted(name));
            body.append("""
                    <select1 ref="/data/%s"><label>Câu %d</label><item><label>Có</label><value>1</value></item>
                    <item><label>Không</label><value>2</value></item></select1>""".formatted(name, number));
        }
        return Bytes.of("""
                <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head>
                <h:title>Hỏng đĩa</h:title><model><instance><data id="hong" version="1">%s<note/><tep/></data>
                </instance>%s<bind nodeset="/data/note" type="string"/><bind nodeset="/data/tep" type="binary"/>
                </model></h:head><h:body>%s<input ref="/data/note"><label>Ý kiến</label></input>
                <upload ref="/data/tep" mediatype="application/*"><label>Tệp</label></upload></h:body></h:html>"""
                .formatted(fields, binds, body).getBytes(StandardCharsets.UTF_8));
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
