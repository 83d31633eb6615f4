package vn.hoidan.form.xlsform;

import java.util.ArrayList;
import java.util.List;
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
    private final Optional<Node> parent;
    private final Optional<Question> question;
    private final List<Node> children = new ArrayList<>();

    /// What only questions have.
    ///
    /// @param list       of a select, else empty
    /// @param parameters of the parameters column
    record Question(QuestionKind kind, String list, Parameters parameters) {
    }

    Node(Kind kind, SurveyRow row, String name, Optional<Node> parent, Optional<Question> question) {
        this.kind = kind;
        this.row = row;
        this.name = name;
        this.parent = parent;
        this.question = question;
        parent.ifPresent(above -> above.children.add(this));
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
        return parent;
    }

    List<Node> children() {
        return children;
    }

    /// Asking a group for its question is a mistake of the caller.
    Question question() {
        return question.orElseThrow();
    }

    boolean isQuestion() {
        return kind == Kind.QUESTION;
    }

    /// Absolute path: `/data/profile/gender`.
    String path() {
        return parent.map(Node::path).orElse("") + "/" + name;
    }

    int depth() {
        return parent.map(above -> above.depth() + 1).orElse(0);
    }

    /// Those above, nearest first, this one left out.
    Stream<Node> above() {
        return Stream.iterate(parent, Optional::isPresent, node -> node.get().parent).map(Optional::get);
    }

    /// True if it is the same or stands above.
    boolean contains(Node other) {
        return other == this || other.above().anyMatch(node -> node == this);
    }

    boolean isInRepeat() {
        return above().anyMatch(node -> node.kind == Kind.REPEAT);
    }

    /// This one and all below, in the form's order.
    Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }
}
