package vn.hoidan.journey;

import java.nio.charset.StandardCharsets;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.SmallSurvey;

/// The small survey with a photograph in the place of its note.
final class PhotoSurvey {
    private PhotoSurvey() {
    }

    static Bytes xform() {
        return Bytes.of(new String(SmallSurvey.xform().toArray(), StandardCharsets.UTF_8)
                .replace("nodeset=\"/data/note\" type=\"string\"", "nodeset=\"/data/note\" type=\"binary\"")
                .replace("<input ref=\"/data/note\">", "<upload mediatype=\"image/*\" ref=\"/data/note\">")
                .replace("</input>", "</upload>").getBytes(StandardCharsets.UTF_8));
    }

    static Survey survey() {
        Survey small = SmallSurvey.survey();
        return new Survey(small.id(), small.name(), new QuestionnaireId("sha256:"
                + AttachmentName.of(xform(), "").hash().hex()), small.consent(), small.areas(), small.constraints(),
                small.practice());
    }
}
