package vn.hoidan.client.ui.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import vn.hoidan.client.app.store.Attaching;
import vn.hoidan.client.app.store.AttachmentSource;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.sync.Bytes;

/// Single fields in a window: a very long list, and pictures.
final class FieldInWindowTest implements Answers {
    private static final int MANY = 100_000;
    private static final int MOST_ROWS_MADE = 60;
    private static final long PICTURE_SECONDS = 20;
    private static final Path PATH = new Path("/data/q");
    private static final String PHOTO = "0123456789abcdef".repeat(4) + ".png";

    private final List<String> chosen = new ArrayList<>();
    private QuestionFields.Place place;
    private VBox page;
    private Stage stage;
    private Bytes attached = Bytes.of(new byte[0]);

    @BeforeEach
    void open() {
        UiThread.start();
        UiThread.runAndWait(() -> {
            Theme.install();
            place = new QuestionFields(this, new Language("vi"), ZoneId.of("Asia/Ho_Chi_Minh"),
                    () -> LocalDate.of(2024, 11, 2)).place();
            page = new VBox();
            Scene scene = new Scene(page, 1000, 680);
            Theme.dress(scene, 1);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void close() {
        UiThread.runAndWait(stage::hide);
    }

    private QuestionField show(Element.Question question) {
        QuestionField[] field = new QuestionField[1];
        UiThread.runAndWait(() -> {
            field[0] = place.field(question);
            page.getChildren().setAll(place.picture(question), field[0].node());
            field[0].show(question);
            page.applyCss();
            page.layout();
            field[0].focus();
        });
        return field[0];
    }

    private static Element.Question question(QuestionType type, Optional<String> value, List<Choice> choices,
            Optional<String> image) {
        return new Element.Question(PATH, type, "Câu hỏi", "", "", "", false, false, value, choices, Optional.empty(),
                image);
    }

    private static KeyEvent key(KeyCode code, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
    }

    private void press(QuestionField field, KeyCode code, boolean control) {
        UiThread.runAndWait(() -> assertTrue(field.keys().press(key(code, control), false), code.getName()));
    }

    @Test
    void listOfAHundredThousandMakesOnlyTheRowsInViewAndIsSearched() {
        List<Choice> choices = IntStream.range(0, MANY).mapToObj(index -> new Choice("c" + index,
                "Tổ dân phố số " + index)).toList();
        QuestionField field = show(question(QuestionType.SELECT_ONE, Optional.empty(), choices, Optional.empty()));
        UiThread.runAndWait(() -> {
            assertTrue(page.lookupAll(".choice-cell").size() < MOST_ROWS_MADE, "rows made");
            TextField search = (TextField) page.lookup(".typed");
            search.setText("to dan pho so 99998");
            page.layout();
            List<String> found = page.lookupAll(".choice-cell .choice-words").stream().filter(Node::isVisible)
                    .map(node -> ((Label) node).getText()).distinct().toList();
            assertTrue(found.contains("Tổ dân phố số 99998"), found.toString());
        });
        press(field, KeyCode.ENTER, false);
        assertEquals(List.of("c99998"), chosen);
    }

    @Test
    void pastedPictureIsShownSmall() throws TimeoutException {
        QuestionField field = show(question(QuestionType.IMAGE, Optional.empty(), List.of(), Optional.empty()));
        WritableImage noise = PicturesTest.noise(640, 300);
        UiThread.runAndWait(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(noise);
            Clipboard.getSystemClipboard().setContent(content);
        });
        press(field, KeyCode.V, true);
        assertEquals(Optional.of(new PictureSize(640, 300)), PictureSize.of(attached.toArray()));
        UiThread.runAndWait(() -> field.show(question(QuestionType.IMAGE, Optional.of(PHOTO), List.of(),
                Optional.empty())));
        awaitPicture(".attachment .image-view", 320);
    }

    @Test
    void pictureOfALabelIsShownAndAChoiceHasItsOwn() throws TimeoutException {
        attached = Bytes.of(PngWriter.png(PicturesTest.noise(300, 200)));
        show(question(QuestionType.SELECT_ONE, Optional.empty(), List.of(new Choice("a", "Một",
                Optional.of("choice.png")), new Choice("b", "Hai")), Optional.of("label.png")));
        awaitPicture(".choice .image-view", 0);
        awaitPicture(".picture > .image-view", 0);
    }

    /// @param width in which it is fitted; 0 for none
    private void awaitPicture(String selector, double width) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PICTURE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(() ->
                page.lookupAll(selector).stream().map(ImageView.class::cast).anyMatch(view -> view.getImage() != null
                        && view.getImage().getWidth() > 0 && view.getFitWidth() == width)).get());
    }

    // ---- who takes the answers

    @Override
    public boolean type(Path path, String typed, Reading reading) {
        return true;
    }

    @Override
    public void choose(Path path, String code) {
        chosen.add(code);
    }

    @Override
    public void set(Path path, String value) {
        chosen.add(value);
    }

    @Override
    public void clear(Path path) {
        chosen.clear();
    }

    @Override
    public Optional<Refusal> refusal(Path path) {
        return Optional.empty();
    }

    @Override
    public List<String> ranking(Path path) {
        return List.of();
    }

    @Override
    public void moveRank(Path path, String code, int by) {
        throw new IllegalStateException("nothing is ranked here");
    }

    @Override
    public void attach(Path path, AttachmentSource source, Consumer<Attaching> onDone, Consumer<Problem> onProblem) {
        try (java.io.InputStream in = source.open()) {
            attached = Bytes.of(in.readAllBytes());
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        onDone.accept(new Attaching.Kept(PHOTO));
    }

    @Override
    public void attachment(String name, Consumer<Optional<Bytes>> onDone, Consumer<Problem> onProblem) {
        onDone.accept(Optional.of(attached));
    }

    @Override
    public Optional<Bytes> picture(String name) {
        return Optional.of(attached);
    }

    @Override
    public void goOn(Path path) {
        throw new IllegalStateException("nothing goes on by itself here");
    }

    @Override
    public void addMember(Path repeat) {
        throw new IllegalStateException("no repeat here");
    }

    @Override
    public void removeMember(Path instance) {
        throw new IllegalStateException("no repeat here");
    }
}
