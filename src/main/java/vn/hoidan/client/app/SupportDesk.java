package vn.hoidan.client.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.hoidan.client.app.machine.PersonLock;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;

/// Makes the file that a person sends when something does not work: versions, counts and the program's log, sealed so
/// that only the office reads it. No answers, no names of people or places, no codes.
public final class SupportDesk {
    private static final String BEGINNING = "hoi-dan-";
    private static final String ENDING = ".support.txt";

    private final Profile profile;
    private final FieldStore store;
    private final PersonLock lock;
    private final Supplier<String> laptop;

    /// @param laptop what is to be told of the laptop and the program on it
    SupportDesk(Profile profile, FieldStore store, PersonLock lock, Supplier<String> laptop) {
        this.profile = profile;
        this.store = store;
        this.lock = lock;
        this.laptop = laptop;
    }

    /// Writes the file into a folder; one that is there from before is replaced. Call it on the writer's lane.
    ///
    /// @return the file
    /// @throws vn.hoidan.core.problem.ProblemException SPARE_KEY_MISSING before the first sync, FOLDER_NOT_WRITABLE
    public Path write(Path folder) {
        byte[] sealed = lock.sealForOffice(report().getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> Problem.of(ProblemKind.SPARE_KEY_MISSING).exception()).toBytes().toArray();
        Path file = folder.resolve(BEGINNING + profile.device() + ENDING);
        try {
            return Files.write(file, sealed);
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", folder.toString()).exception(refused);
        }
    }

    private String report() {
        Map<String, Long> states = store.interviews().stream().collect(Collectors.groupingBy(
                entry -> entry.state().code(), TreeMap::new, Collectors.counting()));
        SyncState sync = store.syncState();
        return "device " + profile.device() + "\nrole " + profile.person().role().code() + "\ninterviews " + states
                + "\nwaiting " + sync.waiting() + "\nlast sync " + sync.lastSync().map(String::valueOf).orElse("never")
                + "\n" + laptop.get();
    }
}
