package vn.hoidan.form.xlsform;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the rows that ask something.
final class QuestionReader {
    private static final String SHEET = SurveySheet.NAME;
    private static final String OTHER_SUFFIX = "_other";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\s*([^{}]+?)\\s*\\}");
    /// Appearances of another program that fills the choices from a file of its own.
    private static final Pattern SEARCH = Pattern.compile("\\bsearch\\s*\\(");
    private static final Set<String> HANDWORK = Set.of("draw", "annotate", "signature");
    private static final String OTHER_PROGRAM = "ex:";

    private final ChoiceLists lists;
    private final Instances instances;
    private final CellErrors errors;

    QuestionReader(ChoiceLists lists, Instances instances, CellErrors errors) {
        this.lists = lists;
        this.instances = instances;
        this.errors = errors;
    }

    /// A question as it stands in the tree.
    record Read(SurveyRow row, String name, Node.Question question) {
    }

    /// A question without choices.
    List<Read> ask(SurveyRow row, QuestionKind kind) {
        String type = row.value(Columns.TYPE);
        if (kind.needsPhone()) {
            report(CellErrorKind.TYPE_NOT_ON_DESKTOP, row, Columns.TYPE, type);
        }
        String appearance = row.value(Columns.APPEARANCE);
        boolean byHand = kind == QuestionKind.IMAGE && HANDWORK.contains(appearance);
        if (byHand || appearance.startsWith(OTHER_PROGRAM)) {
            report(CellErrorKind.APPEARANCE_NOT_ON_DESKTOP, row, Columns.APPEARANCE, appearance);
        }
        String fallback = kind == QuestionKind.NOTE ? "generated_note_name_" + row.number()
                : kind.isMetadata() ? kind.word() : "";
        Optional<String> name = row.has(Columns.NAME) || fallback.isEmpty() ? name(row) : Optional.of(fallback);
        Parameters parameters = parameters(row);
        return name.map(known -> List.of(new Read(row, known,
                new Node.Question(kind, tickLabels(kind, parameters), parameters)))).orElse(List.of());
    }

    /// A range may have words at its ticks; they are kept as a list of choices. A list that is not there is reported
    /// with the other parameters.
    private ChoiceSource tickLabels(QuestionKind kind, Parameters parameters) {
        return parameters.find(ParameterChecks.TICK_LABELS)
                .filter(list -> kind == QuestionKind.RANGE && lists.has(list))
                .<ChoiceSource>map(ChoiceSource.Listed::new).orElse(ChoiceSource.NONE);
    }

    /// A question with choices; with `or_other`, the question behind it.
    List<Read> choose(SurveyRow row, TypeCell.Choose choose) {
        if (SEARCH.matcher(row.value(Columns.APPEARANCE)).find()) {
            report(CellErrorKind.SEARCH_NOT_SUPPORTED, row, Columns.APPEARANCE, row.value(Columns.APPEARANCE));
        }
        ChoiceSource source = source(row, choose);
        if (choose.kind().takesSeveral() && source instanceof ChoiceSource.Listed(String id)) {
            lists.list(id).stream().filter(choice -> choice.name().contains(" "))
                    .forEach(choice -> errors.add(CellErrorKind.CHOICE_NAME_HAS_SPACE, choice.sheet(), choice.row(),
                            Columns.NAME, choice.name()));
        }
        Parameters parameters = parameters(row);
        Optional<String> name = name(row);
        if (name.isEmpty()) {
            return List.of();
        }
        Read asked = new Read(row, name.get(), new Node.Question(choose.kind(), source, parameters));
        return choose.orOther() ? withOther(asked, choose) : List.of(asked);
    }

    private ChoiceSource source(SurveyRow row, TypeCell.Choose choose) {
        String list = choose.list();
        Matcher reference = REFERENCE.matcher(list);
        if (reference.matches()) {
            return new ChoiceSource.Answers(reference.group(1));
        }
        return switch (choose.origin()) {
            case CHOICES -> {
                if (!lists.has(list)) {
                    report(CellErrorKind.LIST_UNKNOWN, row, Columns.TYPE, list,
                            errors.similar(list, lists.ownNames()));
                }
                yield new ChoiceSource.Listed(list);
            }
            case EXTERNAL -> {
                if (lists.external(list).isEmpty()) {
                    report(CellErrorKind.EXTERNAL_LIST_UNKNOWN, row, Columns.TYPE, list,
                            errors.similar(list, lists.externalNames()));
                }
                yield new ChoiceSource.Listed(lists.external(list).orElse(list));
            }
            case FILE -> file(row, list);
        };
    }

    private ChoiceSource file(SurveyRow row, String name) {
        Optional<ListFile> file = ListFile.parse(name);
        if (file.isEmpty()) {
            report(CellErrorKind.LIST_FILE_NAME, row, Columns.TYPE, name);
            return ChoiceSource.NONE;
        }
        instances.choicesOf(file.get(), place(row, Columns.TYPE));
        return new ChoiceSource.FromFile(file.get());
    }

    private List<Read> withOther(Read asked, TypeCell.Choose choose) {
        SurveyRow row = asked.row();
        if (row.has(Columns.CHOICE_FILTER)) {
            report(CellErrorKind.OTHER_WITH_FILTER, row, Columns.CHOICE_FILTER);
        }
        if (!(asked.question().source() instanceof ChoiceSource.Listed(String list))) {
            report(CellErrorKind.OTHER_WITHOUT_LIST, row, Columns.TYPE, row.value(Columns.TYPE));
            return List.of(asked);
        }
        Map<String, String> label = new LinkedHashMap<>();
        row.text(Columns.LABEL).keySet().forEach(
                language -> label.put(language, FormMessages.text(Languages.tag(language), "generated.specify")));
        Map<String, String> choice = new LinkedHashMap<>();
        Set<String> languages = new LinkedHashSet<>(row.text(Columns.LABEL).keySet());
        lists.list(list).forEach(each -> languages.addAll(each.label().keySet()));
        languages.forEach(
                language -> choice.put(language, FormMessages.text(Languages.tag(language), "generated.other")));
        lists.addOther(list, choice);
        String relevant = "selected(../" + asked.name() + ", '" + ChoiceLists.OTHER + "')";
        SurveyRow generated = SurveyRow.generated(row.number(), Map.of(Columns.RELEVANT, relevant), label);
        return List.of(asked, new Read(generated, asked.name() + OTHER_SUFFIX,
                new Node.Question(QuestionKind.TEXT, ChoiceSource.NONE, Parameters.NONE)));
    }

    /// A row that makes a file known.
    void declare(SurveyRow row, String ending, Node parent) {
        if (parent.kind() == Node.Kind.REPEAT || parent.isInRepeat()) {
            report(CellErrorKind.INSTANCE_IN_REPEAT, row, Columns.TYPE, row.value(Columns.TYPE));
        }
        name(row).flatMap(name -> ListFile.parse(name + ending))
                .ifPresent(file -> instances.declare(file, place(row, Columns.NAME)));
    }

    private Parameters parameters(SurveyRow row) {
        Optional<Parameters> parameters = Parameters.parse(row.value(Columns.PARAMETERS));
        if (parameters.isEmpty()) {
            report(CellErrorKind.PARAMETERS_MALFORMED, row, Columns.PARAMETERS, row.value(Columns.PARAMETERS));
        }
        return parameters.orElse(Parameters.NONE);
    }

    /// The row's name, or empty after an error was reported.
    Optional<String> name(SurveyRow row) {
        String name = row.value(Columns.NAME);
        if (name.isEmpty()) {
            report(CellErrorKind.NAME_MISSING, row, Columns.NAME);
            return Optional.empty();
        }
        if (!Names.isWellFormed(name)) {
            report(CellErrorKind.NAME_MALFORMED, row, Columns.NAME, name);
            return Optional.empty();
        }
        if (name.equals(Names.META)) {
            report(CellErrorKind.NAME_RESERVED, row, Columns.NAME, name);
        }
        return Optional.of(name);
    }

    private static References.Place place(SurveyRow row, String column) {
        return new References.Place(SHEET, row.number(), row.header(column));
    }

    private void report(CellErrorKind kind, SurveyRow row, String column, String... details) {
        errors.add(kind, SHEET, row.number(), row.header(column), details);
    }
}
