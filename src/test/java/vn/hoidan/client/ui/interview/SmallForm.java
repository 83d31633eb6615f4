package vn.hoidan.client.ui.interview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.hoidan.client.app.work.Filling;
import vn.hoidan.core.questionnaire.AnswerResult;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.HiddenPart;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.questionnaire.SessionContext;
import vn.hoidan.core.questionnaire.Text;

/// A questionnaire without an engine, in the shape of SIPAS but short: a profile with a text that comes and goes, a
/// number with a limit, several channels, two grids of levels, and a comment.
final class SmallForm implements Questionnaire {
    static final QuestionnaireId ID = new QuestionnaireId("sha256:" + "0".repeat(64));
    static final int MOST_PERSONS = 20;

    /// One question as the author wrote it.
    private record Item(String section, String group, String name, QuestionType type, Text label, boolean required,
            String appearance, List<Choice> vietnamese, List<Choice> english) {
        Path path() {
            return new Path("/data/" + section + (group.isEmpty() ? "" : "/" + group) + "/" + name);
        }
    }

    private final List<Item> items = new ArrayList<>();
    private final Map<String, Text> labels = new LinkedHashMap<>();

    private final Set<String> answeredAlone;
    private final Set<String> forEnumerator;

    SmallForm() {
        this(Set.of());
    }

    /// @param answeredAlone names of questions that the respondent is to answer alone
    SmallForm(Set<String> answeredAlone) {
        this(answeredAlone, Set.of());
    }

    /// @param forEnumerator names of questions that the enumerator fills in
    SmallForm(Set<String> answeredAlone, Set<String> forEnumerator) {
        this.answeredAlone = answeredAlone;
        this.forEnumerator = forEnumerator;
        labels.put("profile", Text.of("A. Thông tin chung", "A. Profile"));
        labels.put("s9", Text.of("9. Mức độ hài lòng", "9. Satisfaction"));
        labels.put("q9_a", Text.of("I.A. Trách nhiệm giải trình", "I.A. Accountability"));
        labels.put("q9_c", Text.of("I.C. Chất lượng thực hiện", "I.C. Quality"));
        labels.put("comments", Text.of("Ý kiến khác", "Other comments"));
        add("profile", "", "gender", QuestionType.SELECT_ONE, "Giới tính", "Gender", true, "Nam|Nữ", "Male|Female");
        add("profile", "", "ethnicity", QuestionType.SELECT_ONE, "Dân tộc", "Ethnic group", true, "Kinh|Khác (ghi rõ)",
                "Kinh|Other (specify)");
        add("profile", "", "ethnicity_other", QuestionType.TEXT, "Dân tộc khác", "Other ethnic group", true, "", "");
        add("profile", "", "persons", QuestionType.INTEGER, "Số người trong hộ", "Persons in the household", false, "",
                "");
        add("profile", "", "channel", QuestionType.SELECT_MULTIPLE, "Kênh thông tin", "Sources", true,
                "Loa|Họp|Báo chí", "Loudspeaker|Meetings|Press");
        add("s9", "", "q9_note", QuestionType.NOTE, "Câu 9. Mức độ hài lòng", "Question 9. Satisfaction", false, "",
                "");
        for (int row = 1; row <= 2; row++) {
            level("q9_a", row);
        }
        for (int row = 3; row <= 11; row++) {
            level("q9_c", row);
        }
        add("comments", "", "other_comments", QuestionType.TEXT, "Ý kiến khác", "Other comments", false, "", "");
    }

    private void level(String group, int row) {
        add("s9", group, "q9_%02d".formatted(row), QuestionType.SELECT_ONE, row + ". Chính quyền làm tốt việc " + row,
                row + ". The authorities do thing " + row + " well", true,
                "Rất không hài lòng|Không hài lòng|Bình thường|Hài lòng|Rất hài lòng",
                "Very dissatisfied|Dissatisfied|Neutral|Satisfied|Very satisfied");
    }

    private void add(String section, String group, String name, QuestionType type, String vietnamese, String english,
            boolean required, String vietnameseChoices, String englishChoices) {
        items.add(new Item(section, group, name, type, Text.of(vietnamese, english), required, "",
                choices(vietnameseChoices), choices(englishChoices)));
    }

    private static List<Choice> choices(String labels) {
        List<Choice> choices = new ArrayList<>();
        for (String label : labels.isEmpty() ? new String[0] : labels.split("\\|")) {
            choices.add(new Choice(String.valueOf(choices.size() + 1), label));
        }
        return choices;
    }

    /// Answers what must be answered and is open.
    static void answerAll(Filling filling) {
        for (Optional<Path> open = required(filling); open.isPresent(); open = required(filling)) {
            filling.answer(open.get(), "1");
        }
    }

