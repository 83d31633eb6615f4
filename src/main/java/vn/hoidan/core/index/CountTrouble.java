package vn.hoidan.core.index;

import java.util.Arrays;
import java.util.Optional;

/// Something that a result must say beside its figures; nothing is left out silently.
///
/// @param where code of the village, stratum, class or indicator
/// @param count interviews or answers concerned
public record CountTrouble(Kind kind, String where, long count) {

    /// What is the matter.
    public enum Kind {
        /// Interviews from a village that is not in the sample: in no figure.
        UNKNOWN_POINT("unknown-point"),
        /// A village of the sample without any interview: its non-response is carried by nobody.
        EMPTY_POINT("empty-point"),
        /// Units of a stage whose chance is not known because the frame they were drawn from is not; they are weighted
        /// as if all had the same.
        CHANCE_UNKNOWN("chance-unknown"),
        /// Interviews of a village beyond the households on its list: what they stand for is not known, so each
        /// interview of the village stands for one household of it.
        WEIGHT_MISSING("weight-missing"),
        /// A stratum of the sample without any interview: it is not represented.
        EMPTY_STRATUM("empty-stratum"),
        /// A stratum with interviews from one primary unit only: see the rule for lonely units.
        LONELY_UNIT("lonely-unit"),
        /// Answers with a code that the question does not offer or outside its scale: in no base.
        UNKNOWN_CODE("unknown-code"),
        /// Interviews whose version of the questionnaire does not ask a question: in no base of it, and not blank.
        NOT_ASKED("not-asked"),
        /// Interviews of one of several versions of the questionnaire.
        MIXED_FORMS("mixed-forms"),
        /// Interviews whose class is in no margin: they keep the weight of the draw and are told.
        CLASS_WITHOUT_MARGIN("class-without-margin"),
        /// A class of a margin without any interview: its people are represented by nobody.
        MARGIN_WITHOUT_INTERVIEWS("margin-without-interviews"),
        /// Raking did not come to rest within its bound.
        RAKING_UNFINISHED("raking-unfinished"),
        /// Interviews that ended before they began or after they arrived: a clock was wrong, so they are in no month.
        MONTH_DOUBTFUL("month-doubtful");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
        }

        /// The word written with a result.
        public String code() {
            return code;
        }
    }
}
