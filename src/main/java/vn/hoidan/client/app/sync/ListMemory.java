package vn.hoidan.client.app.sync;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.sync.DownItem;

/// Joins what was done on a list elsewhere with what this laptop knows of it.
record ListMemory(FieldStore store) {

    /// Contacts that are not here. The office knows times to the millisecond.
    List<Change> missing(DownItem.ListHistory history) {
        Set<Contact> known = store.contacts(history.list()).stream().map(ListMemory::rounded)
                .collect(Collectors.toSet());
        Set<Integer> interviewed = store.interviews().stream()
                .filter(entry -> entry.list().equals(history.list()) && entry.state() == InterviewState.COMPLETED)
                .map(InterviewEntry::household).collect(Collectors.toSet());
        return history.contacts().stream().distinct()
                .filter(contact -> contact.outcome() == Outcome.INTERVIEWED_ELSEWHERE
                        ? !interviewed.contains(contact.household()) && known.stream().noneMatch(each ->
                                each.household() == contact.household()
                                        && each.outcome() == Outcome.INTERVIEWED_ELSEWHERE)
                        : !known.contains(rounded(contact)))
                .<Change>map(Change.ContactRecorded::new).toList();
    }

    private static Contact rounded(Contact contact) {
        return new Contact(contact.list(), contact.household(), contact.attempt(), contact.outcome(), contact.reason(),
                contact.at().truncatedTo(ChronoUnit.MILLIS),
                contact.appointment().map(at -> at.truncatedTo(ChronoUnit.MILLIS)));
    }
}
