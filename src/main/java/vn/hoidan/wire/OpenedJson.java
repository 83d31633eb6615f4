package vn.hoidan.wire;

import com.google.gson.JsonObject;
import vn.hoidan.core.access.OpenedFolder;
import vn.hoidan.core.access.OpenedInterview;

/// JSON of what the office read out of a folder. It is for other programs; ours never reads it.
final class OpenedJson {
    private OpenedJson() {
    }

    static JsonObject of(OpenedFolder folder) {
        return new Entries().text("device", folder.device()).object("person", SurveyJson.of(folder.person()))
                .list("interviews", folder.interviews(), OpenedJson::of).done();
    }

    private static JsonObject of(OpenedInterview interview) {
        Entries entries = new Entries().text("interview", interview.id().asText())
                .text("questionnaire", interview.questionnaire().text()).text("list", interview.list().text())
                .number("household", interview.household()).text("label", interview.label())
                .text("place", interview.place()).text("mode", interview.mode().code())
                .text("state", interview.state().code()).instant("startedAt", interview.startedAt())
                .instant("changedAt", interview.changedAt());
        interview.problem().ifPresent(problem -> entries.number("problem", problem.kind().number()));
        JsonObject answers = new JsonObject();
        interview.answers().forEach((path, value) -> answers.addProperty(path.text(), value));
        return entries.object("answers", answers).done();
    }
}
