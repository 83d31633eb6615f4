package vn.hoidan.journey;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.work.Completing;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.Filling;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.SaveState;
import vn.hoidan.client.app.work.Starting;
import vn.hoidan.client.net.HttpHeadOffices;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.sampling.HouseholdState;
import vn.hoidan.support.QueueLanes;
import vn.hoidan.support.RandomAnswers;

/// A program of its own that holds interviews with the window's own work, lanes and store, until it is killed. It says
/// each act before it does it, and what stands saved whenever the window would show "saved".
final class KilledInterviewer {
    private static final int LITTLE = 100;

    private final Random random;
    private final boolean hurry;
    private final QueueLanes lanes = new QueueLanes();
    private final Background writer = lanes.lane("writer");
    private final Background sync = lanes.lane("sync");
    private final FileOutputStream said = new FileOutputStream(FileDescriptor.out);
    private InterviewWork work;
    /// Facts of the interview that is open, told or not, on the disk or not.
    private int acts;

    private KilledInterviewer(Random random, boolean hurry) {
        this.random = random;
        this.hurry = hurry;
    }

    /// @param arguments folder, seed, and how it goes: `hurry` answers and completes without straying, `sync` syncs
    ///                  after each interview
    public static void main(String[] arguments) {
        boolean syncs = arguments[2].contains("sync");
        KilledInterviewer interviewer = new KilledInterviewer(new Random(Long.parseLong(arguments[1])),
                arguments[2].contains("hurry"));
        interviewer.hold(Path.of(arguments[0]), syncs);
    }

    private void hold(Path folder, boolean syncs) {
        HttpHeadOffices offices = new HttpHeadOffices("Linux");
        Laptop laptop = SipasOffice.laptop(folder, offices, writer, sync);
        say("unlocking");
        Workplace place = SipasOffice.enter(laptop);
        say("opened");
        FieldWork field = (FieldWork) place.work();
        while (true) {
            if (syncs) {
                sync(place);
            }
            open(field);
            if (interview()) {
                complete();
            }
        }
    }

    private void sync(Workplace place) {
        lanes.until(() -> !place.sync().status().running());
        say("syncing");
        place.sync().sync();
        lanes.until(() -> !place.sync().status().running());
        say(place.sync().status().problem().isEmpty() ? "synced" : "not-synced " + place.sync().status().problem());
    }

    /// Goes on with a draft or begins at the next household.
    private void open(FieldWork field) {
        List<InterviewEntry> drafts = drafts(field);
        if (!drafts.isEmpty() && (hurry || random.nextBoolean())) {
            InterviewEntry draft = drafts.get(random.nextInt(drafts.size()));
            acts = draft.facts();
            act(draft.id().asText(), new Fact.Resumed(RandomActs.WHENEVER));
            work = field.resume(draft.id());
            say("replayed " + work.factsNotTaken());
        } else {
            int household = field.home().villages().getFirst().households().stream()
                    .filter(each -> each.state() == HouseholdState.NEW).findFirst().orElseThrow().household().number();
            acts = 1;
            say("starting");
            work = ((Starting.Started) field.start(SipasOffice.LIST, household, InterviewMode.FACE_TO_FACE, "vi"))
                    .interview();
            say("started " + work.id().asText());
        }
        Filling shown = work;
        work.onSaveState(state -> shown(shown, state));
    }

    private List<InterviewEntry> drafts(FieldWork field) {
        return field.home().tasks().stream().flatMap(task -> task.interview().stream())
                .filter(entry -> entry.state() == InterviewState.IN_WORK).toList();
    }

    private void shown(Filling filling, SaveState state) {
        if (filling != work) {
            return;
        }
        switch (state) {
            case SaveState.Saved _ -> say("saved " + work.id().asText() + " " + acts);
            case SaveState.Saving _ -> { }
            case SaveState.Failed failed -> say("failed " + failed.problem());
            case SaveState.NotKept _ -> throw new IllegalStateException("an interview is kept");
        }
    }

    /// True when nothing that must be answered is open; false when it was left for later.
    private boolean interview() {
        RandomActs drawn = new RandomActs(work, random, fact -> act(work.id().asText(), fact));
        while (work.firstOpen().isPresent()) {
            if (!hurry && drawn.strays()) {
                // as the window does: one leaves only when it says "saved"
                lanes.until(() -> work.saveState() instanceof SaveState.Saved);
                return false;
            }
            if (hurry || random.nextInt(LITTLE) > drawn.oddShare()) {
                drawn.answer();
            } else {
                drawn.odd();
            }
            if (random.nextInt(3) == 0) {
                lanes.now();
            } else {
                lanes.until(() -> work.saveState() instanceof SaveState.Saved);
            }
        }
        return true;
    }

    private void complete() {
        lanes.until(() -> work.saveState() instanceof SaveState.Saved);
        say("completing " + work.id().asText());
        List<Completing> done = new ArrayList<>();
        work.complete(done::add, problem -> {
            throw new AssertionError(problem);
        });
        lanes.until(() -> !done.isEmpty());
        say(done.getFirst() instanceof Completing.Completed ? "completed " + work.id().asText()
                : "incomplete " + done.getFirst());
    }

    private void act(String interview, Fact fact) {
        acts++;
        say("act " + interview + " " + RandomActs.text(fact));
    }

    private void say(String line) {
        try {
            said.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException nobodyListens) {
            throw new UncheckedIOException(nobodyListens);
        }
    }
}
