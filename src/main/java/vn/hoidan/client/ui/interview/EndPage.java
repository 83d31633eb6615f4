package vn.hoidan.client.ui.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vn.hoidan.client.app.sync.Whereabouts;
import vn.hoidan.client.app.work.Progress;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.question.Markup;
import vn.hoidan.core.questionnaire.Finding;

/// The end of an interview: what is missing or wrong, completing, and where the interview is afterwards.
final class EndPage extends ScrollPane {
    private static final PseudoClass AT = PseudoClass.getPseudoClass("at");

    private final Texts texts;
    private final Label title = new Label();
    private final Label lead = new Label();
    private final StackPane sign = new StackPane();
    private final VBox findings = new VBox();
    private final VBox whereabouts = new VBox();
    private final ProblemPane problem;
    private Whereabouts place = Whereabouts.HERE;
    private final Button act = new Button();
    private final IntConsumer onFinding;
    private final List<HBox> lines = new ArrayList<>();

    /// @param onFinding  told the place of an entry that was clicked
    /// @param onComplete the button: complete, or leave when it is completed
    EndPage(Texts texts, IntConsumer onFinding, Runnable onComplete) {
        this.texts = texts;
        this.onFinding = onFinding;
        this.problem = new ProblemPane(texts.language());
        getStyleClass().add("question-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        title.getStyleClass().add("question-text");
        lead.getStyleClass().add("end-lead");
        lead.setWrapText(true);
        findings.getStyleClass().add("choice-list");
        whereabouts.getStyleClass().add("whereabouts");
        sign.getStyleClass().add("end-sign");
        sign.setAlignment(Pos.CENTER_LEFT);
        act.getStyleClass().addAll("act", "accent");
        act.setFocusTraversable(false);
        act.setOnAction(event -> onComplete.run());
        VBox box = new VBox(sign, title, lead, findings, whereabouts, problem, act);
        box.getChildren().forEach(part -> part.managedProperty().bind(part.visibleProperty()));
        problem.managedProperty().unbind();
        box.getStyleClass().add("question-box");
        setContent(box);
        setFocusTraversable(true);
    }

    void show(Ending ending, Progress progress, Whereabouts where) {
        place = where;
        problem.clear();
        lines.clear();
        findings.getChildren().clear();
        whereabouts.setVisible(false);
        sign.setVisible(false);
        act.setVisible(false);
        lead.setText("");
        switch (ending) {
            case Ending.Ahead _, Ending.Checking _ -> title.setText(texts.get("end.checking"));
            case Ending.Completing _ -> title.setText(texts.get("end.completing"));
            case Ending.Checked checked when checked.findings().isEmpty() -> ready(progress);
            case Ending.Checked checked -> list(checked.findings());
            case Ending.Completed _ -> completed();
            case Ending.Failed failed -> {
                title.setText(texts.get("end.failed"));
                problem.show(failed.problem());
            }
        }
        lead.setVisible(!lead.getText().isEmpty());
        findings.setVisible(!lines.isEmpty());
        setAccessibleText(title.getText() + ". " + lead.getText());
    }

    private void ready(Progress progress) {
        sign(Feather.CHECK_CIRCLE, "good");
        title.setText(texts.get("end.ready"));
        lead.setText(texts.get("end.ready.lead", progress.answered()));
        act.setText(texts.get("end.complete"));
        act.setVisible(true);
    }

    private void list(List<Finding> found) {
        sign(Feather.ALERT_CIRCLE, "waiting");
        long missing = found.stream().filter(finding -> finding.kind() == Finding.Kind.MISSING).count();
        title.setText(texts.get("end.findings", found.size()));
        lead.setText(texts.get("end.findings.lead", missing, found.size() - missing));
        for (int index = 0; index < found.size(); index++) {
            HBox line = line(index, found.get(index));
            lines.add(line);
        }
        findings.getChildren().setAll(lines);
    }

    private HBox line(int index, Finding finding) {
        boolean missing = finding.kind() == Finding.Kind.MISSING;
        FontIcon icon = missing ? Icons.of(Feather.CIRCLE, "waiting") : Icons.of(Feather.ALERT_TRIANGLE, "bad");
        Label kind = new Label(texts.get(missing ? "end.missing" : "end.wrong"), icon);
        kind.getStyleClass().add("finding-kind");
        Label words = new Label(Markup.plain(finding.label()));
        words.getStyleClass().add("choice-words");
        words.setWrapText(true);
        VBox column = new VBox(words);
        if (!finding.message().isBlank()) {
            Label message = new Label(Markup.plain(finding.message()));
            message.getStyleClass().add("secondary");
            message.setWrapText(true);
            column.getChildren().add(message);
        }
        HBox.setHgrow(column, Priority.ALWAYS);
        HBox line = new HBox(kind, column, Icons.of(Feather.CHEVRON_RIGHT, "quiet"));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("choice", "finding");
        line.setAccessibleRole(AccessibleRole.LIST_ITEM);
        line.setAccessibleText(kind.getText() + ": " + words.getText());
        line.setOnMouseClicked(event -> onFinding.accept(index));
        return line;
    }

    /// The entry that Enter opens.
    void at(int index) {
        for (int line = 0; line < lines.size(); line++) {
            lines.get(line).pseudoClassStateChanged(AT, line == index);
        }
        if (index < lines.size() && lines.get(index).getHeight() > 0) {
            double room = getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
            double middle = findings.getLayoutY() + lines.get(index).getBoundsInParent().getCenterY()
                    - getViewportBounds().getHeight() / 2;
            setVvalue(room > 0 ? Math.clamp(middle / room, 0, 1) : 0);
        }
    }

    private void completed() {
        sign(Feather.CHECK_CIRCLE, "good");
        title.setText(texts.get("end.completed"));
        lead.setText(texts.get("end.completed.lead"));
        whereabouts.getChildren().setAll(place("end.here", true, "end.here"),
                place("end.stored", place.compareTo(Whereabouts.STORED) >= 0, "end.stored.yes"),
                place("end.safe", place.compareTo(Whereabouts.SAFE) >= 0, "end.safe.yes"));
        whereabouts.setVisible(true);
        act.setText(texts.get("end.leave"));
        act.setVisible(true);
    }

    /// @param reached it is there already
    private HBox place(String keyAhead, boolean reached, String keyReached) {
        String key = reached ? keyReached : keyAhead;
        FontIcon icon = reached ? Icons.of(Feather.CHECK, "good") : Icons.of(Feather.CLOCK, "quiet");
        Label name = new Label(texts.get(key));
        name.getStyleClass().add(reached ? "strong" : "muted");
        Label more = new Label(texts.get(key + ".more"));
        more.getStyleClass().add("secondary");
        more.setWrapText(true);
        HBox line = new HBox(icon, new VBox(name, more));
        line.getStyleClass().add("whereabout");
        return line;
    }

    private void sign(Feather icon, String style) {
        sign.getChildren().setAll(Icons.of(icon, style, "end-icon"));
        sign.setVisible(true);
    }
}
