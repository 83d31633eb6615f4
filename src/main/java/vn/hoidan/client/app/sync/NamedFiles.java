package vn.hoidan.client.app.sync;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.Bytes;

/// Which files interviews name as answers now: what was chosen and replaced again goes nowhere. Remembers what
/// completed interviews name. For one thread at a time.
final class NamedFiles {
    private final FieldStore store;
    private final Map<InterviewId, Set<Bytes>> completed = new HashMap<>();

    NamedFiles(FieldStore store) {
        this.store = store;
    }

    /// Hashes of the contents that each interview names, completed ones and those in work. An interview that was broken
    /// off stays here with its files.
    Map<InterviewId, Set<Bytes>> now() {
        Map<InterviewId, Set<Bytes>> named = new LinkedHashMap<>();
        for (InterviewEntry entry : store.interviews()) {
            Set<Bytes> files = switch (entry.state()) {
                case IN_WORK -> of(store.facts(entry.id()));
                case COMPLETED -> completed.computeIfAbsent(entry.id(), id -> of(store.facts(id)));
                case BROKEN_OFF -> Set.of();
            };
            if (!files.isEmpty()) {
                named.put(entry.id(), files);
            }
        }
        return named;
    }

    /// @param facts of one interview, oldest first
    static Set<Bytes> of(Collection<Fact> facts) {
        Map<Path, String> answers = new HashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.AnswerSet set) {
                answers.put(set.path(), set.value());
            } else if (fact instanceof Fact.AnswerCleared cleared) {
                answers.remove(cleared.path());
            }
        }
        return answers.values().stream().flatMap(value -> AttachmentName.parse(value).stream())
                .map(AttachmentName::hash).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
