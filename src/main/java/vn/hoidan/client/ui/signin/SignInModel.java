package vn.hoidan.client.ui.signin;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.hoidan.client.app.FirstRun;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.office.Invitation;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.StoreBackup;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.CodeFile;
import vn.hoidan.core.survey.EnrolmentCode;

/// The way from "who are you" to an open workplace.
public final class SignInModel {
    /// Copies that are offered.
    private static final int MOST_COPIES = 6;

    private final Laptop laptop;
    private final List<Invitation> invitations;
    private final Optional<FirstRun> firstRun;
    private final Background lane;
    private final Consumer<Workplace> onEntered;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.CHOOSE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
    private final PinWait wait;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Choice>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    /// Kept: a view of a list is dropped with all its listeners as soon as nobody holds it.
    private final ObservableList<Choice> choicesSeen = FXCollections.unmodifiableObservableList(choices);
    private final ReadOnlyIntegerWrapper turn = new ReadOnlyIntegerWrapper();
    private List<StoreBackup> copies = List.of();
    private Optional<StoreBackup> copy = Optional.empty();
    private Joining joining;
    private Optional<CodeFile> fromFile = Optional.empty();
    /// Name of the folder of the person to be asked at once, and for what; null when everybody is offered.
    private String asked;
    private Step askedFor = Step.PIN;

    /// @param firstRun  what is offered to somebody who is new; empty in practice
    /// @param lane      on which stores are opened and servers asked
    /// @param clock     by which waiting after wrong PINs goes by
    /// @param onEntered told the workplace once the PIN was right
    public SignInModel(Laptop laptop, List<Invitation> invitations, Optional<FirstRun> firstRun, Background lane,
            DeviceClock clock, Consumer<Workplace> onEntered) {
        this.laptop = laptop;
        this.invitations = List.copyOf(invitations);
        this.firstRun = firstRun;
        this.lane = lane;
        this.wait = new PinWait(clock);
        this.onEntered = onEntered;
    }

    public ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// False until it is known who works here, or that nobody can tell.
    public ReadOnlyBooleanProperty read() {
        return read.getReadOnlyProperty();
    }

