package vn.hoidan.server.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.hoidan.core.interview.Course;
import vn.hoidan.core.interview.QualityFlag;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.message.Messages;

/// Columns of an export that tell how an interview went, and what the codebook says of them. What an older program did
/// not send stays empty; that it sent no flags cannot be told from having none.
final class CourseColumns {
    static final List<String> NAMES = List.of("back_steps", "pauses", "paused_seconds", "refused_answers", "flags");

    static final String BUNDLE = "vn/hoidan/server/app/export/columns";
    private static final String FLAGS = "flags";
    private static final String FLAG = "flag.";
    private static final int MILLIS = 1000;

    private CourseColumns() {
    }

    static List<String> of(InterviewRecord interview) {
        List<String> row = new ArrayList<>();
        Optional<Course> course = interview.course();
        List<Function<Course, Long>> numbers = List.of(known -> (long) known.backSteps(),
                known -> (long) known.pauses(), known -> known.pausedMillis() / MILLIS,
                known -> (long) known.refused());
        numbers.forEach(number -> row.add(course.map(number).map(String::valueOf).orElse("")));
        row.add(interview.flags().stream().map(QualityFlag::code).distinct().collect(Collectors.joining(" ")));
        return row;
    }

    /// Rows of the codebook, each as long as its header.
    static void explain(TableWriter codebook) {
        Messages vietnamese = Messages.of(BUNDLE, "vi");
        Messages english = Messages.of(BUNDLE, "en");
        for (String name : NAMES) {
            String key = "column." + name;
            List<String> first = List.of(name, "", name.equals(FLAGS) ? "codes" : "integer", vietnamese.get(key),
                    english.get(key));
            if (name.equals(FLAGS)) {
                vietnamese.keys().stream().filter(each -> each.startsWith(FLAG)).sorted()
                        .forEach(each -> codebook.row(row(first, each.substring(FLAG.length()), vietnamese.get(each),
                                english.get(each))));
            } else {
                codebook.row(row(first, "", "", ""));
            }
        }
    }

    private static List<String> row(List<String> first, String code, String vietnamese, String english) {
        List<String> row = new ArrayList<>(first);
        row.addAll(List.of(code, vietnamese, english, ""));
        return row;
    }
}
