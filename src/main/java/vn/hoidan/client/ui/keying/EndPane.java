package vn.hoidan.client.ui.keying;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.Formats;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.question.Markup;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.Keyed;
import vn.hoidan.core.interview.PaperMark;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Finding;

/// What comes after the last row: what to mend, who keys again, the rulings, completing. Each act is a line with its
/// key, and a click on it does the same.
final class EndPane extends ScrollPane {
    private static final int MOST_KEYS = 9;

    private final KeyingModel model;
    private final Texts texts;
    private final Formats formats;
    private final KeyedText keyedText;
    private final EntryBand third;
    private final VBox box = new VBox();

    /// @param third for a value that neither keying had
    EndPane(KeyingModel model, Texts texts, Formats formats, KeyedText keyedText, EntryBand third) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        this.keyedText = keyedText;
        this.third = third;
        getStyleClass().add("keying-end");
        box.getStyleClass().add("keying-end-box");
        setContent(new StackPane(box));
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(String notice) {
        List<Node> parts = new ArrayList<>(switch (model.end().ending()) {
            case KeyingEnding.Ahead _, KeyingEnding.Checking _ -> List.of(title("end.checking"));
            case KeyingEnding.Found found -> found(found.findings());
            case KeyingEnding.WhoKeysAgain _ -> List.of(sign(Feather.COPY, "lively"), title("end.who"),
                    lead(texts.get("end.who.lead")), line("1", "end.who.same", texts.get("end.who.same.more")),
                    line("2", "end.who.other", texts.get("end.who.other.more")));
            case KeyingEnding.Ruling ruling -> ruling(ruling, notice);
            case KeyingEnding.Ready _ -> ready();
            case KeyingEnding.Completing _ -> List.of(title("end.completing"));
            case KeyingEnding.Completed _ -> List.of(sign(Feather.CHECK_CIRCLE, "good"), title("end.completed"),
                    line("1", "end.leave", ""));
            case KeyingEnding.Failed failed -> {
                ProblemPane problem = new ProblemPane(texts.language());
                problem.show(failed.problem());
                yield List.of(title("end.failed"), problem, line("Enter", "end.again", ""));
            }
        });
        if (!notice.isEmpty() && model.end().third().isEmpty()) {
            Label said = new Label(notice);
            said.setWrapText(true);
            said.getStyleClass().add("keying-notice");
            parts.add(said);
        }
        box.getChildren().setAll(parts);
        setAccessibleText(parts.stream().filter(Label.class::isInstance).map(part -> ((Label) part).getText())
                .reduce("", (all, text) -> all + text + ". "));
    }

    private List<Node> found(List<Finding> findings) {
        long missing = findings.stream().filter(finding -> finding.kind() == Finding.Kind.MISSING).count();
        List<Node> parts = new ArrayList<>(List.of(sign(Feather.ALERT_CIRCLE, "waiting"),
                title("end.found", findings.size()),
                lead(texts.get("end.found.lead", missing, findings.size() - missing))));
        for (int index = 0; index < findings.size(); index++) {
            Finding finding = findings.get(index);
            String kind = texts.get(finding.kind() == Finding.Kind.MISSING ? "end.missing" : "end.wrong");
            char key = (char) ('1' + index);
            parts.add(line(index < MOST_KEYS ? String.valueOf(key) : "", Markup.plain(finding.label()),
                    finding.message().isBlank() ? kind : kind + ": " + finding.message(), () -> model.key(key)));
        }
        return parts;
    }

