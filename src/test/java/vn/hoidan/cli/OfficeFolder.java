package vn.hoidan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.FieldLaptop;
import vn.hoidan.server.Office;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.app.book.Sha256;

/// A real office's folder, on which commands are carried out as they are typed.
record OfficeFolder(Path data) {

    static final String WHY = "đã hỏi lại";

    static OfficeFolder withSurvey(Path data) {
        OfficeFolder folder = new OfficeFolder(data);
        folder.open(office -> office.surveys().create(SmallSurvey.survey(), SmallSurvey.xform(),
                SmallSurvey.lists()));
        return folder;
    }

    record Result(int code, String out, String err) {
    }

    Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data", data.toString()));
        int code = CommandLines.run(all.toArray(String[]::new),
                new Terminal(new PrintWriter(out), new PrintWriter(err, true)));
        return new Result(code, out.toString(), err.toString());
    }

    /// What a command says that succeeds.
    String said(String... arguments) {
        Result result = run(arguments);
        assertEquals("", result.err());
        assertEquals(0, result.code(), result.out());
        return result.out();
    }

    /// One by which somebody decides.
    String decided(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--by", "văn phòng", "--reason", WHY));
        return said(all.toArray(String[]::new));
    }

    <T> T look(Function<Office, T> what) {
        try (Office office = ServerWiring.openOffice(ServerSettings.practice(data))) {
            return what.apply(office);
        }
    }

    void open(Consumer<Office> what) {
        look(office -> {
            what.accept(office);
            return office.fingerprint();
        });
    }

    /// A laptop of an enumerator who holds the first list.
    record Laptop(OfficeFolder folder, String device, FieldLaptop laptop) {
        void sync() {
            folder.open(office -> laptop.sync(request -> office.intake().sync(device, request)));
        }
    }

    Laptop laptop() {
        String device = look(office -> {
            Person person = office.staff().add(SmallSurvey.ID, "Điều tra viên 1 (tập dượt)", Role.ENUMERATOR,
                    SmallSurvey.DISTRICT);
            office.lists().assign(SmallSurvey.list("27100-1"), person.id());
            EnrolmentCode code = office.staff().issueCode(person.id());
            return office.enrolment().enrol(Bytes.of(code.secret()), Sha256.of(Bytes.of(new byte[32])), "").device();
        });
        Laptop laptop = new Laptop(this, device, new FieldLaptop(1));
        laptop.sync();
        return laptop;
    }
}
