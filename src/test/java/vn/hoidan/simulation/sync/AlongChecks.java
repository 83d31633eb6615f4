package vn.hoidan.simulation.sync;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.app.book.Drafts;
import vn.hoidan.simulation.Violation;

/// What holds of files and of interviews in work when everything has arrived.
record AlongChecks(SyncWorld world) {

    void atTheEnd() {
        world.laptops.forEach(laptop -> {
            files(laptop.disk.contents());
            drafts(laptop);
        });
        answersThatOnlyTheOfficeHas();
        completedOnce();
    }

    /// F1: a file that a laptop has and that an interview names is at the office, whole and once.
    private void files(FieldStore store) {
        for (InterviewEntry entry : store.interviews()) {
            if (entry.state() != InterviewState.BROKEN_OFF) {
                store.facts(entry.id()).stream().filter(Fact.AnswerSet.class::isInstance)
                        .map(Fact.AnswerSet.class::cast).reduce((_, last) -> last)
                        .flatMap(last -> AttachmentName.parse(last.value()))
                        .filter(name -> store.attachment(name.hash()).isPresent()).ifPresent(this::isThere);
            }
        }
    }

    private void isThere(AttachmentName name) {
        Bytes content = world.photographs.get(name);
        Violation.unless(world.office.along.content(name).equals(Optional.of(content)), "F1",
                "a file is not at the office: " + name.asText());
        Violation.unless(world.office.along.timesKept(name) == 1, "F1", "a file is kept "
                + world.office.along.timesKept(name) + " times");
        world.events.count("file-at-the-office");
    }

    /// F2: what was deleted on a laptop is at the office with its files.
    private void answersThatOnlyTheOfficeHas() {
        Map<InterviewId, InterviewRecord> office = world.office.look(central -> {
            Map<InterviewId, InterviewRecord> found = new HashMap<>();
            central.interviews().each(SmallSurvey.ID, kept -> found.put(kept.entry().id(),
                    world.records.interview(kept.entry().device(), kept.record())));
            return found;
        });
        world.laptops.forEach(laptop -> laptop.disk.contents().interviews().stream()
                .filter(InterviewEntry::onlyAtOffice).map(entry -> Optional.ofNullable(office.get(entry.id())))
                .flatMap(Optional::stream).flatMap(record -> record.answers().values().stream())
                .flatMap(answer -> AttachmentName.parse(answer).stream()).forEach(this::isThere));
    }

    /// F3: an interview in work that the office keeps is on the laptop with which its person works now, unless its
    /// place is not theirs any more or another was begun there. Two copies of one laptop take each other's away.
    private void drafts(SimulatedLaptop laptop) {
        if (world.events.of("cloned") > 0) {
            return;
        }
        FieldStore store = laptop.disk.contents();
        for (Drafts.Entry kept : world.office.along.drafts(laptop.device)) {
            InterviewId id = kept.draft().mark().interview();
            if (store.interview(id).isEmpty()) {
                world.events.count("draft-left");
                Draft draft = world.office.along.draft(laptop.device, id);
                boolean taken = store.lists().stream().noneMatch(held -> !held.withdrawn()
                        && held.list().id().equals(draft.list())) || store.interviews().stream().anyMatch(entry ->
                        entry.list().equals(draft.list()) && entry.household() == draft.household());
                Violation.unless(taken, "F3", "an interview in work did not come back: " + id.asText());
            } else if (!kept.device().equals(laptop.device)) {
                world.events.count("draft-taken-over");
            }
        }
    }

    /// F4: where no disk was copied or put back, nobody completes what was completed elsewhere.
    private void completedOnce() {
        Set<InterviewId> completed = new HashSet<>();
        world.laptops.forEach(laptop -> laptop.disk.contents().interviews().stream()
                .filter(entry -> entry.state() == InterviewState.COMPLETED).map(InterviewEntry::id)
                .forEach(id -> Violation.unless(completed.add(id) || world.copied, "F4",
                        "completed on two laptops: " + id.asText())));
    }
}
