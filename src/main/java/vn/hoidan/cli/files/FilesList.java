package vn.hoidan.cli.files;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.command.TextTable;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.app.book.AttachmentFiles;
import vn.hoidan.server.app.files.UnnamedFilesDesk;

/// `files list`: files at the office that nothing names any longer, with their sizes and since when they are here.
@Command(name = "list")
final class FilesList extends OfficeCommand {

    FilesList(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        try (Office office = office()) {
            UnnamedFilesDesk.Found found = office.unnamedFiles().find(Duration.ZERO);
            if (found.count() == 0) {
                say("files.none");
            } else {
                print(table(found));
                say("files.total", found.count(), found.bytes(), UnnamedFilesDesk.LEAST_AGE.toDays());
            }
            if (found.uncertain() > 0) {
                say("files.uncertain", found.uncertain());
            }
            if (found.unopened() > 0) {
                say("files.unopened", found.unopened());
            }
        }
    }

    private TextTable table(UnnamedFilesDesk.Found found) {
        Messages texts = messages();
        TextTable table = new TextTable(4, List.of(texts.get("table.since"), texts.get("table.person"),
                texts.get("table.device"), texts.get("table.file"), texts.get("table.bytes")));
        for (UnnamedFilesDesk.Line line : found.files()) {
            table.row(List.of(moment(line.since()), line.person().orElse(""), line.laptop(), line.file().hex(),
                    String.valueOf(line.bytes())));
        }
        for (AttachmentFiles.Held held : found.remains()) {
            table.row(List.of(moment(held.since()), texts.get("files.remains"), "", held.hash().hex(),
                    String.valueOf(held.bytes())));
        }
        return table;
    }
}
