package vn.hoidan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoidan.cli.command.Failures;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.form.FormCommand;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.QuestionnairePackage;
import vn.hoidan.support.FormFolder;

/// Forms at the command line: checked, converted, made a survey's next version.
class FormCommandsTest {

    @TempDir
    private Path folder;

    private record Result(int code, String out, String err) {
    }

    private static Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = CommandLines.run(arguments, new Terminal(new PrintWriter(out), new PrintWriter(err, true)));
        return new Result(code, out.toString(), err.toString());
    }

    private Path small() {
        return FormFolder.small(folder.resolve("Mẫu phiếu của tôi")).path();
    }

    @Test
    void checksAFormAndTellsWhatItAsks() {
        Result result = run("form", "check", small().toString());
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().contains("Câu hỏi: 3 (văn bản 1, số nguyên 1, chọn một 1)"), result.out());
        assertTrue(result.out().contains("Tên: Mẫu phiếu nhỏ"), result.out());
        assertTrue(result.out().contains("Ngôn ngữ: vi, en"), result.out());
        assertTrue(run("form", "check", small().toString(), "--language", "en").out()
                .contains("No errors and no warnings."));
    }

    @Test
    void printsEveryErrorWithItsCellAndEndsWithOne() {
        Path form = FormFolder.small(folder.resolve("f")).survey("select_one yn,ok,A,A,,", "text,why,B,B,${okay} = 1,",
                "nonsense,x,C,C,,").path();
        Result result = run("form", "check", form.toString());
        assertEquals(FormCommand.EXIT_FORM, result.code());
        assertTrue(result.out().contains("LỖI  Trang tính survey, hàng 3, cột relevant"), result.out());
        assertTrue(result.out().contains("LỖI  Trang tính survey, hàng 4, cột type"), result.out());
        assertTrue(result.out().contains("2 lỗi, 0 cảnh báo."), result.out());
        assertEquals("", result.err());
    }

    /// The beginnings of files that are no forms, in hexadecimal.
    @ParameterizedTest
    @ValueSource(strings = {"", "00", "7f454c46020101", "d0cf11e0a1b11ae1", "504b0304", "504b0506", "ffd8ffe0",
        "3c68746d6c3e", "3c3f786d6c", "7479706552", "fffe7400", "255044462d"})
    void neverFailsWhateverFileIsGiven(String content) throws IOException {
        Path file = Files.write(folder.resolve("lạ lùng.xlsx"), HexFormat.of().parseHex(content));
        refused(run("form", "check", file.toString()));
        refused(run("form", "convert", file.toString(), folder.resolve("out.xml").toString()));
        assertFalse(Files.exists(folder.resolve("out.xml")));
    }

    @Test
    void neverFailsWhereNoFileIs() throws IOException {
        Files.createDirectories(folder.resolve("trống"));
        Files.writeString(Files.createDirectories(folder.resolve("thiếu")).resolve("choices.csv"), "a\n");
        Path large = folder.resolve("lớn.xlsx");
        try (var file = Files.newByteChannel(large, java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.WRITE)) {
            file.position(100_000_000).write(java.nio.ByteBuffer.wrap(new byte[1]));
        }
        for (Path place : List.of(folder.resolve("trống"), folder.resolve("thiếu"), folder.resolve("không có.xlsx"),
                large)) {
            refused(run("form", "check", place.toString()));
        }
    }

    private static void refused(Result result) {
        assertEquals(FormCommand.EXIT_FORM, result.code(), result.out() + result.err());
        assertTrue(result.out().contains("LỖI"), result.out());
        assertEquals("", result.err());
    }

    @Test
    void convertsToAnXFormOrAPackage() throws IOException {
        Path xml = folder.resolve("ra").resolve("mẫu.xml");
        assertEquals(0, run("form", "convert", small().toString(), xml.toString()).code());
        assertTrue(Files.readString(xml).startsWith("<?xml"));
        assertEquals(0, run("form", "check", xml.toString()).code());
        assertEquals(Failures.EXIT_PERSON, run("form", "convert", small().toString(),
                folder.resolve("x.zip").toString()).code(), "it has no files to pack");
        assertEquals(Failures.EXIT_PERSON, run("form", "convert", small().toString(),
                folder.resolve("x.doc").toString()).code());
        Path listed = new FormFolder(folder.resolve("g")).write("survey.csv",
                "type,name,label,media::image\ntext,a,A,x.jpg\n").write("x.jpg", "JPEG").path();
        Path zip = folder.resolve("g.zip");
        assertEquals(0, run("form", "convert", listed.toString(), zip.toString()).code());
        assertEquals(1, QuestionnairePackage.open(Bytes.of(Files.readAllBytes(zip))).files().size());
        assertTrue(run("form", "convert", listed.toString(), xml.toString()).out().contains(".zip"));
    }

    @Test
    void makesAFormTheNextVersionOfASurvey() throws IOException {
        String[] data = {"--data", folder.resolve("data").toString()};
        office(0, data, "survey", "create", "--pack", "sipas-2023", "--practice", "--seed", "7", "--id", "thu-2024");
        String form = small().toString();
        Result replaced = office(0, data, "survey", "questionnaire", "thu-2024", form);
        assertTrue(replaced.out().contains("“Mẫu phiếu nhỏ”, phiên bản 1"), replaced.out());
        assertTrue(replaced.out().contains("0 máy sẽ nhận"), replaced.out());
        assertTrue(office(0, data, "survey", "questionnaire", "thu-2024", form).out().contains("không có gì thay đổi"));
        List<String> lines = office(0, data, "survey", "questionnaires", "thu-2024").out().lines().toList();
        assertEquals(4, lines.size(), lines::toString);
        assertTrue(lines.get(2).matches("1 .*2023\\.1 .*sha256:[0-9a-f]{64} +0"), lines.get(2));
        assertTrue(lines.get(3).matches("2 .* 1 +Mẫu phiếu nhỏ +đang dùng +sha256:[0-9a-f]{64} +0"), lines.get(3));
        Path broken = Files.writeString(folder.resolve("x.xml"), "<a>", StandardCharsets.UTF_8);
        assertTrue(office(FormCommand.EXIT_FORM, data, "survey", "questionnaire", "thu-2024", broken.toString()).out()
                .contains("Cuộc khảo sát không thay đổi."));
        assertEquals(Failures.EXIT_PERSON, run("survey", "questionnaire", "khong-co", form, data[0], data[1])
                .code());
    }

    private static Result office(int code, String[] data, String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + data.length);
        System.arraycopy(data, 0, all, arguments.length, data.length);
        Result result = run(all);
        assertEquals(code, result.code(), result.out() + result.err());
        return result;
    }
}
