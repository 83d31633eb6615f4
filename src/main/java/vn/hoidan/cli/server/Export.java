package vn.hoidan.cli.server;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.app.export.AttachmentExport;
import vn.hoidan.server.app.export.CsvFile;
import vn.hoidan.server.app.export.ExportDesk;

/// `export`: all interviews, their codebook and the comments as CSV, and the files that came with them.
@Command(name = "export")
final class Export extends OfficeCommand {

    private static final String INTERVIEWS = "interviews.csv";
    private static final String CODEBOOK = "codebook.csv";
    private static final String COMMENTS = "comments.csv";
    private static final String ATTACHMENTS = "attachments.csv";

    @Option(names = "--survey", paramLabel = "ID")
    private String survey = "";

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out;

    Export(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        Path folder = out.toAbsolutePath().normalize();
        try (Office office = office()) {
            SurveyId chosen = office.surveys().choose(survey).id();
            long rows;
            try (CsvFile interviews = CsvFile.create(folder.resolve(INTERVIEWS));
                    CsvFile codebook = CsvFile.create(folder.resolve(CODEBOOK));
                    CsvFile comments = CsvFile.create(folder.resolve(COMMENTS))) {
                rows = office.export().export(chosen, new ExportDesk.Tables(interviews, codebook, comments));
            }
            say("export.done", rows, folder.resolve(INTERVIEWS), folder.resolve(CODEBOOK),
                    folder.resolve(COMMENTS));
            Path files = folder.resolve(AttachmentExport.FOLDER);
            AttachmentExport.Exported exported;
            try (CsvFile table = CsvFile.create(folder.resolve(ATTACHMENTS))) {
                exported = office.attachmentExport().export(chosen, files, table);
            }
            if (exported.written() + exported.missing() > 0) {
                say("export.files", exported.written(), files, exported.missing(), folder.resolve(ATTACHMENTS));
            }
        }
    }
}
