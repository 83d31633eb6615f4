package vn.hoidan.form;

import java.util.HashMap;
import java.util.Map;
import org.javarosa.core.model.instance.TreeElement;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.form.lookup.RowSource;

/// What a session sees beside its own answers: look-up lists, and the interview saved before. Made for one parsed form,
/// since JavaRosa hangs them into it.
///
/// @param lists by id of their instance
/// @param all   these and the interview saved before
/// @param rows  of all look-up lists, those that JavaRosa holds itself included, by id of their instance
record SessionInstances(Map<String, ListTree> lists, Map<String, TreeElement> all, Map<String, RowSource> rows) {

    static SessionInstances of(XFormText.Vetted text, Map<Path, String> lastSaved) {
        Map<String, ListTree> lists = new HashMap<>();
        text.instances().lists().forEach((id, list) -> lists.put(id, new ListTree(list)));
        Map<String, TreeElement> all = new HashMap<>(lists);
        if (!text.lastSaved().isEmpty()) {
            all.put(text.lastSaved(), LastSaved.tree(lastSaved));
        }
        Map<String, RowSource> rows = new HashMap<>(text.instances().small());
        rows.putAll(text.instances().lists());
        return new SessionInstances(Map.copyOf(lists), Map.copyOf(all), Map.copyOf(rows));
    }
}