    private List<Node> ready() {
        List<Keyed> keyed = model.rows().rows().stream().filter(KeyingRow.Ask.class::isInstance)
                .map(row -> ((KeyingRow.Ask) row).keyed()).toList();
        String lead = texts.get("end.ready.lead", keyed.stream().filter(Keyed.Value.class::isInstance).count(),
                count(keyed, PaperMark.LEFT_BLANK), count(keyed, PaperMark.UNUSABLE),
                model.keying().trail().first().notes().size());
        Optional<Fact.Paper.Compared> compared = model.keying().trail().comparison();
        List<Node> parts = new ArrayList<>(List.of(sign(Feather.CHECK_CIRCLE, "good"), title("end.ready"),
                lead(lead)));
        compared.ifPresent(known -> parts.add(lead(texts.get("end.ready.compared", known.differing().size(),
                known.fields(), formats.share(known.fields() == 0 ? 0
                        : (double) known.differing().size() / known.fields())))));
        parts.add(line("1", "end.complete", texts.get("end.complete.more")));
        parts.add(line("-", "end.back", ""));
        return parts;
    }

    private static long count(List<Keyed> keyed, PaperMark mark) {
        return keyed.stream().filter(new Keyed.Marked(mark)::equals).count();
    }

    private List<Node> ruling(KeyingEnding.Ruling ruling, String notice) {
        Optional<Element.Question> question = model.end().question(ruling);
        Label words = new Label(question.map(asked -> Markup.plain(asked.label())).orElse(""));
        words.setWrapText(true);
        words.getStyleClass().add("keying-question");
        HBox sides = new HBox(side("1", "ruling.first", question, ruling.difference().first()),
                side("2", "ruling.second", question, ruling.difference().second()));
        sides.getStyleClass().add("keying-sides");
        List<Node> parts = new ArrayList<>(List.of(title("ruling.title", ruling.left()),
                lead(texts.get("ruling.lead")), words, sides));
        model.end().third().ifPresentOrElse(entry -> {
            third.show(entry, Optional.empty(), texts.get("ruling.third.help"), notice, "");
            parts.add(third);
        }, () -> {
            third.forget();
            parts.add(line("3", "ruling.third", ""));
        });
        return parts;
    }

    private Node side(String key, String head, Optional<Element.Question> question, Keyed keyed) {
        Label name = new Label(texts.get(head), Acts.keyCap(key));
        name.getStyleClass().add("keying-side-name");
        String read = question.map(asked -> keyedText.row(asked, keyed)).filter(text -> !text.isEmpty())
                .orElse(texts.get("row.nothing"));
        Label value = new Label(read);
        value.setWrapText(true);
        value.getStyleClass().add("keying-side-value");
        VBox side = new VBox(name, value);
        side.getStyleClass().add("keying-side");
        side.setOnMouseClicked(_ -> model.key(key.charAt(0)));
        side.setAccessibleText(name.getText() + ": " + read);
        side.prefWidthProperty().bind(box.widthProperty().divide(2));
        return side;
    }

    private Node sign(Feather icon, String style) {
        return Icons.of(icon, style, "keying-end-icon");
    }

    private Label title(String key, Object... values) {
        Label title = new Label(texts.get(key, values));
        title.setWrapText(true);
        title.getStyleClass().add("headline");
        title.setMinHeight(Region.USE_PREF_SIZE);
        return title;
    }

    private static Label lead(String text) {
        Label lead = new Label(text);
        lead.setWrapText(true);
        lead.getStyleClass().add("keying-lead");
        lead.setMinHeight(Region.USE_PREF_SIZE);
        return lead;
    }

    private Node line(String key, String textKey, String more) {
        return line(key, texts.get(textKey), more, key.equals("Enter") ? () -> model.enter("")
                : () -> model.key(key.charAt(0)));
    }

    private static Node line(String key, String text, String more, Runnable act) {
        Label words = new Label(text);
        words.setWrapText(true);
        words.getStyleClass().add("strong");
        VBox column = new VBox(words);
        if (!more.isEmpty()) {
            Label secondary = new Label(more);
            secondary.setWrapText(true);
            secondary.getStyleClass().add("secondary");
            column.getChildren().add(secondary);
        }
        HBox line = new HBox(Acts.keyCap(key), column);
        line.getStyleClass().add("keying-act");
        line.setAccessibleRole(AccessibleRole.BUTTON);
        line.setAccessibleText(text + " (" + key + ")");
        line.setOnMouseClicked(_ -> act.run());
        return line;
    }
}
