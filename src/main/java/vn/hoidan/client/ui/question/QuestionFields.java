package vn.hoidan.client.ui.question;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.QuestionType;

/// Makes the fields for questions; each place on a page has fields of its own, one for each kind.
public final class QuestionFields {
    /// Texts of this room.
    public static final String BUNDLE = "vn/hoidan/client/ui/question/question";

    /// Rows of a long list; half a row says that there are more.
    private static final double ROWS_IN_VIEW = 8.5;

    private enum Kind {
        LINE,
        LINES,
        MASKED,
        DATE,
        SLIDER,
        SLIDER_UPRIGHT,
        STARS,
        PICKER,
        CHOICES,
        SEARCH,
        MINIMAL,
        RANK,
        ACKNOWLEDGE,
        ATTACHMENT,
        SHOWN
    }

    private final FieldTools tools;
    private final Supplier<LocalDate> today;

    /// @param zone  of the laptop
    /// @param today where a calendar without an answer opens
    public QuestionFields(Answers answers, Language language, ZoneId zone, Supplier<LocalDate> today) {
        this.tools = new FieldTools(answers, new Texts(BUNDLE, language), zone, new Pictures());
        this.today = today;
    }

    public Texts texts() {
        return tools.texts();
    }

    /// True when a calendar opens beside the date that is typed.
    public static boolean hasCalendar(Element.Question question) {
        Appearance appearance = Appearance.of(question);
        return question.type() == QuestionType.DATE && Dates.Part.of(appearance) == Dates.Part.DAY
                && !appearance.has("no-calendar");
    }

    /// A place for questions on a page.
    public Place place() {
        return new Place();
    }

    /// Where questions are shown after each other; a field once made is used again.
    public final class Place {
        private static final int PICTURE_WIDTH = 560;
        private static final int PICTURE_HEIGHT = 320;

        private final Map<Kind, QuestionField> made = new EnumMap<>(Kind.class);
        private final PictureView picture = new PictureView(tools, PICTURE_WIDTH, PICTURE_HEIGHT);

        private Place() {
        }

        public QuestionField field(Element.Question question) {
            return made.computeIfAbsent(kind(question), QuestionFields.this::make);
        }

        /// The picture that belongs to the label; it takes no room where there is none.
        public Node picture(Element.Question question) {
            picture.show(question.image(), Markup.plain(question.label()));
            return picture;
        }
    }

    private static Kind kind(Element.Question question) {
        if (question.readOnly()) {
            return Kind.SHOWN;
        }
        Appearance appearance = Appearance.of(question);
        return switch (question.type()) {
            case TEXT -> appearance.has("multiline") ? Kind.LINES : appearance.has("masked") ? Kind.MASKED : Kind.LINE;
            case INTEGER, DECIMAL, TIME, DATE_TIME, GEOPOINT, BARCODE -> Kind.LINE;
            case DATE -> Kind.DATE;
            case RANGE -> question.range().map(range -> range(new RangeSteps(range), appearance)).orElse(Kind.LINE);
            case SELECT_ONE, SELECT_MULTIPLE -> choices(question.choices().size(), appearance);
            case RANK -> Kind.RANK;
            case ACKNOWLEDGE -> Kind.ACKNOWLEDGE;
            case FILE, IMAGE -> Kind.ATTACHMENT;
            case NOTE, UNSUPPORTED -> Kind.SHOWN;
        };
    }

    private static Kind range(RangeSteps steps, Appearance appearance) {
        if (appearance.has("rating") && steps.count() < StarsField.MOST_STARS) {
            return Kind.STARS;
        }
        if (appearance.has("picker") && steps.count() < PickerField.MOST_VALUES) {
            return Kind.PICKER;
        }
        if (steps.count() > RangeSteps.MOST_STEPS) {
            return Kind.LINE;
        }
        return appearance.has("vertical") ? Kind.SLIDER_UPRIGHT : Kind.SLIDER;
    }

    private static Kind choices(int count, Appearance appearance) {
        if (appearance.has("minimal")) {
            return Kind.MINIMAL;
        }
        boolean columns = appearance.columns() != 1 && count <= ChoiceField.MOST_CHOICES;
        return appearance.searched() || count > ChoiceKeys.MOST_WITHOUT_SEARCH_CHOICES && !columns ? Kind.SEARCH
                : Kind.CHOICES;
    }

    private QuestionField make(Kind kind) {
        return switch (kind) {
            case LINE -> typed(TypedField.Manner.LINE);
            case LINES -> typed(TypedField.Manner.LINES);
            case MASKED -> typed(TypedField.Manner.MASKED);
            case DATE -> new DateField(tools, today);
            case SLIDER -> new RangeField(false, tools);
            case SLIDER_UPRIGHT -> new RangeField(true, tools);
            case STARS -> new StarsField(tools);
            case PICKER -> new PickerField(tools);
            case CHOICES -> new ChoiceField(tools);
            case SEARCH -> new SearchField(tools, ROWS_IN_VIEW);
            case MINIMAL -> new MinimalField(tools);
            case RANK -> new RankField(tools);
            case ACKNOWLEDGE -> new AcknowledgeField(tools);
            case ATTACHMENT -> new AttachmentField(tools, FileDialog.SYSTEM);
            case SHOWN -> new ShownField(tools);
        };
    }

    private QuestionField typed(TypedField.Manner manner) {
        return new TypedField(manner, tools.answers(), tools.texts(), tools.zone());
    }
}
