package vn.hoidan.server.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.RecordReader;
import vn.hoidan.server.app.intake.AttachmentDesk;

/// Writes the files that came with interviews, opened, into a folder, each under the name by which its interview names
/// it, and a table that tells of every file that an interview names whether it is there. One file is open at a time.
public final class AttachmentExport {

    /// The folder's name beside the tables.
    public static final String FOLDER = "attachments";
    private static final List<String> COLUMNS = List.of("interview", "path", "file", "state");
    private static final String PART = ".part";

    private final CentralStore store;
    private final RecordReader reader;
    private final AttachmentDesk attachments;

    public AttachmentExport(CentralStore store, RecordReader reader, AttachmentDesk attachments) {
        this.store = store;
        this.reader = reader;
        this.attachments = attachments;
    }

    /// What became of the files that interviews name.
    ///
    /// @param written  different files
    /// @param missing  names whose file has not come, or is not as it was sealed
    public record Exported(int written, int missing) {
    }

    private record Named(InterviewId interview, vn.hoidan.core.questionnaire.Path path, AttachmentName name) {
    }

    /// @param folder where the files go; made when there is one
    /// @throws vn.hoidan.core.problem.ProblemException FOLDER_NOT_WRITABLE
    public Exported export(SurveyId survey, Path folder, TableWriter table) {
        table.row(COLUMNS);
        Map<AttachmentName, Boolean> there = new HashMap<>();
        int missing = 0;
        for (Named each : named(survey)) {
            boolean written = there.computeIfAbsent(each.name(), name -> write(name, folder));
            table.row(List.of(each.interview().asText(), each.path().text(), each.name().asText(),
                    written ? "written" : "missing"));
            missing += written ? 0 : 1;
        }
        return new Exported((int) there.values().stream().filter(Boolean::booleanValue).count(), missing);
    }

    private List<Named> named(SurveyId survey) {
        return store.read(central -> {
            List<Named> named = new ArrayList<>();
            central.interviews().each(survey, kept -> {
                InterviewRecord interview = reader.interview(central.surveys(), kept.entry().device(), kept.record());
                interview.answers().forEach((path, answer) -> AttachmentName.parse(answer)
                        .ifPresent(name -> named.add(new Named(interview.id(), path, name))));
            });
            return named;
        });
    }

    private boolean write(AttachmentName name, Path folder) {
        Path file = folder.resolve(name.asText());
        Path part = folder.resolve(name.asText() + PART);
        try {
            Files.createDirectories(folder);
            boolean whole;
            try (OutputStream out = Files.newOutputStream(part)) {
                whole = attachments.open(name.hash(), out);
            }
            if (whole) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.delete(part);
            }
            return whole;
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", folder.toString()).exception(refused);
        }
    }
}
