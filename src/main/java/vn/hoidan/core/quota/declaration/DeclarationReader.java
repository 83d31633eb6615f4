package vn.hoidan.core.quota.declaration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.AnswerCondition;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.QuotaDesign;
import vn.hoidan.core.quota.SoftTarget;
import vn.hoidan.core.quota.declaration.DeclarationFault.Reason;

/// Reads a declaration from the rows of a sheet with the columns `kind` (`design`, `hard` or `soft`), `level`, `area`,
/// `answers` (`gender=2; age=18..29; job=1,3`), `target` and `floor`. The row `design` names the design in column
/// `level`. All faults are told at once.
public final class DeclarationReader {

    /// Columns that must be there; `answers` and `floor` may be left out.
    public static final List<String> NEEDED = List.of("kind", "level", "area", "target");
    /// Most rows of a sheet.
    public static final int MOST_ROWS = 20_000;

    private static final String FLOOR = "floor";
    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,6})\\s*\\.\\.\\s*(-?\\d{1,6})");
    private static final Pattern COUNT = Pattern.compile("\\d{1,7}");
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}_.-]{1,60}");

    private final Areas areas;
    private final List<ScreeningQuestion> questions;
    private final Map<String, List<AreaKey>> named = new HashMap<>();
    private final List<QuotaDeclaration.Hard> hard = new ArrayList<>();
    private final List<QuotaDeclaration.Soft> soft = new ArrayList<>();
    private final List<DeclarationFault> faults = new ArrayList<>();
    private Optional<QuotaDesign> design = Optional.empty();

    private DeclarationReader(Areas areas, List<ScreeningQuestion> questions) {
        this.areas = areas;
        this.questions = questions;
        for (Area area : areas.all()) {
            Stream.of(area.key().code(), area.key().asText()).distinct().forEach(name ->
                    named.computeIfAbsent(name, _ -> new ArrayList<>()).add(area.key()));
        }
    }

    /// One row of the sheet: texts by the name of their column, empty ones left out.
    ///
    /// @param number as a spreadsheet shows it
    public record Row(int number, Map<String, String> cells) {
        public Row {
            cells = Map.copyOf(cells);
        }

        String text(String column) {
            return cells.getOrDefault(column, "").strip();
        }
    }

    /// What came of it.
    public sealed interface Reading {
        record Usable(QuotaDeclaration declaration) implements Reading {
        }

        record Refused(List<DeclarationFault> faults) implements Reading {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /// @param columns as the sheet's first row names them
    public static Reading read(Set<String> columns, List<Row> rows, Areas areas, List<ScreeningQuestion> questions) {
        DeclarationReader reader = new DeclarationReader(areas, questions);
        NEEDED.stream().filter(each -> !columns.contains(each))
                .forEach(each -> reader.fault(1, Reason.COLUMN_MISSING, each));
        if (rows.size() > MOST_ROWS) {
            reader.fault(0, Reason.TOO_MANY_ROWS, String.valueOf(MOST_ROWS));
        } else if (reader.faults.isEmpty()) {
            rows.forEach(reader::take);
            if (reader.design.isEmpty() && reader.faults.isEmpty()) {
                reader.fault(0, Reason.DESIGN_MISSING);
            }
        }
        QuotaDeclaration made = new QuotaDeclaration(reader.design.orElse(QuotaDesign.FREE_QUOTA), reader.hard,
                reader.soft);
        // contradictions between rows only make sense once every row could be read
        reader.faults.addAll(reader.faults.isEmpty() ? DeclarationCheck.faultsOf(made, areas, questions)
                : DeclarationCheck.faultsOfRows(made, areas, questions));
        reader.faults.sort(Comparator.comparingInt(DeclarationFault::row));
        return reader.faults.isEmpty() ? new Reading.Usable(made) : new Reading.Refused(reader.faults);
    }

    private void take(Row row) {
        String kind = row.text("kind").toLowerCase(Locale.ROOT);
        switch (kind) {
            case "" -> {
                // an empty row separates groups for the eye
            }
            case "design" -> design(row);
            case "hard", "soft" -> quota(row, kind.equals("hard"));
            default -> fault(row.number(), Reason.UNKNOWN_KIND, row.text("kind"));
        }
    }

    private void design(Row row) {
        String code = row.text("level").toLowerCase(Locale.ROOT);
        if (design.isPresent()) {
            fault(row.number(), Reason.DESIGN_TWICE);
            return;
        }
        for (QuotaDesign each : QuotaDesign.values()) {
            if (each.code().equals(code)) {
                design = Optional.of(each);
            }
        }
        if (design.isEmpty()) {
            fault(row.number(), Reason.UNKNOWN_DESIGN, code);
        }
    }

    private void quota(Row row, boolean isHard) {
        int before = faults.size();
        Optional<AreaLevel> level = level(row);
        Optional<AreaKey> area = area(row);
        AnswerFilter answers = answers(row);
        OptionalInt target = count(row, "target");
        OptionalInt floor = row.text(FLOOR).isEmpty() ? OptionalInt.of(0) : count(row, FLOOR);
        if (faults.size() > before || level.isEmpty() || area.isEmpty() || target.isEmpty() || floor.isEmpty()) {
            return;
        }
        if (floor.getAsInt() > target.getAsInt()) {
            fault(row.number(), Reason.FLOOR_ABOVE_TARGET);
        } else if (isHard) {
            hard.add(new QuotaDeclaration.Hard(row.number(),
                    new Constraint(level.get(), area.get(), answers, target.getAsInt())));
        } else {
            soft.add(new QuotaDeclaration.Soft(row.number(),
                    new SoftTarget(level.get(), area.get(), answers, target.getAsInt(), floor.getAsInt())));
        }
    }

    private Optional<AreaLevel> level(Row row) {
        String code = row.text("level").toLowerCase(Locale.ROOT);
        for (AreaLevel level : AreaLevel.values()) {
            if (level.code().equals(code)) {
                return Optional.of(level);
            }
        }
        fault(row.number(), Reason.UNKNOWN_LEVEL, row.text("level"));
        return Optional.empty();
    }

    /// By its code alone if that stands for one unit, else `code@first-day`.
    private Optional<AreaKey> area(Row row) {
        String text = row.text("area");
        List<AreaKey> found = named.getOrDefault(text, List.of());
        if (found.size() == 1) {
            return Optional.of(found.getFirst());
        }
        fault(row.number(), found.isEmpty() ? Reason.UNKNOWN_AREA : Reason.AREA_AMBIGUOUS, text);
        return Optional.empty();
    }

    private AnswerFilter answers(Row row) {
        List<AnswerCondition> conditions = new ArrayList<>();
        Set<Path> asked = new TreeSet<>();
        for (String part : row.text("answers").split(";")) {
            if (!part.isBlank()) {
                Optional<AnswerCondition> condition = condition(row, part.strip());
                condition.filter(each -> asked.add(each.question())).ifPresentOrElse(conditions::add,
                        () -> condition.ifPresent(_ ->
                                fault(row.number(), Reason.CONDITION_UNREADABLE, part.strip())));
            }
        }
        return new AnswerFilter(conditions);
    }

    private Optional<AnswerCondition> condition(Row row, String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            fault(row.number(), Reason.CONDITION_UNREADABLE, text);
            return Optional.empty();
        }
        String name = text.substring(0, equals).strip();
        String wanted = text.substring(equals + 1).strip();
        Optional<Path> question = questions.stream().map(ScreeningQuestion::path)
                .filter(path -> path.text().equals(name) || path.name().equals(name)).findFirst();
        if (question.isEmpty()) {
            fault(row.number(), Reason.UNKNOWN_QUESTION, name);
            return Optional.empty();
        }
        Matcher range = RANGE.matcher(wanted);
        if (range.matches()) {
            int from = Integer.parseInt(range.group(1));
            int to = Integer.parseInt(range.group(2));
            if (from <= to) {
                return Optional.of(new AnswerCondition.Between(question.get(), from, to));
            }
        } else {
            Set<String> choices = new TreeSet<>();
            for (String choice : wanted.split(",")) {
                choices.add(choice.strip());
            }
            if (choices.stream().allMatch(choice -> CODE.matcher(choice).matches())) {
                return Optional.of(new AnswerCondition.OneOf(question.get(), choices));
            }
        }
        fault(row.number(), Reason.CONDITION_UNREADABLE, text);
        return Optional.empty();
    }

    private OptionalInt count(Row row, String column) {
        String text = row.text(column);
        if (COUNT.matcher(text).matches()) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        fault(row.number(), column.equals(FLOOR) ? Reason.FLOOR_UNREADABLE : Reason.TARGET_UNREADABLE, text);
        return OptionalInt.empty();
    }

    private void fault(int row, Reason reason, String... details) {
        faults.add(DeclarationFault.at(row, reason, details));
    }
}