    private static Optional<Path> required(Filling filling) {
        return filling.sections().stream().flatMap(section -> questions(section).stream())
                .filter(question -> question.asks() && question.required() && !question.answered())
                .map(Element.Question::path).findFirst();
    }

    private static List<Element.Question> questions(Element.Group group) {
        return group.elements().stream().flatMap(element -> switch (element) {
            case Element.Question question -> Stream.of(question);
            case Element.Group inner -> questions(inner).stream();
            case Element.Repeat _ -> Stream.<Element.Question>empty();
        }).toList();
    }

    static Path path(String text) {
        return new Path("/data/" + text);
    }

    @Override
    public QuestionnaireId id() {
        return ID;
    }

    @Override
    public String title() {
        return "SIPAS";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public List<String> languages() {
        return List.of("vi", "en");
    }

    @Override
    public Optional<byte[]> file(String name) {
        return Optional.empty();
    }

    @Override
    public List<Path> unaskable() {
        return List.of();
    }

    @Override
    public Set<Path> lastSavedPaths() {
        return Set.of();
    }

    @Override
    public Session begin(SessionContext context) {
        return new SmallSession(context.language());
    }

    private final class SmallSession implements Session {
        private final Map<Path, String> values = new LinkedHashMap<>();
        private String language;

        SmallSession(String language) {
            this.language = language;
        }

        private boolean relevant(Item item) {
            return !item.name().equals("ethnicity_other")
                    || "2".equals(values.get(path("profile/ethnicity")));
        }

        private Element.Question question(Item item) {
            return new Element.Question(item.path(), item.type(), item.label().in(language), "", "",
                    answeredAlone.contains(item.name()) ? "private"
                            : forEnumerator.contains(item.name()) ? "enumerator" : item.appearance(),
                    item.required(), false, Optional.ofNullable(values.get(item.path())),
                    language.equals("vi") ? item.vietnamese() : item.english(), Optional.empty(), Optional.empty());
        }

        @Override
        public List<Element.Group> sections() {
            return items.stream().map(Item::section).distinct().map(section -> new Element.Group(path(section),
                    labels.get(section).in(language), "", parts(section))).toList();
        }

        private List<Element> parts(String section) {
            List<Element> parts = new ArrayList<>();
            Predicate<Item> here = item -> item.section().equals(section) && relevant(item);
            for (String group : items.stream().filter(here).map(Item::group).distinct().toList()) {
                Stream<Item> members = items.stream().filter(here).filter(item -> item.group().equals(group));
                if (group.isEmpty()) {
                    members.map(this::question).forEach(parts::add);
                } else {
                    parts.add(new Element.Group(path(section + "/" + group), labels.get(group).in(language),
                            "table-list", members.<Element>map(this::question).toList()));
                }
            }
            return parts;
        }

        private Optional<Item> item(Path path) {
            return items.stream().filter(item -> item.path().equals(path)).filter(this::relevant).findFirst();
        }

        @Override
        public Optional<Element.Question> question(Path path) {
            return item(path).map(this::question);
        }

        @Override
        public AnswerResult answer(Path path, String value) {
            item(path).orElseThrow(() -> new IllegalArgumentException("not asked: " + path.text()));
            if (path.name().equals("persons") && Integer.parseInt(value) > MOST_PERSONS) {
                return new AnswerResult.Refused("Nhiều nhất là 20 người.");
            }
            values.put(path, value);
            return new AnswerResult.Taken(path.name().equals("ethnicity"));
        }

        @Override
        public AnswerResult clear(Path path) {
            values.remove(path);
            return new AnswerResult.Taken(path.name().equals("ethnicity"));
        }

        @Override
        public Path addRepeat(Path repeat) {
            throw new IllegalArgumentException("no repeat here");
        }

        @Override
        public void removeRepeat(Path instance) {
            throw new IllegalArgumentException("no repeat here");
        }

        @Override
        public List<Finding> findings() {
            return items.stream().filter(this::relevant).filter(Item::required)
                    .filter(item -> !values.containsKey(item.path()))
                    .map(item -> new Finding(item.path(), Finding.Kind.MISSING, item.label().in(language), ""))
                    .toList();
        }

        @Override
        public List<HiddenPart> hidden() {
            return List.of();
        }

        @Override
        public Map<Path, String> answers() {
            Map<Path, String> answers = new LinkedHashMap<>();
            items.stream().filter(this::relevant).filter(item -> values.containsKey(item.path()))
                    .forEach(item -> answers.put(item.path(), values.get(item.path())));
            return answers;
        }

        @Override
        public void setLanguage(String chosen) {
            language = chosen;
        }

        @Override
        public String language() {
            return language;
        }
    }
}