    /// Seconds until a PIN is looked at again; 0 when at once.
    public ReadOnlyIntegerProperty waitSeconds() {
        return wait.seconds();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Who was chosen; empty for one who joins with a code.
    public ReadOnlyObjectProperty<Optional<Choice>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// The turn that is read to the office.
    public ReadOnlyIntegerProperty turn() {
        return turn.getReadOnlyProperty();
    }

    /// Name of the chosen person's device; empty before somebody of this laptop was chosen.
    public String device() {
        return chosen.get().orElse(null) instanceof Choice.Known known ? known.profile().device() : "";
    }

    /// The next reading of the people goes on to this person's PIN, as after a lock.
    ///
    /// @param profileId name of the person's folder
    public void ask(String profileId) {
        asked = profileId;
    }

    /// The next reading of the people goes on to this person's new code.
    ///
    /// @param profileId name of the person's folder
    public void askForCode(String profileId) {
        asked = profileId;
        askedFor = Step.REJOIN;
    }

    /// Those who work here, then those who may join.
    public ObservableList<Choice> choices() {
        return choicesSeen;
    }

    /// Reads who works on this laptop and starts from the beginning.
    public void load() {
        to(Step.CHOOSE);
        run(laptop::profiles, profiles -> {
            List<Choice> all = Choice.of(profiles, invitations);
            choices.setAll(all);
            if (asked == null && offersMore() && all.size() == 1) {
                choose(all.getFirst());
            }
            all.stream().filter(choice -> choice.isIn(asked)).findFirst().ifPresent(choice -> {
                choose(choice);
                to(askedFor);
            });
            asked = null;
            askedFor = Step.PIN;
            read.set(true);
        });
    }

    public void choose(Choice choice) {
        if (busy.get()) {
            return;
        }
        chosen.set(Optional.of(choice));
        switch (choice) {
            case Choice.Known _ -> to(Step.PIN);
            case Choice.Invited invited -> {
                joining = new Joining(invited.invitation().address(), invited.invitation().code());
                to(Step.NEW_PIN);
            }
        }
    }

    /// Joins with an address and a code that the office gave.
    public void byCode() {
        if (!busy.get()) {
            chosen.set(Optional.empty());
            fromFile = Optional.empty();
            to(Step.CODE);
        }
    }

    public void useCode(String address, String code) {
        Optional<ServerAddress.HostAndPort> place = ServerAddress.parse(address);
        Optional<EnrolmentCode> parsed = EnrolmentCode.parse(code);
        if (place.isEmpty()) {
            problem.set(Optional.of(Problem.of(ProblemKind.SERVER_NAME_UNKNOWN, "address", address.strip())));
        } else if (parsed.isEmpty()) {
            problem.set(Optional.of(Problem.of(ProblemKind.ENROLMENT_CODE_MALFORMED)));
        } else {
            tryToReach(place.get(), parsed.get());
        }
    }

    /// Joins with a file of the office, which holds address and code.
    public void useFile(Path file) {
        if (!busy.get()) {
            firstRun.ifPresent(first -> run(() -> first.codeFiles().apply(file), found -> {
                chosen.set(Optional.empty());
                fromFile = Optional.of(found);
                to(Step.CODE);
                useCode(found.address(), found.code().asText());
            }));
        }
    }

    /// What the office's file held, to be seen and mended where it is typed.
    public Optional<CodeFile> fromFile() {
        return fromFile;
    }

    /// The server that was found to join at.
    public String place() {
        return joining.place().host() + ":" + joining.place().port();
    }

    /// Goes on to practice, if this laptop offers it.
    public void practise() {
        if (!busy.get()) {
            firstRun.ifPresent(first -> first.practise().run());
        }
    }

    boolean offersMore() {
        return firstRun.isPresent();
    }

    /// True as long as nobody works here and nobody was invited.
    boolean isFirstRun() {
        return offersMore() && choices.isEmpty();
    }

    /// A wrong address, a missing network or another server shows before a PIN was thought of.
    private void tryToReach(ServerAddress.HostAndPort place, EnrolmentCode code) {
        if (busy.get()) {
            return;
        }
        run(() -> laptop.reach(place.with(code.fingerprint())), toSeeTo -> {
            joining = new Joining(place, () -> code);
            to(Step.NEW_PIN);
            problem.set(toSeeTo);
        });
    }

    /// Joins with the PIN chosen; both arrays are wiped.
    public void join(char[] pin, char[] again) {
        Optional<Problem> refused = Laptop.checkPin(pin, again, List.of());
        Arrays.fill(again, '\0');
        if (refused.isPresent() || busy.get()) {
            Arrays.fill(pin, '\0');
            problem.set(refused);
            return;
        }
        Joining now = joining;
        run(() -> now.enrol(laptop, pin), this::entered);
    }

    /// Tries a PIN; it is wiped.
    public void enter(char[] pin) {
        if (busy.get() || !wait.isOver() || !(chosen.get().orElse(null) instanceof Choice.Known known)) {
            Arrays.fill(pin, '\0');
            return;
        }
        run(() -> laptop.enter(known.profile(), pin), this::tried, failed -> {
            problem.set(Optional.of(failed));
            if (failed.kind() == ProblemKind.STORE_DAMAGED) {
                lookForCopies(known.profile(), failed);
            }
        });
    }

    /// The person has a new code of the office for this laptop.
    public void newCode() {
        if (!busy.get()) {
            to(Step.REJOIN);
        }
    }

    /// Makes the laptop known to the office again; the PIN is wiped.
    public void rejoin(String code, char[] pin) {
        Optional<EnrolmentCode> parsed = EnrolmentCode.parse(code);
        if (busy.get() || !wait.isOver() || parsed.isEmpty()
                || !(chosen.get().orElse(null) instanceof Choice.Known known)) {
            Arrays.fill(pin, '\0');
            if (parsed.isEmpty()) {
                problem.set(Optional.of(Problem.of(ProblemKind.ENROLMENT_CODE_MALFORMED)));
            }
            return;
        }
        run(() -> laptop.rejoin(known.profile(), parsed.get(), pin), this::tried);
    }

    /// Copies that can be brought back, newest first.
    public List<StoreBackup> copies() {
        return copies;
    }

    private void lookForCopies(Profile profile, Problem damaged) {
        run(() -> laptop.backups(profile), found -> {
            copies = found.subList(0, Math.min(found.size(), MOST_COPIES));
            copy = copies.stream().findFirst();
            if (!copies.isEmpty()) {
                to(Step.BRING_BACK);
            }
            problem.set(Optional.of(damaged));
        });
    }

    public void chooseCopy(StoreBackup wanted) {
        copy = Optional.of(wanted);
    }

    /// Brings the chosen copy back by the PIN that held when it was made; the PIN is wiped.
    public void bringBack(char[] pin) {
        if (busy.get() || !wait.isOver() || copy.isEmpty()
                || !(chosen.get().orElse(null) instanceof Choice.Known known)) {
            Arrays.fill(pin, '\0');
            return;
        }
        StoreBackup wanted = copy.get();
        run(() -> laptop.bringBack(known.profile(), wanted, pin), this::tried);
    }

    /// The PIN cannot be remembered.
    public void forgotten() {
        if (busy.get() || !(chosen.get().orElse(null) instanceof Choice.Known known)) {
            return;
        }
        run(() -> laptop.recoveryTurn(known.profile()), found -> found.ifPresentOrElse(now -> {
            turn.set(now);
            to(Step.FORGOTTEN);
        }, () -> problem.set(Optional.of(Problem.of(ProblemKind.SPARE_KEY_MISSING)))));
    }

    /// Tries the office's code, with the PIN that is to hold from then on; both arrays are wiped.
    public void recover(String code, char[] pin, char[] again) {
        if (busy.get() || !wait.isOver() || !(chosen.get().orElse(null) instanceof Choice.Known known)) {
            Arrays.fill(pin, '\0');
            Arrays.fill(again, '\0');
            return;
        }
        run(() -> laptop.recover(known.profile(), turn.get(), code, pin, again), this::tried);
    }

    private void tried(Laptop.Entering entering) {
        switch (entering) {
            case Laptop.Entering.Entered open -> entered(open.workplace());
            case Laptop.Entering.Denied denied -> denied(denied.problem());
        }
    }

    private void denied(Problem why) {
        problem.set(Optional.of(why));
        if (why.kind() == ProblemKind.PIN_WAIT) {
            wait.begin(Integer.parseInt(why.details().get("seconds")));
        }
    }

    /// Looks at the clock again; to be called every second or so.
    public void tick() {
        if (!wait.isOver()) {
            wait.tick();
            problem.set(wait.isOver() ? Optional.empty() : Optional.of(
                    Problem.of(ProblemKind.PIN_WAIT, "seconds", String.valueOf(wait.seconds().get()))));
        }
    }

    /// One step back; false at the first.
    public boolean back() {
        if (step.get() == Step.CHOOSE) {
            return false;
        }
        if (!busy.get()) {
            to(switch (step.get()) {
                case NEW_PIN -> chosen.get().isEmpty() ? Step.CODE : Step.CHOOSE;
                case FORGOTTEN, BRING_BACK, REJOIN -> Step.PIN;
                case CHOOSE, CODE, PIN -> Step.CHOOSE;
            });
        }
        return true;
    }

    private void entered(Workplace workplace) {
        to(Step.CHOOSE);
        onEntered.accept(workplace);
    }

    private void to(Step next) {
        problem.set(Optional.empty());
        wait.end();
        step.set(next);
    }

    private <T> void run(Callable<T> work, Consumer<T> onDone) {
        run(work, onDone, failed -> problem.set(Optional.of(failed)));
    }

    private <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Problem> onFailed) {
        busy.set(true);
        problem.set(Optional.empty());
        lane.run(work, result -> {
            busy.set(false);
            onDone.accept(result);
        }, failed -> {
            busy.set(false);
            read.set(true);
            onFailed.accept(failed);
        });
    }
}
