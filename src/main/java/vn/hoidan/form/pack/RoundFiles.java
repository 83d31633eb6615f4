package vn.hoidan.form.pack;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.index.Round;
import vn.hoidan.core.pack.FormRemark;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.form.author.TableFile;
import vn.hoidan.message.Messages;

/// Reads figures of an earlier round, and what became of its units, from CSV files or workbooks. Whatever is wrong
/// comes as ProblemException INDEX_FILE_INVALID naming file, row and column.
public final class RoundFiles {
    /// Sheets in a workbook.
    private static final String FIGURES = "figures";
    private static final String MAPPING = "mapping";
    private static final String INDICATOR = "indicator";
    private static final String FIGURE = "figure";
    private static final String AREA = "area";
    private static final String AREA_NAME = "area_name";
    private static final String ERROR = "error";
    private static final String DEGREES = "degrees";
    private static final String BASE = "base";
    private static final String OLD = "old";
    private static final String NEW = "new";
    private static final String PART = "part";
    private static final String WHOLE = "whole";
    private static final String NUMBER_FORM = "[0-9]{1,9}([.,][0-9]{1,12})?";

    private RoundFiles() {
    }

    /// A file with the columns `indicator` and `figure` (percent), and, as far as they were published, `area` and
    /// `area_name` (nothing for everybody), `error` (standard error in points), `degrees` and `base`.
    public static Round round(Path file, String name, LocalDate day) {
        PackTable table = table(file, FIGURES, INDICATOR, FIGURE);
        List<Round.Published> figures = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (PackTable.Line line : table.lines()) {
            Round.Published figure = refused(() -> published(line));
            if (!seen.add(figure.area() + '\n' + figure.indicator())) {
                throw refused(line.fault(INDICATOR, "code-twice", figure.indicator()));
            }
            figures.add(figure);
        }
        return new Round(name, day, figures, List.of());
    }

    /// A file with the columns `old`, `new` (code and first day: `006@2024-11-01`) and `part`: `whole` for a new unit
    /// that lies wholly within the old one, `part` for one that has parts of others too.
    public static List<Round.Became> mapping(Path file) {
        PackTable table = table(file, MAPPING, OLD, NEW, PART);
        List<Round.Became> became = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (PackTable.Line line : table.lines()) {
            Round.Became each = refused(() -> new Round.Became(key(line, OLD), key(line, NEW),
                    line.known(PART, word -> word.equals(WHOLE) ? Optional.of(true)
                            : word.equals(PART) ? Optional.of(false) : Optional.empty())));
            if (!seen.add(each.old() + ' ' + each.now())) {
                throw refused(line.fault(NEW, "code-twice", each.now()));
            }
            if (each.whole() && became.stream().anyMatch(other -> other.now().equals(each.now()) && other.whole())) {
                throw refused(line.fault(PART, "whole-twice", each.now()));
            }
            became.add(each);
        }
        return became;
    }

    /// A file of another kind, whole.
    ///
    /// @param most bytes that are read; of a larger file one more, so that it is noticed
    public static byte[] content(Path file, int most) {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(most + 1);
        } catch (IOException unreadable) {
            throw Problem.of(ProblemKind.INDEX_FILE_INVALID, "place", file.toString(), "reason",
                    PackMessages.reason("file-missing")).exception(unreadable);
        }
    }

    private static Round.Published published(PackTable.Line line) {
        String area = line.value(AREA).isEmpty() ? "" : key(line, AREA);
        Optional<Double> error = optional(line, ERROR).map(RoundFiles::share);
        double value = share(number(line, FIGURE));
        if (value > 1) {
            throw line.fault(FIGURE, "not-a-percentage", line.value(FIGURE));
        }
        if (error.filter(each -> each > 1).isPresent()) {
            throw line.fault(ERROR, "not-a-percentage", line.value(ERROR));
        }
        double degrees = optional(line, DEGREES).map(BigDecimal::doubleValue).orElse(1.0);
        if (!(degrees > 0) || error.isPresent() && optional(line, DEGREES).isEmpty()) {
            throw line.fault(DEGREES, "not-a-decimal", line.value(DEGREES));
        }
        return new Round.Published(area, line.value(AREA_NAME), line.needed(INDICATOR), value, error, degrees,
                optional(line, BASE).map(BigDecimal::longValue).orElse(0L));
    }

    private static double share(BigDecimal percent) {
        return percent.movePointLeft(2).doubleValue();
    }

    private static Optional<BigDecimal> optional(PackTable.Line line, String column) {
        return line.value(column).isEmpty() ? Optional.empty() : Optional.of(number(line, column));
    }

    /// With a decimal point or a decimal comma.
    private static BigDecimal number(PackTable.Line line, String column) {
        String text = line.needed(column);
        if (!text.matches(NUMBER_FORM)) {
            throw line.fault(column, "not-a-decimal", text);
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    private static String key(PackTable.Line line, String column) {
        String text = line.needed(column);
        try {
            return AreaKey.parse(text).asText();
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw line.fault(column, "code-malformed", text);
        }
    }

    private static PackTable table(Path file, String sheet, String... needed) {
        String name = Optional.ofNullable(file.getFileName()).orElse(file).toString();
        return switch (TableFile.read(file, sheet)) {
            case TableFile.Read.Refused refused -> throw invalid(name, Messages.LANGUAGES.stream()
                    .map(language -> refused.remarks().stream().filter(FormRemark::isError)
                            .map(remark -> remark.oneLine(language)).collect(Collectors.joining("\n")))
                    .collect(Collectors.joining("\n")));
            case TableFile.Read.Missing _ -> throw refused(PackTable.faultAt(name, "sheet-missing", sheet));
            case TableFile.Read.Table table -> refused(() -> PackTable.of(name, table.sheet(), needed));
        };
    }

    private static <T> T refused(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ProblemException fault) {
            throw refused(fault);
        }
    }

    /// The same fault, of a file that is no part of a pack.
    private static ProblemException refused(ProblemException fault) {
        return invalid(fault.problem().details().get("place"), fault.problem().details().get("reason"));
    }

    private static ProblemException invalid(String place, String reason) {
        return Problem.of(ProblemKind.INDEX_FILE_INVALID, "place", place, "reason", reason).exception();
    }
}
