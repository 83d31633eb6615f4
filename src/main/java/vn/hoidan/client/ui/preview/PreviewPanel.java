package vn.hoidan.client.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.Path;

/// What can be said of the form and its trial, beside it: errors and warnings, answers as they would be stored, what is
/// hidden and why, what is missing.
final class PreviewPanel extends TabPane {
    private final PreviewModel model;
    private final Texts texts;
    private final RemarkPage remarks;
    private final FormList<AnswerLine> answers;
    private final FormList<HiddenLine> hidden;
    private final FormList<Finding> findings;
    private final List<Runnable> titles = new ArrayList<>();

    /// @param goTo leads to a question of the form
    PreviewPanel(PreviewModel model, Texts texts, Consumer<Path> goTo) {
        this.model = model;
        this.texts = texts;
        remarks = new RemarkPage(texts);
        answers = new FormList<>(model.answers(), texts.get("answers.none"), this::answer,
                line -> line.path().text() + " = " + line.value(), line -> goTo.accept(line.path()));
        hidden = new FormList<>(model.hidden(), texts.get("hidden.none"), this::hidden, this::hiddenWords,
                line -> line.reasons().stream().findFirst().map(HiddenLine.Reason::path).ifPresent(goTo));
        findings = new FormList<>(model.findings(), texts.get("findings.none"), this::finding,
                finding -> kind(finding) + ": " + finding.label() + " " + finding.message(),
                finding -> goTo.accept(finding.path()));
        getStyleClass().add("preview-panel");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        getTabs().addAll(tab("tab.remarks", model.remarks(), remarks), tab("tab.answers", model.answers(), answers),
                tab("tab.hidden", model.hidden(), hidden), tab("tab.findings", model.findings(), findings));
        getSelectionModel().select(1);
        model.remarks().addListener((InvalidationListener) _ -> remarks.show(model.remarks(), false));
        remarks.show(model.remarks(), false);
    }

    private Tab tab(String key, ObservableList<?> lines, Node content) {
        Tab tab = new Tab("", content);
        Runnable title = () -> tab.setText(texts.get(key) + " " + lines.size());
        titles.add(title);
        lines.addListener((InvalidationListener) _ -> title.run());
        title.run();
        return tab;
    }

    void languageChanged() {
        titles.forEach(Runnable::run);
        remarks.show(model.remarks(), false);
        answers.say(texts.get("answers.none"));
        hidden.say(texts.get("hidden.none"));
        findings.say(texts.get("findings.none"));
        answers.refresh();
        hidden.refresh();
        findings.refresh();
    }

    /// Shows a list and takes the keyboard there.
    ///
    /// @param index from 0
    void open(int index) {
        getSelectionModel().select(index);
        Node content = getTabs().get(index).getContent();
        content.requestFocus();
        if (content instanceof FormList<?> list && list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    // ---- lines

    private Node answer(AnswerLine line) {
        return column(words(line.path().text(), "form-path"), words(line.value(), "form-value"));
    }

    private Node hidden(HiddenLine line) {
        VBox column = column(words(line.label().isBlank() ? line.path().name() : line.label(), "strong"),
                words(line.path().text(), "form-path"),
                words(texts.get("hidden.when", line.condition()), "form-value"));
        line.reasons().forEach(reason -> column.getChildren().add(words("•  " + reason(reason), "secondary")));
        return column;
    }

    private String reason(HiddenLine.Reason reason) {
        String name = reason.path().name();
        String asked = reason.label().isBlank() ? name : texts.get("hidden.asked", name, reason.label());
        return reason.value().isEmpty() ? texts.get("hidden.unanswered", asked)
                : reason.words().isEmpty() ? texts.get("hidden.value", asked, reason.value())
                : texts.get("hidden.choice", asked, reason.value(), reason.words());
    }

    private String hiddenWords(HiddenLine line) {
        StringBuilder words = new StringBuilder(line.label()).append(' ').append(line.path().text()).append(": ")
                .append(texts.get("hidden.when", line.condition()));
        line.reasons().forEach(reason -> words.append("; ").append(reason(reason)));
        return words.toString();
    }

    private Node finding(Finding finding) {
        VBox column = column(words(kind(finding), "secondary"), words(finding.label(), "strong"),
                words(finding.path().text(), "form-path"));
        if (!finding.message().isBlank()) {
            column.getChildren().add(words(finding.message(), "form-value"));
        }
        return column;
    }

    private String kind(Finding finding) {
        return texts.get(switch (finding.kind()) {
            case MISSING -> "finding.missing";
            case WRONG -> "finding.wrong";
        });
    }

    private static VBox column(Node... nodes) {
        VBox column = new VBox(nodes);
        column.getStyleClass().add("form-line");
        return column;
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
