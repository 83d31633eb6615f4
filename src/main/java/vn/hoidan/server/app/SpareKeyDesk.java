package vn.hoidan.server.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.hoidan.core.access.OfficeSecrets;
import vn.hoidan.core.access.OfficeWrap;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.Sha256;
import vn.hoidan.server.app.book.SpareKeyBook;

/// Gives devices their spare keys and helps people who forgot their PIN.
public final class SpareKeyDesk {

    /// How long a one-time code can be used.
    public static final Duration RESET_CODE_LIFE = Duration.ofHours(24);
    /// Wrong codes for a device until its one-time code is dead.
    public static final int MOST_TRIES = 5;
    /// Nobody forgets a PIN so often.
    public static final int MOST_TURNS = 10_000;
    private static final String PERSON_FORM = "p-[A-Za-z0-9-]{1,58}";

    private final CentralStore store;
    private final OfficeSecrets secrets;
    private final InstantSource clock;
    private final RandomGenerator random;

    /// @param random source of secrets: one that cannot be guessed
    public SpareKeyDesk(CentralStore store, OfficeSecrets secrets, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
        this.random = random;
    }

    /// The spare keys of a device that has shown who it is.
    ///
    /// @param turn the device's next, from 1
    /// @throws vn.hoidan.core.problem.ProblemException MESSAGE_UNREADABLE if there is no such turn
    public SpareKeys give(String device, int turn) {
        refuseNoTurn(turn);
        store.write(central -> {
            central.spareKeys().given(device, turn, clock.instant());
            return turn;
        });
        return new SpareKeys(secrets.publicKey(), turn, secrets.recoveryCode(device, turn));
    }

    /// A code to be read out, with what is known of its turn: whoever reads it out should see when the turn was never
    /// given or its code was told before.
    public record ToBeRead(String device, SpokenCode code, SpareKeyBook.Turn before) {
    }

    /// The code that opens a device in its turn, for the telephone.
    ///
    /// @param device name of the device, or id of the person who works with it
    /// @throws vn.hoidan.core.problem.ProblemException DEVICE_UNKNOWN, MESSAGE_UNREADABLE if there is no such turn
    public ToBeRead readOut(String device, int turn) {
        refuseNoTurn(turn);
        return store.write(central -> {
            String known = known(central, device);
            SpareKeyBook.Turn before = central.spareKeys().turn(known, turn);
            central.spareKeys().told(known, turn, clock.instant());
            return new ToBeRead(known, secrets.recoveryCode(known, turn), before);
        });
    }

    /// Makes a one-time code that the laptop can show to the server; an older one is void from now on. Only its hash is
    /// kept, so it is shown now or never.
    ///
    /// @param device name of the device, or id of the person who works with it
    /// @throws vn.hoidan.core.problem.ProblemException DEVICE_UNKNOWN
    public SpokenCode issueResetCode(String device) {
        byte[] source = new byte[Long.BYTES];
        random.nextBytes(source);
        SpokenCode code = SpokenCode.of(Bytes.of(source), SpokenCode.RESET_GROUPS);
        Instant now = clock.instant();
        store.write(central -> {
            String known = known(central, device);
            central.spareKeys().put(known, new SpareKeyBook.ResetCode(secrets.hash(known, code),
                    now.plus(RESET_CODE_LIFE), MOST_TRIES, Optional.empty()), now);
            return known;
        });
        return code;
    }

    /// The recovery code of the device's turn for whoever shows its one-time code. The answer may be lost on its way,
    /// so the same question is answered again, but from its first use on the code is good for that turn alone.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException RESET_CODE_REFUSED
    public SpokenCode reset(String device, int turn, SpokenCode shown) {
        Instant now = clock.instant();
        boolean right = turn >= 1 && turn <= MOST_TURNS && store.write(central -> {
            SpareKeyBook book = central.spareKeys();
            Optional<SpareKeyBook.ResetCode> kept = book.resetCode(device)
                    .filter(code -> code.triesLeft() > 0 && now.isBefore(code.expiresAt()));
            if (kept.isEmpty()) {
                return false;
            }
            SpareKeyBook.ResetCode code = kept.get();
            boolean same = Sha256.same(code.hash(), secrets.hash(device, shown))
                    && code.turn().map(used -> used == turn).orElse(true);
            book.put(device, new SpareKeyBook.ResetCode(code.hash(), code.expiresAt(),
                    same ? code.triesLeft() : code.triesLeft() - 1,
                    same ? Optional.of(turn) : code.turn()), now);
            if (same) {
                book.told(device, turn, now);
            }
            return same;
        });
        if (!right) {
            throw Problem.of(ProblemKind.RESET_CODE_REFUSED).exception();
        }
        return secrets.recoveryCode(device, turn);
    }

    /// The data key of a device whose folder came to the office; empty if it was wrapped for another office.
    public Optional<Bytes> unwrap(OfficeWrap wrap) {
        return secrets.unwrap(wrap);
    }

    private static String known(CentralStore.Central central, String device) {
        Optional<Devices.Device> found = device.matches(PERSON_FORM)
                ? central.devices().current(new PersonId(device)) : central.devices().find(device);
        return found.map(Devices.Device::id)
                .orElseThrow(() -> Problem.of(ProblemKind.DEVICE_UNKNOWN, "name", device).exception());
    }

    private static void refuseNoTurn(int turn) {
        if (turn < 1 || turn > MOST_TURNS) {
            throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "turn").exception();
        }
    }
}
