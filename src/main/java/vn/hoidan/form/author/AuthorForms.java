package vn.hoidan.form.author;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.hoidan.core.pack.FormReading;
import vn.hoidan.core.pack.FormRemark;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.questionnaire.CodebookEntry;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.QuestionnairePackage;
import vn.hoidan.form.XForms;
import vn.hoidan.form.codebook.XFormCodebook;
import vn.hoidan.form.spreadsheet.FileFault;
import vn.hoidan.form.spreadsheet.FileFaultKind;
import vn.hoidan.form.spreadsheet.FormFile;
import vn.hoidan.form.spreadsheet.FormRead;
import vn.hoidan.form.xlsform.CellErrorKind;
import vn.hoidan.form.xlsform.Compilation;
import vn.hoidan.form.xlsform.SheetFolder;
import vn.hoidan.form.xlsform.XlsFormCompiler;
import vn.hoidan.form.xlsform.XlsFormSheets;
import vn.hoidan.message.Messages;

/// Reads a form from wherever its author keeps it: a workbook, a folder of CSV sheets, an XForm, or a package. Files
/// that it needs are looked for in a folder `NAME-media` beside it, in the folder itself, and beside it. Whatever file
/// is given, the answer is a reading: nothing an author writes is an exception.
public final class AuthorForms {
    /// A pack's questionnaire when it is a workbook.
    public static final String PACK_WORKBOOK = "questionnaire.xlsx";

    private final Map<Path, List<Path>> needed = new ConcurrentHashMap<>();

    /// Reads, compiles and tries a form.
    public FormReading read(Path form) {
        FormFolders folders = FormFolders.of(form);
        return switch (FormFile.read(folders.form())) {
            case FormRead.Refused refused when refused.fault().kind() == FileFaultKind.OTHER_ARCHIVE ->
                packed(folders.form()).orElseGet(() -> refused(refused.fault()));
            case FormRead.Refused refused -> refused(refused.fault());
            case FormRead.XForm ready -> readied(folders, ready.xform());
            case FormRead.Sheets written -> compiled(folders, written.sheets());
        };
    }

    /// Reads the questionnaire of a pack: a workbook `questionnaire.xlsx`, or CSV sheets.
    ///
    /// @throws ProblemException PACK_INVALID if a sheet cannot be read at all
    public FormReading inPack(SheetFolder pack) {
        FormPlace place = FormPlace.pack(pack);
        return pack.read(PACK_WORKBOOK).map(content -> switch (FormFile.read(content, PACK_WORKBOOK)) {
            case FormRead.Refused refused -> refused(refused.fault());
            case FormRead.XForm ready -> readied(place, ready.xform());
            case FormRead.Sheets written -> compiled(place, written.sheets());
        }).orElseGet(() -> compiled(place, XlsFormSheets.fromCsv(pack)));
    }

    private static FormReading refused(FileFault fault) {
        return new FormReading.Refused(List.of(Remarks.of(fault)));
    }

    private FormReading readied(FormPlace place, Bytes xform) {
        return withFiles(place, xform, List.of(), true);
    }

    private FormReading compiled(FormPlace place, XlsFormSheets sheets) {
        return switch (XlsFormCompiler.compile(sheets)) {
            case Compilation.Refused refused -> new FormReading.Refused(Remarks.of(refused.errors()));
            case Compilation.Compiled compiled -> withFiles(place, compiled.xform(),
                    Remarks.of(compiled.warnings()), compiled.warnings().stream()
                            .noneMatch(warning -> warning.kind() == CellErrorKind.TYPE_NOT_ON_DESKTOP));
        };
    }

    /// A package that was made before; empty if the archive is none.
    private static Optional<FormReading> packed(Path form) {
        try (InputStream source = Files.newInputStream(form)) {
            byte[] content = source.readNBytes(QuestionnairePackage.MOST_BYTES + 1);
            Bytes bytes = Bytes.of(content);
            QuestionnairePackage.open(bytes);
            return Optional.of(tried(bytes, List.of(), true));
        } catch (IOException | ProblemException noPackage) {
            return Optional.empty();
        }
    }

    /// @param warnings    known so far
    /// @param sayUnaskable nobody has said yet what a desktop cannot ask
    private FormReading withFiles(FormPlace place, Bytes xform, List<FormRemark> warnings, boolean sayUnaskable) {
        List<FormRemark> errors = new ArrayList<>();
        List<FormRemark> doubts = new ArrayList<>(warnings);
        Map<String, Bytes> files = new HashMap<>();
        List<Path> watched = new ArrayList<>();
        for (NamedFile file : NamedFile.in(xform)) {
            if (place instanceof FormFolders folders) {
                watched.addAll(folders.places(file.name()));
            }
            switch (place.read(file.name())) {
                case FormPlace.Found found -> files.put(file.name(), found.content());
                case FormPlace.TooLarge _ -> errors.add(Remarks.file("too-large", file.name(), place.names(),
                        FormRemark.Severity.ERROR));
                case FormPlace.Missing _ when file.lookUp() -> errors.add(Remarks.file("list-missing", file.name(),
                        place.names(), FormRemark.Severity.ERROR));
                case FormPlace.Missing _ -> doubts.add(Remarks.file("media-missing", file.name(), place.names(),
                        FormRemark.Severity.WARNING));
            }
        }
        if (place instanceof FormFolders folders) {
            needed.put(folders.form(), List.copyOf(watched));
        }
        if (!errors.isEmpty()) {
            errors.addAll(doubts);
            return new FormReading.Refused(errors);
        }
        try {
            return tried(QuestionnairePackage.pack(xform, files), doubts, sayUnaskable);
        } catch (ProblemException tooLarge) {
            return new FormReading.Refused(List.of(Remarks.of(tooLarge.problem(), tooLarge.problem())));
        }
    }

    private static FormReading tried(Bytes content, List<FormRemark> warnings, boolean sayUnaskable) {
        try {
            Questionnaire questionnaire = new XForms(Messages.LANGUAGES.getFirst()).load(content);
            List<FormRemark> all = new ArrayList<>(warnings);
            if (sayUnaskable) {
                questionnaire.unaskable().forEach(path -> all.add(Remarks.unaskable(path)));
            }
            List<CodebookEntry> asked = XFormCodebook.asked(content);
            Map<QuestionType, Integer> types = new EnumMap<>(QuestionType.class);
            asked.forEach(question -> types.merge(question.type(), 1, Integer::sum));
            return new FormReading.Usable(questionnaire, content, types,
                    XFormCodebook.of(content).size() - asked.size(), all);
        } catch (ProblemException refused) {
            List<FormRemark> all = new ArrayList<>(List.of(Remarks.of(refused.problem(), inOtherWords(content)
                    .orElse(refused).problem())));
            all.addAll(warnings);
            return new FormReading.Refused(all);
        }
    }

    /// The same refusal in the other language.
    private static Optional<ProblemException> inOtherWords(Bytes content) {
        try {
            new XForms(Messages.LANGUAGES.getLast()).load(content);
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of(refused);
        }
    }

    /// Changes whenever the form, or a file that it needed when it was read last, may have changed.
    public String stamp(Path form) {
        FormFolders folders = FormFolders.of(form);
        return folders.stamp(needed.getOrDefault(folders.form(), List.of()));
    }
}
