package vn.hoidan.core.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;

class RemarkTrailTest {
    private static final Path BRIBE = new Path("/data/bribe");
    private static final Path OTHER = new Path("/data/other");
    private static final Moment NOW = new Moment(Instant.EPOCH, 0);

    private static RemarkTrail of(Fact... facts) {
        return RemarkTrail.of(List.of(facts));
    }

    private static Fact.AnswerSet set(Path path, AnswerManner manner) {
        return new Fact.AnswerSet(NOW, path, "1", manner);
    }

    private static Fact.CommentSet comment(Path path, String text) {
        return new Fact.CommentSet(NOW, path, text);
    }

    @Test
    void theLastAnswerSaysHowItWasGiven() {
        assertEquals(AnswerManner.ALONE, of(set(BRIBE, AnswerManner.ALONE)).manner(BRIBE));
        assertEquals(AnswerManner.OPENLY, of(set(BRIBE, AnswerManner.ALONE), set(BRIBE, AnswerManner.OPENLY))
                .manner(BRIBE));
        assertEquals(AnswerManner.ENTERED, of(set(BRIBE, AnswerManner.ALONE), set(BRIBE, AnswerManner.ENTERED))
                .manner(BRIBE));
        assertEquals(AnswerManner.ENTERED, of(set(BRIBE, AnswerManner.ALONE), new Fact.AnswerCleared(NOW, BRIBE))
                .manner(BRIBE));
        assertEquals(AnswerManner.ALONE, of(set(BRIBE, AnswerManner.ALONE), new Fact.AnswerRefused(NOW, BRIBE))
                .manner(BRIBE));
    }

    @Test
    void anEmptyTextTakesACommentAway() {
        assertEquals(Map.of(BRIBE, "second"), of(comment(BRIBE, "first"), comment(OTHER, "gone"),
                comment(BRIBE, "second"), comment(OTHER, " ")).comments());
    }

    @Test
    void remarksMoveUpWithTheInstancesOfARepeat() {
        Path first = new Path("/data/member[1]/age");
        Path second = new Path("/data/member[2]/age");
        Path third = new Path("/data/member[3]/age");
        Path namesake = new Path("/data/members[3]/age");
        RemarkTrail trail = of(comment(first, "1"), comment(second, "2"), comment(third, "3"),
                comment(namesake, "namesake"), set(third, AnswerManner.ALONE),
                new Fact.RepeatRemoved(NOW, new Path("/data/member[2]")));
        assertEquals(Map.of(first, "1", second, "3", namesake, "namesake"), trail.comments());
        assertEquals(Map.of(second, AnswerManner.ALONE), trail.manners());
    }

    @Test
    void remarksInsideNestedInstancesMoveUpToo() {
        Path inner = new Path("/data/house[2]/member[3]/age");
        RemarkTrail trail = of(comment(inner, "x"), new Fact.RepeatRemoved(NOW, new Path("/data/house[2]/member[1]")),
                new Fact.RepeatRemoved(NOW, new Path("/data/house[1]")),
                new Fact.RepeatRemoved(NOW, new Path("/data/house[1]/member[7]")));
        assertEquals(Map.of(new Path("/data/house[1]/member[2]/age"), "x"), trail.comments());
        assertTrue(of(comment(inner, "x"), new Fact.RepeatRemoved(NOW, new Path("/data/house[2]"))).comments()
                .isEmpty());
    }

    @Test
    void sendsCommentsOfHiddenQuestionsWithAMarkAndTheMannerOfAnswersThatAreThere() {
        Path hidden = new Path("/data/hidden");
        RemarkTrail trail = of(comment(hidden, "left"), comment(OTHER, "stays"), set(BRIBE, AnswerManner.ALONE),
                set(OTHER, AnswerManner.OPENLY), set(hidden, AnswerManner.ALONE));
        Remarks remarks = trail.remarks(List.of(new Element.Group(new Path("/data"), "", "",
                List.of(question(BRIBE), question(OTHER)))));
        assertEquals(new Remarks(List.of(new Remarks.Comment(OTHER, "stays", true),
                new Remarks.Comment(hidden, "left", false)), List.of(BRIBE), List.of(OTHER)), remarks);
        assertEquals(Remarks.NONE, RemarkTrail.EMPTY.remarks(List.of()));
    }

    private static Element.Question question(Path path) {
        return new Element.Question(path, QuestionType.INTEGER, "", "", "", "", false, false, Optional.of("1"),
                List.of(), Optional.empty(), Optional.empty());
    }
}
