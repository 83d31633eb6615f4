package vn.hoidan.form.pack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.indicator.IndicatorKind;
import vn.hoidan.core.indicator.IndicatorTree;
import vn.hoidan.core.pack.FormReading;
import vn.hoidan.core.pack.FormRemark;
import vn.hoidan.core.pack.PracticeTexts;
import vn.hoidan.core.pack.QuotaReading;
import vn.hoidan.core.pack.SurveyPack;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.questionnaire.CodebookEntry;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.quota.declaration.QuotaDeclaration;
import vn.hoidan.core.sampling.SamplePlan;
import vn.hoidan.core.survey.Consent;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.author.AuthorForms;
import vn.hoidan.form.author.QuotaFiles;
import vn.hoidan.form.codebook.XFormCodebook;
import vn.hoidan.form.xlsform.SheetFolder;
import vn.hoidan.message.Messages;

/// Loads survey packs. A pack is a folder with the questionnaire (`survey.csv`, `choices.csv`, `settings.csv`, or one
/// workbook `questionnaire.xlsx`; files that it needs in `media`) and
/// `pack.csv`, `areas.csv`, `plan.csv`, `consent.csv`, `refusals.csv`, `indicators.csv`, `index.csv`,
/// `practice.csv`; `margins.csv` if weights are raked to what is known of the population, `frame.csv` for units that
/// are drawn from and stand in no list of areas, `quotas.csv` if it declares quotas beyond the targets of its plan.
/// Everything is checked; whatever is wrong comes as ProblemException PACK_INVALID naming file, row and column.
public final class SurveyPacks {
    /// The survey that the program brings along.
    public static final String SIPAS = "sipas-2023";

    /// The questionnaire and tree of 2022, with the sample and the rule of the pack above.
    public static final String SIPAS_2022 = "sipas-2022";

    private static final String BUILT_IN = "/vn/hoidan/packs/";
    private static final String QUOTAS = QuotaFiles.SHEET + ".csv";
    private static final String NAME_FORM = "[a-z0-9][a-z0-9-]{0,59}";
    private static final String KEY = "key";
    private static final String TEXT = "text";
    private static final String CODE = "code";
    private static final String LABEL = "label";
    private static final String VALUE = "value";
    private static final String VALUE_VI = "value_vi";
    private static final String VERSION = "version";
    private static final String VILLAGE_KIND = "village-kind.";
    private static final int MOST_ERRORS_SHOWN = 5;

    private SurveyPacks() {
    }

    /// A pack that came with the program.
    public static SurveyPack builtIn(String name) {
        if (!name.matches(NAME_FORM)) {
            throw PackTable.faultAt(name, "file-missing");
        }
        SheetFolder own = SheetFolder.onClassPath(BUILT_IN + name);
        SheetFolder shared = SheetFolder.onClassPath(BUILT_IN + SIPAS);
        return load(name.equals(SIPAS_2022) ? file -> own.read(file).or(() -> shared.read(file)) : own);
    }

    /// A pack in a folder of the office's own.
    public static SurveyPack in(java.nio.file.Path folder) {
        return load(SheetFolder.onDisk(folder));
    }

    static SurveyPack load(SheetFolder folder) {
        Map<String, PackTable.Line> header = keyed(PackTable.read(folder, "pack", KEY, VALUE_VI, "value_en"));
        FormReading.Usable form = questionnaire(folder);
        Areas areas = AreaTable.read(folder);
        SamplePlan plan = PlanTable.read(folder, areas);
        Map<Path, List<String>> questions = questions(form);
        IndicatorTree indicators = IndicatorTable.read(folder, questions);
        checkItems(header, indicators);
        return new SurveyPack(name(header, "name"), text(header, "title"), new SurveyId(name(header, "survey")),
                text(header, "survey_title"), form.content(), form.questionnaire().id(), consent(folder), areas, plan,
                quotas(folder, areas, plan, form.content()), indicators,
                IndexTable.read(folder, questions), FrameTable.read(folder, plan, areas), practice(folder));
    }

    private static Map<String, PackTable.Line> keyed(PackTable table) {
        Map<String, PackTable.Line> byKey = new HashMap<>();
        for (PackTable.Line line : table.lines()) {
            if (Optional.ofNullable(byKey.putIfAbsent(line.needed(KEY), line)).isPresent()) {
                throw line.fault(KEY, "code-twice", line.value(KEY));
            }
        }
        return byKey;
    }

    private static PackTable.Line line(Map<String, PackTable.Line> lines, String file, String key) {
        return Optional.ofNullable(lines.get(key)).orElseThrow(() -> PackTable.faultAt(file, "key-missing", key));
    }

    private static Text text(Map<String, PackTable.Line> header, String key) {
        return line(header, "pack.csv", key).text(VALUE);
    }

    private static String name(Map<String, PackTable.Line> header, String key) {
        PackTable.Line line = line(header, "pack.csv", key);
        String name = line.needed(VALUE_VI);
        if (!name.matches(NAME_FORM)) {
            throw line.fault(VALUE_VI, "code-malformed", name);
        }
        return name;
    }

