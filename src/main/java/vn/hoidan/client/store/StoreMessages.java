package vn.hoidan.client.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.KeptMessage;
import vn.hoidan.core.sync.OfficeMessage;
import vn.hoidan.wire.Wire;

/// Messages of the office, newest first, and which of them were seen.
record StoreMessages(Handle handle, Sealing sealing) {

    List<KeptMessage> all() {
        Set<String> read = Set.copyOf(listed(Documents.MESSAGES_READ));
        Set<String> told = Set.copyOf(listed(Documents.MESSAGES_READ_TOLD));
        return messages().stream().map(each -> new KeptMessage(each, read.contains(each.id()),
                told.contains(each.id()))).toList();
    }

    void apply(Change.MessageReceived received) {
        List<OfficeMessage> messages = new ArrayList<>(messages());
        if (messages.stream().noneMatch(each -> each.id().equals(received.message().id()))) {
            messages.addFirst(received.message());
            documents().put(Documents.MESSAGES,
                    Wire.of(messages.subList(0, Math.min(messages.size(), KeptMessage.MOST))));
        }
    }

    void apply(Change.MessagesRead seen) {
        add(Documents.MESSAGES_READ, seen.ids());
    }

    void apply(Change.MessagesReadTold told) {
        add(Documents.MESSAGES_READ_TOLD, told.ids());
    }

    /// What is kept of messages that went is forgotten.
    private void add(String document, List<String> ids) {
        Set<String> all = new LinkedHashSet<>(ids);
        messages().stream().map(OfficeMessage::id).filter(listed(document)::contains).forEach(all::add);
        documents().put(document, String.join("\n", all).getBytes(StandardCharsets.UTF_8));
    }

    private List<OfficeMessage> messages() {
        return documents().find(Documents.MESSAGES).map(Wire::officeMessages).orElse(List.of());
    }

    private List<String> listed(String document) {
        return documents().find(document)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().toList()).orElse(List.of());
    }

    private Documents documents() {
        return new Documents(handle, sealing);
    }
}
