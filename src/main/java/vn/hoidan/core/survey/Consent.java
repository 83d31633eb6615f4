package vn.hoidan.core.survey;

import java.util.List;
import vn.hoidan.core.questionnaire.Text;

/// What a respondent is told before anything is asked, and the coded reasons of those who decline.
///
/// @param version stored with each interview
public record Consent(String version, Text text, List<RefusalReason> refusalReasons) {
    public Consent {
        refusalReasons = List.copyOf(refusalReasons);
    }

    public record RefusalReason(String code, Text label) {
    }
}
