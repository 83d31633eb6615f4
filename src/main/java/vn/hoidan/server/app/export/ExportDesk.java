package vn.hoidan.server.app.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.CodebookEntry;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.PendingReason;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.message.Messages;
import vn.hoidan.server.app.Codebooks;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Interviews;
import vn.hoidan.server.app.book.RecordReader;
import vn.hoidan.server.app.book.SampleLists;
import vn.hoidan.server.app.book.Surveys;

/// Writes all interviews of a survey as one table, a row each, the codebook that explains its columns, and the
/// comments. One interview is in memory at a time.
public final class ExportDesk {

    /// Columns before the answers.
    public static final List<String> FIRST_COLUMNS = extended(List.of("interview", "survey", "questionnaire",
            "district_code", "district", "commune_code", "commune", "village_code", "village", "list", "household",
            "person", "device", "state", "reason", "mode", "language", "consent_version", "application_version",
            "started_at", "completed_at", "received_at", "active_seconds", "changes", "answered_alone",
            "entered_openly"), CourseColumns.NAMES);
    private static final List<String> COMMENT_COLUMNS = List.of("interview", "column", "path", "kind", "asked",
            "text");
    private static final List<String> CODEBOOK_COLUMNS = List.of("column", "path", "type", "label_vi", "label_en",
            "code", "code_label_vi", "code_label_en", "questionnaire");
    private static final int MILLIS = 1000;

    private final CentralStore store;
    private final RecordReader reader;
    private final Codebooks codebooks;

    public ExportDesk(CentralStore store, RecordReader reader, Codebooks codebooks) {
        this.store = store;
        this.reader = reader;
        this.codebooks = codebooks;
    }

    /// Where the tables go.
    ///
    /// @param interviews a row for each
    /// @param codebook   what the columns of the interviews mean
    /// @param comments   a row for each comment on a question and each note that a paper form bears
    public record Tables(TableWriter interviews, TableWriter codebook, TableWriter comments) {
    }

    /// Writes all tables from one consistent state.
    ///
    /// @return how many interviews
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN
    public long export(SurveyId survey, Tables tables) {
        return store.read(central -> {
            Survey found = central.surveys().find(survey).orElseThrow(
                    () -> Problem.of(ProblemKind.SURVEY_UNKNOWN, "name", survey.text()).exception());
            Map<QuestionnaireId, List<CodebookEntry>> versions = new LinkedHashMap<>();
            for (Surveys.Version version : central.surveys().versions(survey)) {
                versions.computeIfAbsent(version.questionnaire(), id -> codebooks.of(central.surveys()
                        .questionnaire(id).orElseThrow(() -> new IllegalStateException("version without form"))));
            }
            Map<Path, String> columns = columns(versions.values(), central.interviews().paths(survey));
            writeCodebook(versions, columns, tables.codebook());
            return writeInterviews(central, found, columns, tables);
        });
    }

    /// A column for each question, named by the question where that name stands once, else by its path. Versions share
    /// the columns of the questions that they share; what a later one adds follows, then answers that no questionnaire
    /// lists, such as those of repeats.
    private static Map<Path, String> columns(Collection<List<CodebookEntry>> versions, List<Path> seen) {
        Set<Path> paths = new LinkedHashSet<>();
        versions.forEach(entries -> entries.forEach(entry -> paths.add(entry.path())));
        paths.addAll(seen);
        Map<String, Integer> uses = new HashMap<>();
        FIRST_COLUMNS.forEach(name -> uses.merge(name, 1, Integer::sum));
        paths.forEach(path -> uses.merge(path.name(), 1, Integer::sum));
        Map<Path, String> columns = new LinkedHashMap<>();
        paths.forEach(path -> columns.put(path, uses.get(path.name()) == 1 ? path.name() : path.text()));
        return columns;
    }

    /// Each version in full, because texts and codes may differ between versions.
    private static void writeCodebook(Map<QuestionnaireId, List<CodebookEntry>> versions, Map<Path, String> columns,
            TableWriter out) {
        out.row(CODEBOOK_COLUMNS);
        CourseColumns.explain(out);
        Set<Path> written = new HashSet<>();
        versions.forEach((version, entries) -> {
            entries.forEach(entry -> written.add(entry.path()));
            writeVersion(version, entries, columns, out);
        });
        columns.forEach((path, column) -> {
            if (!written.contains(path)) {
                out.row(List.of(column, path.text(), "", "", "", "", "", "", ""));
            }
        });
    }

