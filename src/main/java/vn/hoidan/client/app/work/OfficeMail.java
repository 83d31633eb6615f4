package vn.hoidan.client.app.work;

import java.util.List;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.KeptMessage;

/// What the office said to the person. Methods read and write the store: call them on the writer's lane.
public final class OfficeMail {
    private final FieldStore store;

    OfficeMail(FieldStore store) {
        this.store = store;
    }

    /// Newest first.
    public List<KeptMessage> messages() {
        return store.officeMessages();
    }

    /// The person has seen all there are now.
    public void allRead() {
        List<String> unread = store.officeMessages().stream().filter(each -> !each.read())
                .map(each -> each.message().id()).toList();
        if (!unread.isEmpty()) {
            store.apply(List.of(new Change.MessagesRead(unread)));
        }
    }
}
