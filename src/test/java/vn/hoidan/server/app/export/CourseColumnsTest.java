package vn.hoidan.server.app.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.interview.QualityFlag;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.support.Samples;

class CourseColumnsTest {
    private static final int CODE = 5;

    @Test
    void tellsTheNumbersAndTheCodesOfTheFlags() {
        InterviewRecord interview = Samples.interviewRecord(Samples.interviewId(1));
        assertEquals(List.of("4", "2", "540", "1", "too-fast straight-line same-answers odd-hour clock-jumped "
                + "many-back-steps long-pause facts-lost stale-unit"), CourseColumns.of(interview));
    }

    @Test
    void leavesEmptyWhatWasNotSent() {
        assertEquals(List.of("", "", "", "", ""), CourseColumns.of(Samples.paperRecord(Samples.interviewId(1))));
    }

    @Test
    void explainsEachColumnAndEachFlagInBothLanguages() {
        List<List<String>> rows = new ArrayList<>();
        CourseColumns.explain(rows::add);
        assertEquals(CourseColumns.NAMES, rows.stream().map(List::getFirst).distinct().toList());
        assertEquals(Samples.flags().stream().map(QualityFlag::code).sorted().toList(),
                rows.stream().map(row -> row.get(CODE)).filter(code -> !code.isEmpty()).toList());
        rows.forEach(row -> assertEquals(9, row.size(), row::toString));
        rows.forEach(row -> assertEquals(List.of(), row.subList(3, row.get(CODE).isEmpty() ? CODE : 8).stream()
                .filter(String::isBlank).toList(), row::toString));
    }
}
