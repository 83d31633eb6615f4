package vn.hoidan.cli.index;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.FieldZone;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.ReportFormat;
import vn.hoidan.server.ServerWiring;

/// `index report`: the whole report of the index as page, document, workbook and JSON.
@Command(name = "report")
final class IndexWrite extends OfficeCommand {
    private static final String NAME = "index-";

    @Option(names = "--survey", paramLabel = "ID")
    private String survey = "";

    @Option(names = "--pack", paramLabel = "NAME|DIR")
    private String pack = "";

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out;

    @Mixin
    private final FieldZone zone = new FieldZone();

    IndexWrite(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        Path folder = out.toAbsolutePath().normalize();
        ZoneId told = zone.zone(messages());
        try (Office office = office()) {
            IndexReport report = IndexShow.report(office, survey, pack, told);
            Files.createDirectories(folder);
            for (ReportFormat format : ReportFormat.values()) {
                Path file = folder.resolve(NAME + messages().language() + format.ending());
                try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
                    ServerWiring.write(report, format, messages().language(), told, stream);
                }
                say("index.written", file);
            }
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", folder.toString()).exception(refused);
        }
    }
}
