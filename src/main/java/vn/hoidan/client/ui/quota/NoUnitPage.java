package vn.hoidan.client.ui.quota;

import java.util.Optional;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.quota.Admittance;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.Typing;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.quota.UnitCode;

/// No unit is left for the person at the door: what can be done about it, calmly. Somebody else's unit comes in by its
/// code, units that came meanwhile are looked for, an answer typed wrongly is mended; else one thanks and ends.
public final class NoUnitPage extends StackPane {
    private static final double WIDEST_PIXELS = 760;
    /// A code with the spaces and dashes that people put in.
    private static final int MOST_TYPED = 24;

    /// What the person decides.
    public interface Acting {
        /// @param onUsed told if the code was used on this laptop before
        void useCode(UnitCode code, Runnable onUsed);

        void tryAgain();

        /// Back to the screening questions.
        void mend();

        /// Thanks the person and ends.
        void end();
    }

    private final Texts texts;
    private final Acting acting;
    private final Label title = new Label();
    private final Label lead = new Label();
    private final Label codeCaption = new Label();
    private final TextField code = new TextField();
    private final Label wrong = new Label();
    private final FlowPane acts = new FlowPane();
    private final ProblemPane problem;
    private Admittance.NoUnit shown;
    private boolean ending;

    public NoUnitPage(Texts texts, Acting acting) {
        this.texts = texts;
        this.acting = acting;
        this.problem = new ProblemPane(texts.language());
        Theme.styled(this, "/vn/hoidan/client/ui/quota/quota.css");
        getStyleClass().add("no-unit");
        title.getStyleClass().add("headline");
        title.setWrapText(true);
        lead.setWrapText(true);
        codeCaption.getStyleClass().add("strong");
        codeCaption.setWrapText(true);
        codeCaption.setLabelFor(code);
        code.setId("unit-code");
        code.getStyleClass().add("unit-code");
        Typing.only(Pattern.compile("[\\d .-]{0," + MOST_TYPED + "}"), code);
        wrong.getStyleClass().add("wrong");
        wrong.setWrapText(true);
        acts.getStyleClass().add("wrapping-acts");
        HBox field = new HBox(code, wrong);
        field.setAlignment(Pos.CENTER_LEFT);
        field.getStyleClass().add("unit-code-line");
        VBox box = new VBox(Icons.of(Feather.PAUSE_CIRCLE, "waiting", "end-icon"), title, lead, codeCaption, field,
                problem, acts);
        box.getStyleClass().add("no-unit-box");
        box.setMaxSize(WIDEST_PIXELS, Region.USE_PREF_SIZE);
        getChildren().add(box);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        // a filter: the field would keep letters although it takes none
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Whether it is in the way.
    public boolean isShown() {
        return isVisible();
    }

    /// Comes up, or goes when the person may go on.
    public void show(Admittance now) {
        boolean before = isVisible();
        switch (now) {
            case Admittance.NoUnit none -> {
                shown = none;
                render();
                setVisible(true);
                if (!before) {
                    ending = false;
                    code.clear();
                    wrong.setText("");
                    takesFocus();
                }
            }
            case Admittance.NothingNeeded _, Admittance.Admitted _ -> setVisible(false);
            case Admittance.Waiting _ -> {
                // the answer comes in a moment
            }
        }
    }

    /// Takes the keyboard if it is shown.
    public boolean takesFocus() {
        if (isVisible()) {
            applyCss();
            code.requestFocus();
        }
        return isVisible();
    }

    /// Ending could not be written.
    public void tell(Problem told) {
        problem.show(told);
    }

    public void languageChanged() {
        if (shown != null) {
            render();
        }
        problem.languageChanged();
    }

    private void render() {
        String who = GroupWords.of(shown.who(), shown.groups(), texts.language());
        title.setText(texts.get("none.title", who));
        lead.setText(texts.get(shown.full() ? "none.full" : "none.lead"));
        codeCaption.setText(texts.get("none.code"));
        Button use = Acts.button("use-code", texts.get("none.use"), "⏎", Feather.CHECK, this::use, "accent");
        Button again = Acts.button("try-again", texts.get("none.again"), "T", Feather.REFRESH_CW, acting::tryAgain);
        Button mend = Acts.button("mend", texts.get("none.mend"), "Esc", Feather.CORNER_UP_LEFT, acting::mend);
        Button end = Acts.button("turn-away", texts.get(ending ? "none.end.sure" : "none.end"), "K", Feather.LOG_OUT,
                this::end, ending ? "danger" : "flat");
        acts.getChildren().setAll(use, again, mend, end);
        setAccessibleText(title.getText() + ". " + lead.getText());
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean used = true;
        if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
            use();
        } else if (event.getCode() == KeyCode.T) {
            acting.tryAgain();
        } else if (event.getCode() == KeyCode.K) {
            end();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            acting.mend();
        } else {
            used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private void use() {
        Optional<UnitCode> typed = UnitCode.read(code.getText());
        wrong.setText(typed.isEmpty() ? texts.get("none.wrong") : "");
        typed.ifPresent(each -> acting.useCode(each, () -> wrong.setText(texts.get("none.used"))));
    }

    /// Asked twice: it cannot be taken back.
    private void end() {
        if (ending) {
            acting.end();
        } else {
            ending = true;
            render();
            Node end = acts.lookup("#turn-away");
            end.requestFocus();
        }
    }
}
