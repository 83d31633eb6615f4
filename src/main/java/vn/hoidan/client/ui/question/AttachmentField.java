package vn.hoidan.client.ui.question;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.store.Attaching;
import vn.hoidan.client.app.store.Attachment;
import vn.hoidan.client.app.store.AttachmentSource;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.KeyAct;
import vn.hoidan.client.ui.kit.KeyLine;
import vn.hoidan.client.ui.kit.KeyTable;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.message.ProblemTexts;

/// A picture or file kept with the interview: chosen, dropped here or pasted, shown small, replaced or removed.
final class AttachmentField implements QuestionField {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final int THUMB_WIDTH = 320;
    private static final int THUMB_HEIGHT = 220;
    private static final int BYTES_PER_KB = 1024;
    private static final int BYTES_PER_MB = BYTES_PER_KB * BYTES_PER_KB;
    private static final String PASTED = "pasted.png";

    private final FieldTools tools;
    private final FileDialog dialog;
    private final ImageView thumb = new ImageView();
    private final StackPane sign = new StackPane();
    private final Label told = new Label();
    private final Label refused = new Label();
    private final Button choose = new Button();
    private final Button remove = new Button();
    private final VBox box;
    private final KeyTable keys;
    /// Null until one is shown.
    private Element.Question question;
    /// Name of the file that is told of; empty before any was asked for.
    private String loaded = "";
    private boolean reading;

