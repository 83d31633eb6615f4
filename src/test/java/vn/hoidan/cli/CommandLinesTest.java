package vn.hoidan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoidan.cli.command.Failures;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.Remarks;
import vn.hoidan.core.pack.SurveyPack;
import vn.hoidan.core.problem.Fault;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.form.pack.SurveyPacks;
import vn.hoidan.server.Office;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.book.Sha256;
import vn.hoidan.wire.RecordBodies;
import vn.hoidan.wire.RecordDictionary;

class CommandLinesTest {

    private static final String SURVEY = "thu-2024";

    @TempDir
    private Path folder;

    private record Result(int code, String out, String err) {

        String after(String label) {
            return out.lines().filter(line -> line.startsWith(label)).findFirst().orElseThrow()
                    .substring(label.length()).strip();
        }
    }

    private Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = CommandLines.run(arguments, new Terminal(new PrintWriter(out), new PrintWriter(err, true)));
        return new Result(code, out.toString(), err.toString());
    }

    private Result office(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        Result result = run(all.toArray(String[]::new));
        assertEquals("", result.err());
        assertEquals(0, result.code());
        return result;
    }

    private void createSurvey() {
        office("survey", "create", "--pack", "sipas-2023", "--id", SURVEY, "--practice", "--seed", "7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--help", "server --help", "server start -h", "survey create --help", "people",
        "people add --help", "people code --help", "people list --help", "people reset --help",
        "people reset-code --help", "office open --help", "lists", "lists show --help",
        "lists assign --help", "lists withdraw --help", "progress --help", "export --help", "server backup --help",
        "server renew-key --help", "server database --help", "server restore --help",
        "place", "place show --help", "place assign --help", "place withdraw --help",
        "quarantine", "quarantine list --help", "quarantine release --help",
        "quarantine show --help", "quarantine repair --help", "quarantine discard --help", "quarantine retry --help",
        "quota", "quota show --help", "quota check --help", "quota target --help", "quota void --help",
        "quota rule --help", "quota lost --help",
        "index", "index series --help", "files", "files list --help", "files remove --help", "server acts --help",
        "form", "form check --help", "form convert --help", "survey questionnaire --help",
        "survey questionnaires --help", "preview --help", "message send --help", "message list --help"})
    void explainsEveryCommandInBothLanguages(String line) {
        List<String> words = new ArrayList<>(line.isEmpty() ? List.of() : List.of(line.split(" ")));
        Result vietnamese = run(words.toArray(String[]::new));
        assertEquals(0, vietnamese.code(), vietnamese.err());
        assertTrue(vietnamese.out().contains("Cách dùng: hoidan"), vietnamese.out());
        boolean leaf = words.contains("--help") || words.contains("-h");
        if (leaf && words.size() > 2) {
            words.add("--language=en");
            assertTrue(run(words.toArray(String[]::new)).out().contains("Usage: hoidan"));
        }
    }

    @Test
    void createsTheSipasSurveyWithItsQuotas() {
        Result created = office("survey", "create", "--pack", "sipas-2023", "--id", SURVEY, "--practice", "--seed",
                "7");
        assertTrue(created.out().contains("36 danh sách mẫu, mục tiêu 2700 phiếu"), created.out());
        Result progress = office("progress");
        assertTrue(progress.out().contains("Huyện Ba Vì"), progress.out());
        assertTrue(progress.out().lines().anyMatch(line -> line.matches("Tổng cộng +2700 +0 +0 +0 +0 +2700")),
                progress.out());
        assertTrue(office("progress", "--language", "en").out().contains("Accepted"));
        assertEquals(6 + 18 + 1 + 2, progress.out().lines().count());
    }

    @Test
    void printsTheSeriesOfTheIndexAndNamesAnUnknownZone() {
        createSurvey();
        Result series = office("index", "series");
        assertTrue(series.out().contains("tháng theo múi giờ Asia/Ho_Chi_Minh"), series.out());
        assertTrue(series.out().contains("Chưa có tháng nào có phiếu."), series.out());
        Result refused = run("index", "series", "--zone", "Asia/Nowhere", "--data",
                folder.resolve("data").toString());
        assertTrue(refused.code() != 0, refused.out());
        assertTrue(refused.err().contains("không có múi giờ này"), refused.err());
    }

    @Test
    void drawsTheSameCommunesAgainWithTheSameSeed() {
        createSurvey();
        Result again = run("survey", "create", "--pack", "sipas-2023", "--id", SURVEY, "--practice", "--seed", "7",
                "--data", folder.resolve("other").toString());
        List<String> lists = office("lists", "show").out().lines().toList();
        List<String> others = run("lists", "show", "--data", folder.resolve("other").toString()).out().lines()
                .toList();
        assertEquals(0, again.code());
        assertEquals(lists, others);
        assertEquals(36 + 2, lists.size());
    }

    @Test
    void tellsAProblemInOneSentenceWithAnExitCode() {
        createSurvey();
        String data = folder.resolve("data").toString();
        for (String[] wrong : new String[][] {
            {"survey", "create", "--pack", "sipas-2023", "--id", SURVEY, "--practice", "--data", data},
            {"survey", "create", "--pack", "sipas-2023", "--data", data},
            {"survey", "create", "--pack", "not-there", "--practice", "--data", data},
            {"survey", "create", "--pack", "sipas-2023", "--practice", "--id", "Ba Vì", "--data", data},
            {"people", "add", "--role", "boss", "--area", "271", "--name", "x", "--data", data},
            {"people", "add", "--role", "enumerator", "--area", "999", "--name", "x", "--data", data},
            {"people", "add", "--role", "enumerator", "--data", data},
            {"people", "code", "--person", "p-0", "--data", data},
            {"lists", "assign", "--person", "p-0", "--area", "271", "--data", data},
            {"lists", "assign", "--person", "p-0", "--data", data},
            {"lists", "withdraw", "--list", "x", "--data", data},
            {"progress", "--survey", "x", "--data", data}, {"progress", "--nonsense"}, {"nonsense"},
            {"progress", "--language", "fr", "--data", data}, {"server", "start", "--port", "x"},
            {"server", "start", "--host", "0.0.0.0", "--data", data}}) {
            Result result = run(wrong);
            assertEquals(Failures.EXIT_PERSON, result.code(), String.join(" ", wrong) + result.err());
            assertEquals(1, result.err().lines().count(), result.err());
            assertTrue(result.err().strip().matches(".*\\(1\\d{3}\\)"), result.err());
        }
    }

    @Test
    void saysThatAFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Result result = run("progress", "--data", file.resolve("data").toString());
        assertEquals(Failures.EXIT_SURROUNDINGS, result.code());
        assertTrue(result.err().contains("(" + ProblemKind.FOLDER_NOT_WRITABLE.number() + ")"), result.err());
        assertEquals(Failures.EXIT_OURS, Failures.exitCode(Fault.OURS));
    }

    @Test
    void printsACodeThatEnrolsAndExportsExactlyWhatWasSent() throws IOException {
        createSurvey();
        Result added = office("people", "add", "--role", "enumerator", "--area", "271", "--name",
                "Điều tra viên 1 (tập dượt)");
        String id = added.after("Người:").replaceAll(".*\\((p-[0-9a-f]+)\\).*", "$1");
        EnrolmentCode code = EnrolmentCode.parse(added.after("Mã đăng ký:").split(" ")[0]).orElseThrow();
        assertTrue(office("lists", "assign", "--person", id, "--area", "271").out().lines().count() == 6);
        assertTrue(office("people", "list").out().contains("chưa đăng ký"));
        List<Map<String, String>> sent = new ArrayList<>();
        try (Office office = ServerWiring.openOffice(ServerSettings.practice(folder.resolve("data")))) {
            sent.addAll(interviews(office, code));
        }
        assertTrue(office("people", "list").out().lines().anyMatch(line -> line.matches(".* 6 +" + sent.size())),
                office("people", "list").out());
        assertTrue(office("server", "backup").out().contains("identity"));
        assertTrue(office("server", "renew-key").out().contains("identity"));
        Path out = folder.resolve("out");
        office("export", "--out", out.toString());
        compare(out, sent);
        compareComments(out, sent);
        Result series = office("index", "series", "--language", "en");
        assertTrue(series.out().lines().anyMatch(line -> line.matches(".*1970-01 +too few +0")), series.out());
        Result again = office("people", "code", "--person", id);
        assertFalse(again.out().contains(code.asText()));
        assertEquals(new PersonId(id).text(), again.after("Người:").replaceAll(".*\\((p-[0-9a-f]+)\\).*", "$1"));
    }

    /// Interviews with answers that try to break the table.
    private static List<Map<String, String>> interviews(Office office, EnrolmentCode code) {
        Bytes token = Bytes.of(new byte[32]);
        EnrolmentDesk.Enrolled enrolled = office.enrolment().enrol(Bytes.of(code.secret()), Sha256.of(token), "");
        SyncReply first = office.intake().sync(enrolled.device(),
                new SyncRequest(1, OwnLog.first(0), 0, 0, List.of(), List.of(), false, Instant.EPOCH,
                        Optional.empty()));
        DownItem.ListAssigned list = first.items().stream().map(entry -> entry.item())
                .filter(DownItem.ListAssigned.class::isInstance).map(DownItem.ListAssigned.class::cast).findFirst()
                .orElseThrow();
        SurveyPack pack = SurveyPacks.builtIn("sipas-2023");
        List<Map<String, String>> sent = new ArrayList<>();
        List<UpRecord> log = new ArrayList<>();
        LogPosition head = LogPosition.START;
        for (String text : List.of("=1+1", "+84", "-a", "@x", "\tt", "\rr", "a,\"b\"\r\nc", "Ý kiến; dấu ạ ộ ữ", "'=x",
                "-5")) {
            Map<vn.hoidan.core.questionnaire.Path, String> answers = new LinkedHashMap<>();
            answers.put(new vn.hoidan.core.questionnaire.Path("/data/q9/q9_01"), "5");
            answers.put(new vn.hoidan.core.questionnaire.Path("/data/other/text"), text);
            InterviewRecord record = new InterviewRecord(new InterviewId(new UUID(1, sent.size())),
                    new SurveyId(SURVEY), pack.questionnaire(), list.list().id(),
                    list.list().households().get(sent.size()).number(), Optional.of(list.lease().id()),
                    Optional.empty(),
                    InterviewMode.FACE_TO_FACE, "vi", "1", "0.1.0", Instant.EPOCH,
                    Instant.EPOCH.plusSeconds(60), 60_000, 0, answers, List.of(), Optional.empty(), List.of(),
                    remarks(text), Optional.empty());
            UpRecord up = UpRecord.after(head, RecordType.INTERVIEW, RecordBodies.of(record,
                    RecordDictionary.of(pack.questionnaire(), pack.xform())));
            head = up.position();
            log.add(up);
            sent.add(Map.of("interview", record.id().asText(), "text", text));
        }
        office.intake().sync(enrolled.device(),
                new SyncRequest(1, OwnLog.first(0), 1, 0, log, List.of(), false, Instant.EPOCH, Optional.empty()));
        return sent;
    }

    private static Remarks remarks(String text) {
        vn.hoidan.core.questionnaire.Path rated = new vn.hoidan.core.questionnaire.Path("/data/q9/q9_01");
        return new Remarks(List.of(new Remarks.Comment(rated, text, true), new Remarks.Comment(
                new vn.hoidan.core.questionnaire.Path("/data/gone"), "đổi ý", false)), List.of(rated), List.of());
    }

    private static void compareComments(Path out, List<Map<String, String>> sent) throws IOException {
        String comments = Files.readString(out.resolve("comments.csv"), StandardCharsets.UTF_8);
        try (CSVParser parser = CSVFormat.RFC4180.builder().setHeader().get()
                .parse(new StringReader(comments.substring(1)))) {
            List<CSVRecord> rows = parser.getRecords();
            assertEquals(2 * sent.size(), rows.size());
            for (int index = 0; index < sent.size(); index++) {
                CSVRecord asked = rows.get(2 * index);
                CSVRecord hidden = rows.get(2 * index + 1);
                String cell = asked.get("text");
                assertEquals(sent.get(index).get("interview"), asked.get("interview"));
                assertEquals(List.of("/data/q9/q9_01", "/data/q9/q9_01", "comment", "1"), List.of(asked.get("column"),
                        asked.get("path"), asked.get("kind"), asked.get("asked")));
                assertEquals(sent.get(index).get("text"),
                        cell.matches("(?s)'+[=+\\-@\\t\\r\\n].*") ? cell.substring(1) : cell);
                assertFalse(cell.matches("(?s)[=+@\\t\\r].*"), cell);
                assertEquals(List.of("", "/data/gone", "0", "đổi ý"), List.of(hidden.get("column"),
                        hidden.get("path"), hidden.get("asked"), hidden.get("text")));
            }
        }
    }

    private static void compare(Path out, List<Map<String, String>> sent) throws IOException {
        String interviews = Files.readString(out.resolve("interviews.csv"), StandardCharsets.UTF_8);
        assertEquals('\uFEFF', interviews.charAt(0));
        try (CSVParser parser = CSVFormat.RFC4180.builder().setHeader().get()
                .parse(new StringReader(interviews.substring(1)))) {
            List<CSVRecord> rows = parser.getRecords();
            assertEquals(sent.size(), rows.size());
            for (int index = 0; index < rows.size(); index++) {
                CSVRecord row = rows.get(index);
                String cell = row.get("text");
                assertEquals(sent.get(index).get("interview"), row.get("interview"));
                assertEquals(sent.get(index).get("text"),
                        cell.matches("(?s)'+[=+\\-@\\t\\r\\n].*") ? cell.substring(1) : cell);
                assertFalse(cell.matches("(?s)[=+@\\t\\r].*"), cell);
                assertEquals("Huyện Ba Vì", row.get("district"));
                assertEquals("accepted", row.get("state"));
                assertEquals("/data/q9/q9_01", row.get("answered_alone"));
                assertEquals("", row.get("entered_openly"));
            }
        }
        String codebook = Files.readString(out.resolve("codebook.csv"), StandardCharsets.UTF_8);
        assertTrue(codebook.contains("Rất hài lòng") && codebook.contains("q9_39"), codebook.substring(0, 200));
    }
}
