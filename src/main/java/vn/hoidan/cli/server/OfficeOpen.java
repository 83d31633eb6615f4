package vn.hoidan.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.client.ClientWiring;
import vn.hoidan.core.access.OpenedFolder;
import vn.hoidan.core.access.OpenedInterview;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.message.Messages;
import vn.hoidan.message.ProblemTexts;
import vn.hoidan.server.Office;
import vn.hoidan.server.app.export.CsvFile;

/// `office open`: what a laptop holds that came back without its person or its PIN, by the office's own key.
@Command(name = "open")
final class OfficeOpen extends OfficeCommand {

    private static final List<String> COLUMNS = List.of("interview", "state", "mode", "questionnaire", "list",
            "household", "label", "place", "started_at", "changed_at", "path", "value");

    @Parameters(paramLabel = "FOLDER")
    private Path folder;

    @Option(names = "--out", required = true, paramLabel = "FILE")
    private Path out;

    OfficeOpen(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        String name = out.getFileName() == null ? "" : out.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean csv = name.endsWith(".csv");
        if (!csv && !name.endsWith(".json")) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", "--out", "reason",
                    messages().get("invalid.csv-or-json")).exception();
        }
        Path file = out.toAbsolutePath().normalize();
        try (Office office = office()) {
            OpenedFolder opened = ClientWiring.readSeized(folder, office.spareKeys()::unwrap);
            if (csv) {
                writeCsv(opened, file);
            } else {
                write(file, ClientWiring.json(opened));
            }
            say("office.opened", opened.interviews().size(), opened.person().name(), opened.device(), file);
            opened.interviews().forEach(interview -> interview.problem().ifPresent(problem ->
                    say("office.opened.problem", interview.id().asText(),
                            ProblemTexts.of(problem, messages().language()).oneLine())));
            say("office.opened.care");
        }
    }

    /// A row for each answer; an interview without answers has one row without a path.
    private static void writeCsv(OpenedFolder opened, Path file) {
        try (CsvFile table = CsvFile.create(file)) {
            table.row(COLUMNS);
            for (OpenedInterview each : opened.interviews()) {
                List<String> first = List.of(each.id().asText(), each.state().code(), each.mode().code(),
                        each.questionnaire().text(), each.list().text(), String.valueOf(each.household()),
                        each.label(), each.place(), each.startedAt().toString(), each.changedAt().toString());
                if (each.answers().isEmpty()) {
                    table.row(with(first, "", ""));
                }
                each.answers().forEach((path, value) -> table.row(with(first, path.text(), value)));
            }
        }
    }

    private static List<String> with(List<String> first, String path, String value) {
        List<String> row = new ArrayList<>(first);
        row.addAll(List.of(path, value));
        return row;
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", file.getParent().toString())
                    .exception(refused);
        }
    }
}