    AttachmentField(FieldTools tools, FileDialog dialog) {
        this.tools = tools;
        this.dialog = dialog;
        choose.getStyleClass().add("act");
        choose.setFocusTraversable(false);
        choose.setOnAction(event -> choose());
        remove.getStyleClass().addAll("act", "flat");
        remove.setFocusTraversable(false);
        remove.setOnAction(event -> tools.answers().clear(question.path()));
        remove.managedProperty().bind(remove.visibleProperty());
        sign.managedProperty().bind(sign.visibleProperty());
        thumb.setFitWidth(THUMB_WIDTH);
        thumb.setFitHeight(THUMB_HEIGHT);
        thumb.setPreserveRatio(true);
        told.setWrapText(true);
        refused.getStyleClass().add("question-refusal");
        refused.setWrapText(true);
        refused.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "bad"));
        refused.managedProperty().bind(refused.visibleProperty());
        HBox acts = new HBox(choose, remove);
        acts.getStyleClass().add("attachment-acts");
        acts.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(sign, told, acts, refused);
        box.getStyleClass().add("attachment");
        box.setFocusTraversable(true);
        box.setOnDragOver(this::over);
        box.setOnDragExited(event -> box.pseudoClassStateChanged(OVER, false));
        box.setOnDragDropped(this::dropped);
        box.setOnMouseClicked(event -> box.requestFocus());
        keys = new KeyTable(tools.texts(), List.of(
                KeyLine.of("sheet.file", KeyAct.on("Space", this::choose), KeyAct.on("Insert", this::choose)).once()
                        .inFoot("key.file"),
                KeyLine.of("sheet.paste", KeyAct.on("Ctrl+V", this::paste)).once().inFoot("key.paste")));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Element.Question now) {
        boolean other = question == null || !question.path().equals(now.path());
        question = now;
        if (other) {
            reading = false;
            refused.setVisible(false);
            loaded = "";
        }
        String name = now.value().orElse("");
        boolean picture = now.type() == QuestionType.IMAGE;
        choose.setText(tools.texts().get(name.isEmpty() ? picture ? "attach.choose.picture" : "attach.choose"
                : "attach.replace"));
        choose.setDisable(reading);
        remove.setText(tools.texts().get("attach.remove"));
        remove.setVisible(!name.isEmpty());
        box.setAccessibleText(Markup.plain(now.label()) + ". " + tools.texts().get(name.isEmpty() ? "attach.none"
                : "attach.some"));
        if (reading) {
            told.setText(tools.texts().get("attach.reading"));
        } else if (name.isEmpty()) {
            sign.setVisible(false);
            told.setText(tools.texts().get("attach.how", Attachment.MOST_BYTES / BYTES_PER_MB));
        }
        if (!name.equals(loaded)) {
            loaded = name;
            load(name, picture);
        }
    }

    private void load(String name, boolean picture) {
        if (name.isEmpty()) {
            return;
        }
        told.setText("");
        tools.answers().attachment(name, content -> {
            if (name.equals(loaded)) {
                content.ifPresentOrElse(bytes -> tell(name, bytes, picture),
                        () -> told.setText(tools.texts().get("attach.missing")));
            }
        }, problem -> told.setText(ProblemTexts.of(problem, tools.texts().language().now()).oneLine()));
    }

    private void tell(String name, Bytes content, boolean picture) {
        String ending = AttachmentName.parse(name).map(AttachmentName::ending).orElse("");
        String size = content.length() < BYTES_PER_MB
                ? tools.texts().get("attach.kb", Math.max(1, content.length() / BYTES_PER_KB))
                : tools.texts().get("attach.mb", tenths(content.length()));
        told.setText(tools.texts().get("attach.kept", ending.toUpperCase(Locale.ROOT), size));
        sign.getChildren().setAll(Icons.of(Feather.FILE, "attachment-icon"));
        sign.setVisible(true);
        if (picture) {
            tools.pictures().load(name, content, THUMB_WIDTH * 2, THUMB_HEIGHT * 2, image -> {
                if (name.equals(loaded)) {
                    thumb(image);
                }
            });
        }
    }

    private void thumb(Optional<Image> image) {
        if (image.isPresent()) {
            thumb.setImage(image.get());
            sign.getChildren().setAll(thumb);
        } else {
            told.setText(told.getText() + " " + tools.texts().get("attach.nopreview"));
        }
    }

    private static String tenths(int bytes) {
        int tenths = (int) Math.round(bytes * 10.0 / BYTES_PER_MB);
        return tenths / 10 + "," + tenths % 10;
    }

    private void choose() {
        if (!reading) {
            // the dialog stays open when the laptop locks itself: whoever comes back sees the question as it was
            dialog.choose(box.getScene().getWindow(), question.type() == QuestionType.IMAGE,
                    tools.texts().get("attach.pictures")).filter(_ -> box.getScene() != null).map(FileSource::of)
                    .ifPresent(this::attach);
        }
    }

    private void attach(AttachmentSource source) {
        Element.Question asked = question;
        reading = true;
        refused.setVisible(false);
        show(asked);
        tools.answers().attach(asked.path(), source, attaching -> done(asked, attaching), problem -> {
            if (here(asked)) {
                reading = false;
                refuse(ProblemTexts.of(problem, tools.texts().language().now()).oneLine());
                show(question);
            }
        });
    }

    private boolean here(Element.Question asked) {
        return question.path().equals(asked.path());
    }

    private void done(Element.Question asked, Attaching attaching) {
        if (!here(asked)) {
            return;
        }
        reading = false;
        switch (attaching) {
            case Attaching.Kept _, Attaching.TooLate _ -> { }
            case Attaching.TooLarge _ -> refuse(tools.texts().get("attach.large",
                    Attachment.MOST_BYTES / BYTES_PER_MB));
            case Attaching.Empty _ -> refuse(tools.texts().get("attach.empty"));
            case Attaching.NotAPicture _ -> refuse(tools.texts().get("attach.nopicture"));
            case Attaching.Unreadable _ -> refuse(tools.texts().get("attach.unreadable"));
            case Attaching.Refused no -> refuse(no.message().isBlank() ? tools.texts().get(Refusal.BY_FORM)
                    : no.message());
        }
        loaded = "";
        show(question);
    }

    private void refuse(String why) {
        refused.setText(why);
        refused.setVisible(true);
    }

    /// Takes the first of the files.
    void take(List<Path> files) {
        files.stream().findFirst().map(FileSource::of).filter(file -> !reading).ifPresent(this::attach);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles() || event.getDragboard().hasImage()) {
            event.acceptTransferModes(TransferMode.COPY);
            box.pseudoClassStateChanged(OVER, true);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        event.setDropCompleted(take(event.getDragboard()));
        event.consume();
    }

    private void paste() {
        take(Clipboard.getSystemClipboard());
    }

    private boolean take(Clipboard board) {
        if (board.hasFiles()) {
            take(board.getFiles().stream().map(File::toPath).toList());
            return true;
        }
        if (board.hasImage() && !reading) {
            attach(FileSource.of(board.getImage(), PASTED));
            return true;
        }
        return false;
    }

    @Override
    public void focus() {
        box.requestFocus();
    }

    @Override
    public KeyTable keys() {
        return keys;
    }
}
