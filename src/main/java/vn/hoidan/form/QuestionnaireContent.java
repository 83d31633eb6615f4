package vn.hoidan.form;

import java.util.Map;
import vn.hoidan.core.sync.Bytes;

/// What a questionnaire consists of.
///
/// @param xform its XForm
/// @param files pictures of labels and look-up lists, by the name that the form calls them
public record QuestionnaireContent(Bytes xform, Map<String, Bytes> files) {
    public QuestionnaireContent {
        files = Map.copyOf(files);
    }
}
