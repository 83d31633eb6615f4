package vn.hoidan.client.ui.frame;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.Shown;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.release.Version;

/// Below the top bar, only when it matters: that this is practice, that a newer version waits, and a problem until it
/// is put away.
final class Banner extends VBox {
    private final Texts texts;
    private final boolean practice;
    private final Runnable throwAway;
    private final Button newCode = new Button("", Icons.of(Feather.KEY));
    private final HBox practiceRow = new HBox();
    private final HBox problemRow = new HBox();
    private final ProblemPane problem;
    private final Button away = new Button("", Icons.of(Feather.X));
    private final VersionRow version;
    private final Shown rows;
    /// Told last; null before the first.
    private Problem told;
    private boolean practiceSurvey;
    private boolean sure;

    /// @param practice  the program runs for practice and its data can be thrown away
    /// @param throwAway removes the practice data; called once it was asked for twice
    /// @param enterCode goes to where a new code of the office is entered
    Banner(Texts texts, boolean practice, Runnable throwAway, Runnable enterCode) {
        this.texts = texts;
        this.practice = practice;
        this.throwAway = throwAway;
        this.problem = new ProblemPane(texts.language());
        this.version = new VersionRow(texts, () -> versionShown(false));
        away.setId("problem-away");
        away.getStyleClass().add("flat");
        away.setOnAction(_ -> clear());
        newCode.setId("problem-new-code");
        newCode.setMinWidth(Region.USE_PREF_SIZE);
        newCode.setOnAction(_ -> {
            clear();
            enterCode.run();
        });
        HBox.setHgrow(problem, Priority.ALWAYS);
        problemRow.getChildren().addAll(problem, newCode, away);
        problemRow.getStyleClass().add("problem-row");
        practiceRow.getStyleClass().add("practice-row");
        practiceRow.setAlignment(Pos.CENTER_LEFT);
        rows = new Shown(getChildren(), List.of(practiceRow, version, problemRow));
        languageChanged();
    }

    /// @param now the survey in work is for practice, wherever its server is
    void practise(boolean now) {
        practiceSurvey = now;
        renderPractice();
    }

    void tell(Problem now) {
        told = now;
        problem.show(now);
        boolean rejoining = now.kind() == ProblemKind.CREDENTIALS_REFUSED;
        newCode.setVisible(rejoining);
        newCode.setManaged(rejoining);
        rows.show(problemRow, true);
    }

    void versionWaits(Version waiting) {
        version.waits(waiting);
        versionShown(true);
    }

    private void versionShown(boolean shown) {
        rows.show(version, shown);
    }

    /// This is true no longer; whatever else is told stays.
    void over(Problem past) {
        if (past.equals(told)) {
            clear();
        }
    }

    void clear() {
        problem.clear();
        rows.show(problemRow, false);
    }

    boolean tells() {
        return getChildren().contains(problemRow);
    }

    void languageChanged() {
        problem.languageChanged();
        version.languageChanged();
        away.setAccessibleText(texts.get("problem.away"));
        newCode.setText(texts.get("problem.newCode"));
        renderPractice();
    }

    /// Throwing away asks once more, in place.
    private void renderPractice() {
        boolean shown = practice || practiceSurvey;
        rows.show(practiceRow, shown);
        if (!shown) {
            return;
        }
        Label say = new Label(texts.get(sure ? "practice.sure" : "practice.banner"), Icons.of(Feather.FEATHER));
        HBox.setHgrow(say, Priority.ALWAYS);
        say.setMaxWidth(Double.MAX_VALUE);
        practiceRow.getChildren().setAll(say);
        if (sure) {
            practiceRow.getChildren().addAll(small("practice-yes", "practice.yes", () -> {
                ask(false);
                throwAway.run();
            }), small("practice-no", "practice.no", () -> ask(false)));
        } else if (practice) {
            practiceRow.getChildren().add(small("practice-throw-away", "practice.throwAway", () -> ask(true)));
        }
    }

    private void ask(boolean now) {
        sure = now;
        renderPractice();
    }

    private Button small(String id, String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setId(id);
        button.getStyleClass().addAll("small", "practice-act");
        button.setFocusTraversable(sure);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