    /// A pack may say how many items it has, so that a row lost while editing is noticed.
    private static void checkItems(Map<String, PackTable.Line> header, IndicatorTree indicators) {
        Optional.ofNullable(header.get("items")).ifPresent(line -> {
            int items = indicators.of(IndicatorKind.ITEM).size();
            if (line.number(VALUE_VI) != items) {
                throw line.fault(VALUE_VI, "count-differs", line.value(VALUE_VI), String.valueOf(items));
            }
        });
    }

    private static FormReading.Usable questionnaire(SheetFolder folder) {
        return switch (new AuthorForms().inPack(folder)) {
            case FormReading.Usable usable -> usable;
            case FormReading.Refused refused -> throw fault("form-refused", refused.remarks().stream()
                    .filter(FormRemark::isError).toList(), folder.read(AuthorForms.PACK_WORKBOOK).isPresent());
        };
    }

    private static ProblemException fault(String key, List<FormRemark> errors, boolean workbook) {
        FormRemark first = errors.getFirst();
        String place = first.sheet().isEmpty() ? first.place().in(Messages.LANGUAGES.getFirst())
                : cell(first, workbook);
        String all = Messages.LANGUAGES.stream().map(language -> errors.stream().limit(MOST_ERRORS_SHOWN)
                .map(error -> error.oneLine(language)).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
        return PackTable.faultAt(place, key, String.valueOf(errors.size()), all);
    }

    /// What stands in `quotas.csv`, if there is one. Villages are drawn later, so what they ask for together is known
    /// from the plan only.
    private static Optional<QuotaDeclaration> quotas(SheetFolder folder, Areas areas, SamplePlan plan,
            Bytes questionnaire) {
        return folder.read(QUOTAS).map(content ->
                switch (new QuotaFiles(areas, questionnaire).read(content, QUOTAS)) {
                    case QuotaReading.Usable usable -> fitting(usable.declaration(), plan);
                    case QuotaReading.Refused refused -> throw fault("quotas-refused", refused.remarks().stream()
                            .filter(FormRemark::isError).toList(), false);
                });
    }

    private static QuotaDeclaration fitting(QuotaDeclaration declared, SamplePlan plan) {
        if (!declared.design().isList()) {
            throw PackTable.faultAt(QUOTAS, "quotas-without-lists", declared.design().code());
        }
        Map<AreaLevel, Integer> planned = plan.interviewsByLevel();
        for (QuotaDeclaration.Hard hard : declared.hard()) {
            int target = hard.constraint().target();
            int needed = planned.getOrDefault(hard.constraint().level(), 0);
            if (target < needed) {
                throw PackTable.faultAt(QUOTAS + ":" + hard.row() + ":target", "quotas-below-plan",
                        String.valueOf(target), String.valueOf(needed));
            }
        }
        return declared;
    }

    /// File, row and column as far as there are some.
    private static String cell(FormRemark remark, boolean workbook) {
        return (workbook ? AuthorForms.PACK_WORKBOOK + ":" + remark.sheet() : remark.sheet() + ".csv")
                + (remark.row() > 0 ? ":" + remark.row() : "")
                + (remark.column().isEmpty() ? "" : ":" + remark.column());
    }

    /// Every question with the codes of its choices.
    private static Map<Path, List<String>> questions(FormReading.Usable form) {
        return XFormCodebook.of(form.content()).stream().collect(Collectors.toMap(CodebookEntry::path,
                entry -> entry.choices().stream().map(CodebookEntry.Code::code).toList()));
    }

    private static Consent consent(SheetFolder folder) {
        PackTable texts = PackTable.read(folder, "consent", VERSION, "text_vi", "text_en");
        if (texts.lines().size() != 1) {
            throw texts.fault("count-differs", String.valueOf(texts.lines().size()), "1");
        }
        PackTable reasons = PackTable.read(folder, "refusals", CODE, "label_vi", "label_en");
        Set<String> seen = new HashSet<>();
        for (PackTable.Line line : reasons.lines()) {
            if (!seen.add(line.needed(CODE))) {
                throw line.fault(CODE, "code-twice", line.value(CODE));
            }
            if (!line.value(CODE).matches(NAME_FORM)) {
                throw line.fault(CODE, "code-malformed", line.value(CODE));
            }
        }
        PackTable.Line text = texts.lines().getFirst();
        return new Consent(text.needed(VERSION), text.text(TEXT), reasons.lines().stream()
                .map(line -> new Consent.RefusalReason(line.needed(CODE), line.text(LABEL))).toList());
    }

    private static PracticeTexts practice(SheetFolder folder) {
        Map<String, PackTable.Line> lines = keyed(PackTable.read(folder, "practice", KEY, TEXT));
        Map<String, String> kinds = lines.keySet().stream().filter(key -> key.startsWith(VILLAGE_KIND))
                .collect(Collectors.toMap(key -> key.substring(VILLAGE_KIND.length()),
                        key -> lines.get(key).needed(TEXT)));
        return new PracticeTexts(kinds, pattern(lines, "village-name"), pattern(lines, "list-name"),
                pattern(lines, "household-label"), pattern(lines, "household-place"));
    }

    private static String pattern(Map<String, PackTable.Line> lines, String key) {
        return line(lines, "practice.csv", key).needed(TEXT);
    }
}
