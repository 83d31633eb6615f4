package vn.hoidan.core.interview;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hoidan.core.questionnaire.Path;

/// The answers of one interview as one number for each, enough to see whether two interviews were answered alike.
///
/// @param marks of each answer with its question, in ascending order
public record AnswerSketch(List<Integer> marks) {
    /// Questions answered in both below which nothing is said.
    public static final int FEWEST_COMPARED = 20;

    private static final int FNV_OFFSET = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;
    private static final double PERCENT = 100;

    public AnswerSketch {
        marks = List.copyOf(marks);
    }

    public static AnswerSketch of(Map<Path, String> answers) {
        List<Integer> marks = new ArrayList<>();
        answers.forEach((path, value) -> marks.add(mark(path.text() + "=" + value)));
        Collections.sort(marks);
        return new AnswerSketch(marks);
    }

    /// Whether a question was answered so.
    public boolean holds(Path path, String value) {
        return Collections.binarySearch(marks, mark(path.text() + "=" + value)) >= 0;
    }

    /// FNV-1a of 32 bits: two different answers of one question fall together once in four thousand million.
    private static int mark(String text) {
        int mark = FNV_OFFSET;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            mark = (mark ^ each & 0xff) * FNV_PRIME;
        }
        return mark;
    }

    /// Percent of the answers of the shorter one that the other has as well; 0 when there are too few to tell.
    public int percentAlike(AnswerSketch other) {
        int shorter = Math.min(marks.size(), other.marks.size());
        if (shorter < FEWEST_COMPARED) {
            return 0;
        }
        Set<Integer> both = new HashSet<>(marks);
        both.retainAll(new HashSet<>(other.marks));
        return (int) Math.floor(PERCENT * both.size() / shorter);
    }
}
