package vn.hoidan.client.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.interview.AnswerSketch;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.questionnaire.QuestionnaireId;

/// Sketches of completed interviews: four bytes for each answer, sealed, since they could confirm a guess.
record Sketches(Handle handle, Sealing sealing) {
    private record Line(InterviewId id, byte[] sealed) {
    }

    void keep(InterviewId id, AnswerSketch sketch) {
        ByteBuffer bytes = ByteBuffer.allocate(sketch.marks().size() * Integer.BYTES);
        sketch.marks().forEach(bytes::putInt);
        handle.execute("INSERT INTO sketch (interview, sealed) SELECT ordinal, ? FROM interview WHERE id = ?",
                sealing.seal(bytes.array(), context(id)), id.asText());
    }

    Map<InterviewId, AnswerSketch> of(QuestionnaireId questionnaire) {
        Map<InterviewId, AnswerSketch> sketches = new LinkedHashMap<>();
        for (Line line : handle.createQuery("SELECT id, sealed FROM sketch JOIN interview ON ordinal = interview "
                + "WHERE questionnaire = ? ORDER BY ordinal").bind(0, questionnaire.text())
                .map((row, context) -> new Line(InterviewId.parse(row.getString("id")), row.getBytes("sealed")))
                .list()) {
            sketches.put(line.id(), sketch(ByteBuffer.wrap(sealing.open(line.sealed(), context(line.id())))));
        }
        return sketches;
    }

    private static AnswerSketch sketch(ByteBuffer bytes) {
        List<Integer> marks = new ArrayList<>();
        while (bytes.remaining() >= Integer.BYTES) {
            marks.add(bytes.getInt());
        }
        return new AnswerSketch(marks);
    }

    static String context(InterviewId id) {
        return "sketch:" + id.asText();
    }
}
