package vn.hoidan.client.ui.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.FirstRun;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.office.Invitation;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.StoreBackup;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.store.CompressedRecords;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.CodeFile;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Role;
import vn.hoidan.form.XForms;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.MemoryProfiles;
import vn.hoidan.support.PracticeOffice;
import vn.hoidan.support.QueueLanes;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;

class SignInModelTest {
    private static final String PIN = "482916";

    private final SettableClock clock = new SettableClock(Samples.MORNING);
    private final MemoryProfiles profiles = new MemoryProfiles();
    private final List<Workplace> entered = new ArrayList<>();
    private final PracticeOffice office = new PracticeOffice();
    private boolean practising;
    private final Laptop laptop = new Laptop(profiles, office,
            new FieldWork.Surroundings(new ImmediateBackground(), clock, UUID::randomUUID, new XForms()::load,
                    new CompressedRecords(), new VoucherFiles(), "test"),
            new ImmediateBackground(), () -> Samples.bytes(32, 1), () -> 0.0);
    private final Invitation invitation = new Invitation(PracticeOffice.person(Role.ENUMERATOR),
            new ServerAddress.HostAndPort("localhost", 1), () -> PracticeOffice.code(Role.ENUMERATOR));
    private final SignInModel model = new SignInModel(laptop, List.of(invitation), Optional.empty(),
            new ImmediateBackground(), clock, entered::add);

    @Test
    void offersCopiesWhenTheStoreIsDamagedAndBringsTheChosenOneBack() {
        join();
        profiles.damage = Optional.of(Problem.of(ProblemKind.STORE_DAMAGED, "file", "field.db"));
        profiles.copies.add(new StoreBackup(Path.of("newest"), Samples.MORNING, 4, 3));
        profiles.copies.add(new StoreBackup(Path.of("older"), Samples.MORNING, 2, 2));
        model.load();
        model.choose(model.choices().getFirst());
        model.enter(PIN.toCharArray());
        assertEquals(Step.BRING_BACK, model.step().get());
        assertEquals(ProblemKind.STORE_DAMAGED, model.problem().get().orElseThrow().kind());
        assertEquals(profiles.copies, model.copies());
        model.bringBack("000111".toCharArray());
        assertEquals(ProblemKind.WRONG_PIN, model.problem().get().orElseThrow().kind());
        assertEquals(1, entered.size());
        model.chooseCopy(profiles.copies.getLast());
        model.bringBack(PIN.toCharArray());
        assertEquals(2, entered.size());
    }

    @Test
    void staysAtThePinWhenThereIsNoCopyOfADamagedStore() {
        join();
        profiles.damage = Optional.of(Problem.of(ProblemKind.STORE_DAMAGED, "file", "field.db"));
        model.load();
        model.choose(model.choices().getFirst());
        model.enter(PIN.toCharArray());
        assertEquals(Step.PIN, model.step().get());
        assertEquals(ProblemKind.STORE_DAMAGED, model.problem().get().orElseThrow().kind());
    }

    /// The window comes up when this is so; it must come up when the people cannot be read, too.
    @Test
    void knowsWhoWorksHereOnceThatWasReadOrCannotBe() {
        QueueLanes lanes = new QueueLanes();
        SignInModel slow = new SignInModel(laptop, List.of(invitation), Optional.empty(), lanes.lane("slow"), clock,
                entered::add);
        slow.load();
        assertFalse(slow.read().get());
        lanes.until(slow.read()::get);
        assertEquals(1, slow.choices().size());
        profiles.unreadable = Optional.of(Problem.of(ProblemKind.STORE_DAMAGED, "file", "people"));
        model.load();
        assertTrue(model.read().get());
        assertEquals(profiles.unreadable, model.problem().get());
    }

    /// Enumerators of practice are numbered, so all of them have the same initials.
    @Test
    void goesOnInvitingSomebodyWithTheInitialsOfOneWhoJoined() {
        join();
        Person first = invitation.person();
        Invitation other = new Invitation(new Person(new PersonId("dtv-2"), first.name(), first.role(), first.area(),
                first.areaName()), invitation.address(), invitation.code());
        SignInModel both = new SignInModel(laptop, List.of(invitation, other), Optional.empty(),
                new ImmediateBackground(), clock, entered::add);
        both.load();
        assertEquals(2, both.choices().size());
        assertEquals(new Choice.Invited(other), both.choices().getLast());
    }

