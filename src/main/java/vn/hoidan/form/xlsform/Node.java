package vn.hoidan.form.xlsform;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A part of the form: the form itself, a group, a repeat or a question, with its place in the tree.
final class Node {
    enum Kind {
        FORM,
        GROUP,
        REPEAT,
        QUESTION
    }

    private final Kind kind;
    private final SurveyRow row;
    private final String name;
    /// null for the form itself
    private final Node parent;
    /// null unless it is a question
    private final Question question;
    private final List<Node> children = new ArrayList<>();
    private final String path;
    private final int depth;

    /// What only questions have.
    ///
    /// @param parameters of the parameters column
    record Question(QuestionKind kind, ChoiceSource source, Parameters parameters) {
        /// The id of the form's own list that it chooses from, else empty.
        String list() {
            return source instanceof ChoiceSource.Listed(String id) ? id : "";
        }
    }

    private Node(Kind kind, SurveyRow row, String name, Node parent, Question question) {
        this.kind = kind;
        this.row = row;
        this.name = name;
        this.parent = parent;
        this.question = question;
        this.path = (parent == null ? "" : parent.path) + "/" + name;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    static Node form(SurveyRow row, String name) {
        return new Node(Kind.FORM, row, name, null, null);
    }

    Node addSection(Kind section, SurveyRow at, String called) {
        Node added = new Node(section, at, called, this, null);
        children.add(added);
        return added;
    }

    void addQuestion(SurveyRow at, String called, Question asked) {
        children.add(new Node(Kind.QUESTION, at, called, this, asked));
    }

    Kind kind() {
        return kind;
    }

    SurveyRow row() {
        return row;
    }

    String name() {
        return name;
    }

    Optional<Node> parent() {
        return Optional.ofNullable(parent);
    }

    List<Node> children() {
        return children;
    }

    /// Asking a group for its question is a mistake of the caller.
    Question question() {
        if (question == null) {
            throw new IllegalStateException("not a question: " + name);
        }
        return question;
    }

    boolean isQuestion() {
        return kind == Kind.QUESTION;
    }

    /// True for a question that has a place on the screen; one without words that only computes has none.
    boolean hasControl() {
        boolean silent = row.isSilent() && (row.has(Columns.CALCULATION) || row.has(Columns.TRIGGER));
        return isQuestion() && question.kind().isShown() && !silent;
    }

    /// Absolute path: `/data/profile/gender`.
    String path() {
        return path;
    }

    int depth() {
        return depth;
    }

    /// Those above, nearest first, this one left out.
    Stream<Node> above() {
        return Stream.iterate(parent, Objects::nonNull, node -> node.parent);
    }

    /// True if it is the same or stands above.
    boolean contains(Node other) {
        return other == this || other.above().anyMatch(node -> node == this);
    }

    Optional<Node> nearestRepeat() {
        return above().filter(node -> node.kind == Kind.REPEAT).findFirst();
    }

    boolean isInRepeat() {
        return above().anyMatch(node -> node.kind == Kind.REPEAT);
    }

    /// This one and all below, in the form's order.
    Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }
}
