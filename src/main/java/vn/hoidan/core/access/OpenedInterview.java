package vn.hoidan.core.access;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.sampling.ListId;

/// An interview that the office read out of a device's folder, whatever its state.
///
/// @param label   of the household, empty if its list is not there
/// @param place   of the household, empty if its list is not there
/// @param answers as they stand, in the questionnaire's order
/// @param problem why they could not be read, or not all of them
public record OpenedInterview(InterviewId id, QuestionnaireId questionnaire, ListId list, int household, String label,
        String place, InterviewMode mode, InterviewState state, Instant startedAt, Instant changedAt,
        Map<Path, String> answers, Optional<Problem> problem) {
}
