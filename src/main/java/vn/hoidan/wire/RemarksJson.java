package vn.hoidan.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import vn.hoidan.core.interview.Remarks;
import vn.hoidan.core.questionnaire.Path;

/// JSON of what is sent beside an interview's answers; what is empty is left out.
final class RemarksJson {
    private static final String ALONE = "alone";
    private static final String OPENLY = "openly";
    private static final String COMMENTS = "comments";
    private static final String HIDDEN = "hidden";

    private RemarksJson() {
    }

    static JsonObject of(Remarks remarks) {
        Entries entries = new Entries();
        paths(entries, ALONE, remarks.answeredAlone());
        paths(entries, OPENLY, remarks.enteredOpenly());
        if (!remarks.comments().isEmpty()) {
            entries.list(COMMENTS, remarks.comments(), comment -> {
                Entries entry = new Entries().text("p", comment.path().text()).text("v", comment.text());
                return (comment.asked() ? entry : entry.flag(HIDDEN, true)).done();
            });
        }
        return entries.done();
    }

    private static void paths(Entries entries, String name, List<Path> paths) {
        if (!paths.isEmpty()) {
            entries.list(name, paths, path -> new JsonPrimitive(path.text()));
        }
    }

    static Remarks remarks(Fields fields) {
        return new Remarks(fields.has(COMMENTS) ? fields.list(COMMENTS, Limits.MOST_ANSWERS, comment ->
                new Remarks.Comment(InterviewJson.path(comment), comment.text("v"), !comment.has(HIDDEN)))
                : List.of(), paths(fields, ALONE), paths(fields, OPENLY));
    }

    private static List<Path> paths(Fields fields, String name) {
        return fields.has(name) ? fields.texts(name, Limits.MOST_ANSWERS).stream().map(Path::new).toList()
                : List.of();
    }
}