    private static void writeVersion(QuestionnaireId version, List<CodebookEntry> entries, Map<Path, String> columns,
            TableWriter out) {
        for (CodebookEntry entry : entries) {
            List<String> first = List.of(columns.get(entry.path()), entry.path().text(), entry.type().code(),
                    entry.label().in("vi"), entry.label().in("en"));
            if (entry.type() == QuestionType.IMAGE || entry.type() == QuestionType.FILE) {
                out.row(extended(first, List.of(AttachmentExport.FOLDER + "/",
                        Messages.of(CourseColumns.BUNDLE, "vi").get("files"),
                        Messages.of(CourseColumns.BUNDLE, "en").get("files"), version.text())));
            } else if (entry.choices().isEmpty()) {
                out.row(extended(first, List.of("", "", "", version.text())));
            }
            for (CodebookEntry.Code choice : entry.choices()) {
                out.row(extended(first, List.of(choice.code(), choice.label().in("vi"), choice.label().in("en"),
                        version.text())));
            }
        }
    }

    private long writeInterviews(CentralStore.Central central, Survey survey, Map<Path, String> columns,
            Tables out) {
        List<String> header = new ArrayList<>(FIRST_COLUMNS);
        header.addAll(columns.values());
        out.interviews().row(header);
        out.comments().row(COMMENT_COLUMNS);
        Map<ListId, List<String>> places = places(central, survey);
        Map<String, PersonId> people = new HashMap<>();
        central.devices().of(survey.id()).forEach(device -> people.put(device.id(), device.person()));
        long[] rows = {0};
        central.interviews().each(survey.id(), kept -> {
            InterviewRecord interview = reader.interview(central.surveys(), kept.entry().device(),
                    kept.record());
            Interviews.Entry entry = kept.entry();
            List<String> row = new ArrayList<>(List.of(entry.id().asText(), survey.id().text(),
                    entry.questionnaire().text()));
            row.addAll(places.get(entry.list()));
            row.addAll(List.of(entry.list().text(), String.valueOf(entry.household()),
                    people.get(entry.device()).text(), entry.device(), entry.ruling().code(),
                    entry.reason().map(PendingReason::code).orElse(""), interview.mode().code(),
                    interview.language(), interview.consentVersion(), interview.applicationVersion(),
                    interview.startedAt().toString(), interview.completedAt().toString(),
                    entry.receivedAt().toString(), String.valueOf(interview.activeMillis() / MILLIS),
                    String.valueOf(interview.changes()), names(interview.remarks().answeredAlone(), columns),
                    names(interview.remarks().enteredOpenly(), columns)));
            row.addAll(CourseColumns.of(interview));
            columns.keySet().forEach(path -> row.add(interview.answers().getOrDefault(path, "")));
            out.interviews().row(row);
            writeComments(interview, columns, out.comments());
            rows[0]++;
        });
        return rows[0];
    }

    /// Columns of answers, with blanks between.
    private static String names(List<Path> paths, Map<Path, String> columns) {
        return paths.stream().map(path -> columns.getOrDefault(path, path.text())).collect(Collectors.joining(" "));
    }

    private static void writeComments(InterviewRecord interview, Map<Path, String> columns, TableWriter out) {
        String id = interview.id().asText();
        interview.remarks().comments().forEach(comment -> out.row(List.of(id,
                columns.getOrDefault(comment.path(), ""), comment.path().text(), "comment",
                comment.asked() ? "1" : "0", comment.text())));
        interview.paper().ifPresent(paper -> new TreeMap<>(paper.notes()).forEach((path, note) -> out.row(List.of(id,
                columns.getOrDefault(path, ""), path.text(), "paper-note", "", note))));
    }

    /// Codes and names of the areas of each list.
    private static Map<ListId, List<String>> places(CentralStore.Central central, Survey survey) {
        Areas areas = new Areas(survey.areas());
        Map<ListId, List<String>> places = new HashMap<>();
        for (SampleLists.Entry list : central.lists().of(survey.id())) {
            List<String> names = new ArrayList<>();
            for (AreaLevel level : List.of(AreaLevel.DISTRICT, AreaLevel.COMMUNE, AreaLevel.VILLAGE)) {
                Optional<Area> area = areas.atOrAbove(list.village(), level);
                names.add(area.map(each -> each.key().code()).orElse(""));
                names.add(area.map(Area::fullName).orElse(""));
            }
            places.put(list.id(), names);
        }
        return places;
    }

    private static List<String> extended(List<String> first, List<String> rest) {
        List<String> row = new ArrayList<>(first);
        row.addAll(rest);
        return row;
    }
}
