package vn.hoidan.simulation.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.client.app.store.Attachment;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.HeldList;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.interview.Moment;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.SmallSurvey;

/// Interviews over several sittings, some with a photograph: each answer is a fact on the disk, and another laptop may
/// have to go on with them.
record Sittings(SimulatedLaptop laptop, FieldStore store) {
    private static final Path FIRST = new Path("/data/q1");
    private static final Path NOTE = new Path("/data/note");
    private static final int MOST_USUAL_BYTES = 5_000;
    /// One in so many photographs needs two pieces.
    private static final int LARGE_ONE_IN = 8;

    /// Begins an interview or goes on with one.
    void sit(HeldList held, int household) {
        List<InterviewEntry> begun = store.interviews().stream()
                .filter(entry -> entry.state() == InterviewState.IN_WORK).toList();
        if (!begun.isEmpty() && laptop.world.random.nextBoolean()) {
            goOn(begun.get(laptop.world.random.nextInt(begun.size())));
        } else {
            begin(held, household);
        }
    }

    private void begin(HeldList held, int household) {
        InterviewId id = laptop.newInterview();
        store.apply(List.of(new Change.InterviewBegun(id, SmallSurvey.questionnaire(), held.list().id(), household,
                held.lease().map(Lease::id), InterviewMode.FACE_TO_FACE, laptop.clock.now()),
                answer(id, FIRST, String.valueOf(1 + laptop.world.random.nextInt(2)))));
        if (laptop.world.random.nextBoolean()) {
            goOn(store.interview(id).orElseThrow());
        }
    }

    private void goOn(InterviewEntry entry) {
        if (laptop.world.random.nextInt(3) > 0) {
            photograph(entry.id());
        }
        if (laptop.world.random.nextInt(3) > 0) {
            complete(entry);
        }
    }

    private void photograph(InterviewId id) {
        byte[] content = new byte[laptop.world.random.nextInt(LARGE_ONE_IN) == 0 ? AttachmentPiece.MOST_BYTES + 1_000
                : 1 + laptop.world.random.nextInt(MOST_USUAL_BYTES)];
        laptop.world.random.nextBytes(content);
        Bytes bytes = Bytes.of(content);
        AttachmentName name = AttachmentName.of(bytes, "jpg");
        // before it is saved: it may be, and the power fails before anybody is told
        laptop.world.photographs.put(name, bytes);
        store.apply(List.of(new Change.AttachmentKept(new Attachment(name, bytes)),
                answer(id, NOTE, name.asText())));
        laptop.world.events.count("photograph");
    }

    private Change answer(InterviewId id, Path path, String value) {
        return new Change.FactAppended(id, new Fact.AnswerSet(new Moment(laptop.clock.now(),
                laptop.clock.monotonicNanos()), path, value), 1, 2);
    }

    private void complete(InterviewEntry entry) {
        Map<Path, String> answers = new HashMap<>();
        for (Fact fact : store.facts(entry.id())) {
            if (fact instanceof Fact.AnswerSet set) {
                answers.put(set.path(), set.value());
            }
        }
        answers.putIfAbsent(FIRST, "1");
        laptop.complete(store, entry.id(), laptop.record(entry.id(), entry.list(), entry.household(), entry.lease(),
                answers), List.of());
        laptop.world.events.count("sittings-ended");
    }
}
