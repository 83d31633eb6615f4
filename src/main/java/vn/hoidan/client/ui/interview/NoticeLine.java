package vn.hoidan.client.ui.interview;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.message.ProblemTexts;

/// A notice in words; takes no room while there is none.
final class NoticeLine extends Label {
    private final Texts texts;

    NoticeLine(Texts texts) {
        this.texts = texts;
        getStyleClass().add("notice");
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(Region.USE_PREF_SIZE);
        managedProperty().bind(textProperty().isNotEmpty());
        visibleProperty().bind(textProperty().isNotEmpty());
    }

    void show(Notice now) {
        setText(switch (now) {
            case Notice.None _ -> "";
            case Notice.AnswerNeeded _ -> texts.get("notice.needed");
            case Notice.RowsOpen open -> texts.get("notice.rows", open.count());
            case Notice.NothingOpen _ -> texts.get("notice.nothing");
            case Notice.FactsNotTaken lost -> texts.get("notice.facts", lost.count());
            case Notice.CannotLeave stays -> texts.get("notice.stay",
                    ProblemTexts.of(stays.problem(), texts.language().now()).oneLine());
            case Notice.UnitStale _ -> texts.get("notice.stale");
            case Notice.CannotTellWhere unread -> texts.get("notice.where",
                    ProblemTexts.of(unread.problem(), texts.language().now()).oneLine());
            case Notice.ForRespondent alone -> texts.get(alone.answered() ? "notice.covered" : "notice.alone");
        });
    }
}
