package vn.hoidan.client.ui.keying;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.work.PaperKeying;
import vn.hoidan.client.ui.kit.Formats;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.core.interview.Keyed;
import vn.hoidan.core.interview.KeyingRates;
import vn.hoidan.core.interview.SecondKeyer;
import vn.hoidan.message.ProblemTexts;

/// The screen on which a paper form is keyed: the form as one narrow column, the row in focus always at one place, the
/// foot with speed and state.
final class KeyingScreen implements Screen, KeyingKeys.Fields {
    static final String ROOM = "vn/hoidan/client/ui/keying/keying";
    private static final String QUESTIONS = "vn/hoidan/client/ui/question/question";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT);

    private final KeyingModel model;
    private final Texts texts;
    private final Texts questionTexts;
    private final KeyedText keyedText;
    private final EntryBand band;
    private final EntryBand third;
    private final KeyingColumn column;
    private final EndPane end;
    private final NoteBox note;
    private final StatusLine status;
    private final Label sheet = new Label();
    private final Label stage = new Label();
    private final Label jump = new Label();
    private final Label jumpHelp = new Label();
    private final HBox jumpBox = new HBox(jump, jumpHelp);
    private final Label opening = new Label();
    private final BorderPane root = new BorderPane();
    /// What is in the band: another place or keying forgets what was typed.
    private String shownPlace = "";

    /// @param beep sounds when a key meant nothing
    KeyingScreen(KeyingModel model, Language language, Formats formats, Runnable beep) {
        this.model = model;
        ZoneId zone = formats.zone();
        texts = new Texts(ROOM, language);
        questionTexts = new Texts(QUESTIONS, language);
        keyedText = new KeyedText(texts, zone);
        band = new EntryBand(texts, keyedText);
        third = new EntryBand(texts, keyedText);
        column = new KeyingColumn(band, keyedText);
        end = new EndPane(model, texts, formats, keyedText, third);
        note = new NoteBox(texts);
        status = new StatusLine(texts, formats, zone);
        build();
        new KeyingKeys(model, this).listenTo(root);
        model.changes().addListener((_, _, _) -> render());
        model.wrongs().addListener((_, _, _) -> {
            beep.run();
            active().flash();
        });
        render();
    }

    private void build() {
        sheet.getStyleClass().add("subheadline");
        stage.getStyleClass().add("keying-stage");
        stage.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(sheet, gap, stage);
        head.getStyleClass().add("keying-head");
        jump.getStyleClass().add("keying-jump");
        jump.setMinWidth(Region.USE_PREF_SIZE);
        jumpHelp.getStyleClass().add("secondary");
        jumpHelp.setWrapText(true);
        jumpBox.getStyleClass().add("keying-jump-box");
        for (Region part : List.of(column, end, jumpBox, opening)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        StackPane ground = new StackPane(column, end, opening);
        VBox.setVgrow(ground, Priority.ALWAYS);
        VBox middle = new VBox(head, ground, jumpBox, note);
        middle.getStyleClass().add("keying-middle");
        StackPane centre = new StackPane(middle);
        centre.getStyleClass().add("keying-ground");
        root.getStyleClass().add("keying");
        root.setCenter(centre);
        root.setBottom(status);
        root.setFocusTraversable(true);
        Theme.styled(root, "/" + ROOM + ".css");
    }

    private void render() {
        sheet.setText(String.join(" · ", texts.get("head.sheet", model.keying().sheet().number()),
                texts.get("head.date", DAY.format(model.keying().sheet().filledOn())),
                texts.get("head.household", model.keying().interview().entry().household())));
        stage.setText(stageText());
        opening.setText(texts.get("opening"));
        opening.setVisible(!model.opened());
        column.setVisible(model.opened() && !model.atEnd());
        end.setVisible(model.atEnd());
        if (model.atEnd()) {
            end.show(notice());
        } else if (model.opened()) {
            renderRow();
        }
        model.jump().ifPresent(typed -> jump.setText(texts.get("jump") + " " + typed + "_"));
        jumpHelp.setText(texts.get("jump.help"));
        jumpBox.setVisible(model.jump().isPresent());
        status.show(model);
        focus();
    }

    private void renderRow() {
        String place = model.keying().stage() + " " + model.rows().at(model.place()).path().text();
        if (!place.equals(shownPlace)) {
            shownPlace = place;
            band.forget();
        }
        KeyingRow row = model.rows().at(model.place());
        String trail = RowNode.trail(row.headings());
        switch (row) {
            case KeyingRow.Ask ask -> band.show(model.entry().orElseThrow(), ask.keyed() instanceof Keyed.Marked marked
                    ? Optional.of(keyedText.mark(marked.mark())) : Optional.empty(),
                    trail.isEmpty() ? "" : ask.number() + "  ·  " + trail, notice(), below(ask));
            case KeyingRow.More more -> band.showMore(more, trail, notice());
        }
        column.show(model.rows(), model.place());
    }

    /// What else is to be known of the row: its note, and that it differed before.
    private String below(KeyingRow.Ask ask) {
        KeyingRates rates = model.surroundings().orElseThrow().overview().rates();
        String noted = model.note().map(text -> texts.get("row.note", text)).orElse("");
        String differed = rates.of(ask.path()) == 0 ? ""
                : texts.get("row.differed", rates.of(ask.path()), rates.forms());
        return noted.isEmpty() || differed.isEmpty() ? noted + differed : noted + "\n" + differed;
    }

    private String stageText() {
        return switch (model.keying().stage()) {
            case FIRST -> texts.get("stage.first");
            case SECOND -> texts.get("stage.second." + model.keying().secondKeyer().map(SecondKeyer::code)
                    .orElseThrow());
            case RULING -> texts.get("stage.ruling");
        };
    }

    private String notice() {
        return switch (model.notice()) {
            case KeyingNotice.None _ -> "";
            case KeyingNotice.Wrong wrong -> (texts.messages().has(wrong.key()) ? texts : questionTexts)
                    .get(wrong.key());
            case KeyingNotice.Refused refused -> (refused.message().isBlank() ? texts.get("refused")
                    : refused.message()) + " " + texts.get("refused.help");
            case KeyingNotice.Repeated repeated -> texts.get("notice.repeated", repeated.count());
            case KeyingNotice.Blanked blanked -> texts.get("notice.blanked", blanked.count());
            case KeyingNotice.CannotLeave stays -> texts.get("notice.stay",
                    ProblemTexts.of(stays.problem(), texts.language().now()).oneLine());
            case KeyingNotice.FactsNotTaken lost -> texts.get("notice.facts", lost.count());
        };
    }

    private EntryBand active() {
        return model.atEnd() ? third : band;
    }

    /// Typed values have the focus in their field, where a Vietnamese keyboard writes; all else is keyed without one.
    private void focus() {
        if (root.getScene() == null || note.isVisible()) {
            return;
        }
        Node wanted = types() ? active().field() : root;
        if (!wanted.isFocused()) {
            wanted.requestFocus();
        }
    }

    // ---- what the keys ask

    @Override
    public boolean types() {
        return model.entry().isPresent() && active().types();
    }

    @Override
    public boolean touched() {
        return active().touched();
    }

    @Override
    public String typed() {
        return types() ? active().typed() : "";
    }

    @Override
    public boolean noting() {
        return note.isVisible();
    }

    @Override
    public void note() {
        note.open(model.note().orElse(""));
    }

    @Override
    public void keepNote() {
        note.close();
        model.note(note.text());
    }

    // ---- the screen

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return texts.get("title", model.keying().sheet().number());
    }

    @Override
    public List<KeyHint> keys() {
        return KeyingHints.all(texts);
    }

    @Override
    public void shown() {
        if (!model.opened()) {
            model.open();
        }
        root.applyCss();
        focus();
    }

    @Override
    public boolean back() {
        if (noting()) {
            note.close();
            focus();
        } else if (!model.cancelJump()) {
            if (model.end().third().isPresent()) {
                model.back();
            } else {
                model.give(typed());
                model.pause();
            }
        }
        return true;
    }

    @Override
    public void settle(Runnable whenSaved) {
        model.give(typed());
        model.settle(whenSaved);
    }

    @Override
    public void languageChanged() {
        note.languageChanged();
        render();
    }
}
