package vn.hoidan.journey;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.client.net.HttpHeadOffices;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.support.ImmediateBackground;

/// A laptop's program without its window, in a process of its own: completes interviews and syncs as it is told on its
/// input, a word and a number a line. It says what is done only when it is done. The store stays open from its start to
/// its end, as it does behind a window.
final class SyncingLaptop {
    private static final ImmediateBackground LANE = new ImmediateBackground();

    private final OpenedOnce folders;
    private final FieldStore store;
    private final ReadyInterviews interviews;
    private final FileOutputStream said = new FileOutputStream(FileDescriptor.out);
    private final int households;
    private int household;

    private SyncingLaptop(Path folder, Random random) {
        this.folders = new OpenedOnce(SipasOffice.folders(folder), SipasOffice.PIN);
        this.store = folders.open().store();
        this.interviews = new ReadyInterviews(random, 1);
        this.households = store.lists().getFirst().list().households().size();
        this.household = random.nextInt(households);
    }

    /// @param arguments folder and seed
    public static void main(String[] arguments) throws IOException {
        SyncingLaptop laptop = new SyncingLaptop(Path.of(arguments[0]), new Random(Long.parseLong(arguments[1])));
        laptop.say("ready");
        try (BufferedReader orders = new BufferedReader(
                new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                laptop.carryOut(order.split(" "));
            }
        }
    }

    private void carryOut(String[] order) throws IOException {
        switch (order[0]) {
            case "complete" -> complete(Integer.parseInt(order[1]));
            case "sync" -> sync();
            default -> throw new IllegalArgumentException(order[0]);
        }
    }

    private void complete(int count) throws IOException {
        for (int number = 0; number < count; number++) {
            household = household % households + 1;
            InterviewId id = interviews.complete(store, household).id();
            say("completed " + id.asText());
        }
        say("done");
    }

    /// With a connection of its own, so that each round shakes hands from the beginning.
    private void sync() throws IOException {
        Optional<Problem> problem;
        try (HttpHeadOffices offices = new HttpHeadOffices("Linux")) {
            // the workplace is left and not closed: that would close the store
            Workplace place = SipasOffice.enter(SipasOffice.laptop(folders, offices, LANE, LANE));
            place.sync().sync();
            problem = place.sync().status().problem();
        }
        SyncState state = store.syncState();
        say(String.join(" ", "round", problem.map(each -> each.kind().name()).orElse("synced"),
                String.valueOf(state.incarnation()), String.valueOf(state.cursor()),
                String.valueOf(state.head().number()), String.valueOf(state.stored().number()),
                state.stored().hash().hex()));
    }

    private void say(String line) throws IOException {
        said.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