    @Test
    void triesTheServerBeforeThePinAndStaysWhereTheAddressIsTypedWhenItCannotBeUsed() {
        SignInModel alone = alone(laptop, "unused");
        alone.load();
        alone.byCode();
        office.refusal = Optional.of(Problem.of(ProblemKind.SERVER_NAME_UNKNOWN, "address", "khong-co.vn:8443"));
        alone.useCode("khong-co.vn", PracticeOffice.code(Role.ENUMERATOR).asText());
        assertEquals(Step.CODE, alone.step().get());
        assertEquals(ProblemKind.SERVER_NAME_UNKNOWN, alone.problem().get().orElseThrow().kind());
        office.refusal = Optional.empty();
        office.time = Optional.of(Samples.MORNING.plusSeconds(20 * 60));
        alone.useCode("khong-co.vn", PracticeOffice.code(Role.ENUMERATOR).asText());
        assertEquals(Step.NEW_PIN, alone.step().get());
        assertEquals(Optional.of(Problem.of(ProblemKind.CLOCK_OFF, "minutes", "20")), alone.problem().get());
        assertEquals("khong-co.vn:8443", alone.place());
    }

    @Test
    void joinsWithAFileOfTheOfficeAndGoesStraightToThePinTheSecondTime() {
        SignInModel alone = alone(laptop, "10.0.0.5");
        alone.load();
        assertTrue(alone.isFirstRun());
        alone.useFile(Path.of("mine.hoidan-code"));
        assertEquals(Step.NEW_PIN, alone.step().get());
        assertEquals(Optional.empty(), alone.problem().get());
        alone.join(PIN.toCharArray(), PIN.toCharArray());
        assertEquals(1, entered.size());
        SignInModel second = alone(laptop, "unused");
        second.load();
        assertEquals(Step.PIN, second.step().get());
        second.back();
        assertEquals(Step.CHOOSE, second.step().get());
        assertFalse(second.isFirstRun());
    }

    @Test
    void saysWhatIsWrongWithAFileAndGoesOnToPractice() {
        SignInModel alone = alone(laptop, "10.0.0.5");
        alone.load();
        alone.useFile(Path.of("other.txt"));
        assertEquals(ProblemKind.CODE_FILE_UNREADABLE, alone.problem().get().orElseThrow().kind());
        assertEquals(Step.CHOOSE, alone.step().get());
        assertFalse(practising);
        alone.practise();
        assertTrue(practising);
    }

    /// Of a laptop on which nobody was invited.
    private SignInModel alone(Laptop on, String address) {
        FirstRun first = new FirstRun(file -> {
            if (!file.toString().endsWith(CodeFile.ENDING)) {
                throw Problem.of(ProblemKind.CODE_FILE_UNREADABLE, "file", file.toString()).exception();
            }
            return new CodeFile(address, PracticeOffice.code(Role.ENUMERATOR));
        }, () -> practising = true);
        return new SignInModel(on, List.of(), Optional.of(first), new ImmediateBackground(), clock, entered::add);
    }

    private void join() {
        model.load();
        model.choose(model.choices().getFirst());
        model.join(PIN.toCharArray(), PIN.toCharArray());
        assertEquals(1, entered.size());
    }

    /// Listeners hang on the list that was handed out: another one each time would be forgotten with them as soon as
    /// memory is cleaned, and the screen would stay empty.
    @Test
    void handsOutOneListOfPeopleAndTellsItsListeners() {
        List<Integer> told = new ArrayList<>();
        model.choices().addListener((ListChangeListener<Choice>) change -> told.add(
                change.getList().size()));
        assertSame(model.choices(), model.choices());
        System.gc();
        model.load();
        assertEquals(List.of(1), told);
    }

    /// Seconds of the screen are only looks at the clock: a busy laptop must not shorten or lengthen the wait.
    @Test
    void waitsAfterWrongPinsByTheClockHoweverOftenItIsLookedAt() {
        model.load();
        model.choose(model.choices().getFirst());
        model.join("246810".toCharArray(), "246810".toCharArray());
        assertEquals(1, entered.size());
        model.load();
        model.choose(model.choices().getFirst());
        for (int wrong = 0; wrong < 3; wrong++) {
            model.enter("999999".toCharArray());
        }
        assertEquals(5, model.waitSeconds().get());
        for (int look = 0; look < 20; look++) {
            model.tick();
        }
        assertEquals(5, model.waitSeconds().get());
        clock.forward(Duration.ofMillis(4_500));
        model.tick();
        model.enter("246810".toCharArray());
        assertEquals(1, model.waitSeconds().get());
        assertEquals(1, entered.size());
        clock.forward(Duration.ofMillis(500));
        model.tick();
        model.enter("246810".toCharArray());
        assertEquals(2, entered.size());
    }
}
