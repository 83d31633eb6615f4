package vn.hoidan.client.app.quota;

import java.util.List;
import java.util.stream.IntStream;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.interview.AnswerSketch;
import vn.hoidan.core.quota.AnswerCondition;
import vn.hoidan.core.quota.SoftTarget;

/// Interviews completed here that the office has not counted yet.
public record OwnInterviews(List<Done> done) {
    public static final OwnInterviews NONE = new OwnInterviews(List.of());
    /// A range of numbers is looked through so far: nobody's age, and no household's size, goes beyond.
    private static final int MOST_NUMBERS = 200;

    public OwnInterviews {
        done = List.copyOf(done);
    }

    /// @param areas   of the place, from there upwards
    /// @param answers as marks: enough to tell what a question was answered with
    public record Done(List<AreaKey> areas, AnswerSketch answers) {
        public Done {
            areas = List.copyOf(areas);
        }

        private boolean isOf(SoftTarget target) {
            return areas.contains(target.area()) && target.answers().conditions().stream().allMatch(this::meets);
        }

        private boolean meets(AnswerCondition condition) {
            return switch (condition) {
                case AnswerCondition.OneOf choice ->
                    choice.choices().stream().anyMatch(code -> answers.holds(choice.question(), code));
                case AnswerCondition.Between range -> IntStream.rangeClosed(range.from(), range.to())
                        .limit(MOST_NUMBERS)
                        .anyMatch(number -> answers.holds(range.question(), String.valueOf(number)));
            };
        }
    }

    /// How many are of a group.
    public int in(SoftTarget group) {
        return (int) done.stream().filter(each -> each.isOf(group)).count();
    }
}
