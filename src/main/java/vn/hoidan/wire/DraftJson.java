package vn.hoidan.wire;

import com.google.gson.JsonObject;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.DraftMark;
import vn.hoidan.core.sync.SealedDraft;

/// JSON of interviews in work.
final class DraftJson {
    private DraftJson() {
    }

    static JsonObject of(Draft draft) {
        return new Entries().text("interview", draft.id().asText()).text("questionnaire", draft.questionnaire().text())
                .text("list", draft.list().text()).number("household", draft.household())
                .text("mode", draft.mode().code()).instant("started", draft.startedAt())
                .number("answered", draft.answered()).number("asked", draft.asked())
                .list("facts", draft.facts(), InterviewJson::of).done();
    }

    static Draft draft(Fields fields) {
        return new Draft(InterviewId.parse(fields.text("interview")),
                new QuestionnaireId(fields.text("questionnaire")), new ListId(fields.text("list")),
                fields.count("household"), InterviewMode.ofCode(fields.text("mode")), fields.instant("started"),
                fields.count("answered"), fields.count("asked"),
                fields.list("facts", Limits.MOST_ENTRIES, InterviewJson::fact));
    }

    static JsonObject of(DraftMark mark) {
        return new Entries().text("interview", mark.interview().asText()).number("revision", mark.revision()).done();
    }

    static DraftMark mark(Fields fields) {
        return new DraftMark(InterviewId.parse(fields.text("interview")), fields.count("revision"));
    }

    static JsonObject of(SealedDraft draft) {
        return new Entries().text("interview", draft.mark().interview().asText())
                .number("revision", draft.mark().revision()).bytes("sealed", draft.sealed()).done();
    }

    static SealedDraft sealed(Fields fields) {
        return new SealedDraft(mark(fields), fields.bytes("sealed"));
    }
}
