package vn.hoidan.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import vn.hoidan.core.access.PinRules;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;

/// A data key wrapped by a PIN: what is stored may be seen by anybody, and each guess at the PIN costs the time and
/// memory of Argon2id (RFC 9106).
///
/// @param memoryKib  memory of one guess, KiB
/// @param passes     over that memory
/// @param lanes      parallelism parameter of Argon2
/// @param salt       random
/// @param wrappedKey the data key sealed with what Argon2id makes of the PIN
public record PinVault(int memoryKib, int passes, int lanes, Bytes salt, Bytes wrappedKey) {
    private static final int SALT_BYTES = 16;
    private static final int MOST_MEMORY_KIB = 1024 * 1024;
    private static final int MOST_PASSES = 50;
    private static final int MOST_LANES = 16;
    private static final int LEAST_MEMORY_KIB_PER_LANE = 8;
    private static final char LAST_ASCII = 0x7f;
    private static final char[] SAMPLE = {'s', 'a', 'm', 'p', 'l', 'e'};

    /// What one guess at the PIN costs.
    public record Cost(int memoryKib, int passes, int lanes) {
        /// The second recommendation of RFC 9106, section 4: for machines with little memory to spare.
        public static final Cost USUAL = new Cost(64 * 1024, 3, 4);
        /// For tests, where nothing real is sealed.
        public static final Cost LEAST = new Cost(LEAST_MEMORY_KIB_PER_LANE, 1, 1);
        /// What one guess should take on the laptop that it is made on; a thief's machine may be faster.
        public static final Duration WANTED = Duration.ofMillis(500);
        /// Passes are not raised beyond this, however fast the laptop: another laptop may have to open a copy.
        public static final int MOST_PASSES_MEASURED = 24;

        /// The usual cost with as many more passes as make a guess take the time wanted on this laptop, which is found
        /// out by guessing: one or two seconds, not for the thread of the window. Never less than the usual.
        ///
        /// @param nanos a clock that only goes forward, in nanoseconds
        public static Cost measured(LongSupplier nanos) {
            return measured(nanos, cost -> Arrays.fill(argon2id(SAMPLE, new byte[SALT_BYTES], cost), (byte) 0));
        }

        static Cost measured(LongSupplier nanos, Consumer<Cost> guess) {
            // the first guesses run on code that is not compiled yet and would tell of a slower laptop
            guess.accept(USUAL);
            Cost cost = USUAL;
            while (true) {
                long begin = nanos.getAsLong();
                guess.accept(cost);
                long took = Math.max(1, nanos.getAsLong() - begin);
                if (took >= WANTED.toNanos() || cost.passes >= MOST_PASSES_MEASURED) {
                    return cost;
                }
                double wanted = Math.ceil((double) cost.passes * WANTED.toNanos() / took);
                cost = new Cost(USUAL.memoryKib, (int) Math.clamp(wanted, cost.passes + 1.0, MOST_PASSES_MEASURED),
                        USUAL.lanes);
            }
        }

        /// True when a guess costs less memory or less work than with the other.
        public boolean weakerThan(Cost other) {
            return memoryKib < other.memoryKib || passes < other.passes;
        }
    }

    public PinVault {
        if (passes < 1 || passes > MOST_PASSES || lanes < 1 || lanes > MOST_LANES
                || memoryKib < LEAST_MEMORY_KIB_PER_LANE * lanes || memoryKib > MOST_MEMORY_KIB
                || salt.length() < SALT_BYTES) {
            throw new IllegalArgumentException("pin vault: " + memoryKib + " KiB, " + passes + " passes, " + lanes
                    + " lanes, salt of " + salt.length());
        }
    }

    /// Wraps a key, some tenths of a second at the usual cost: not for the thread of the window. The caller wipes the
    /// PIN.
    ///
    /// @throws ProblemException PIN_TOO_SHORT
    public static PinVault create(char[] pin, DataKey key, Cost cost, SecureRandom random) {
        if (pin.length < PinRules.SHORTEST) {
            throw Problem.of(ProblemKind.PIN_TOO_SHORT, "shortest", String.valueOf(PinRules.SHORTEST)).exception();
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] plain = key.bytes();
        try (DataKey wrapping = DataKey.of(argon2id(pin, salt, cost), random)) {
            return new PinVault(cost.memoryKib(), cost.passes(), cost.lanes(), Bytes.of(salt),
                    wrapping.seal(plain, context(cost)));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /// What a guess at this vault costs.
    public Cost cost() {
        return new Cost(memoryKib, passes, lanes);
    }

    /// The key, or empty for a wrong PIN (a changed vault looks the same: nobody can tell the two apart). As dear as
    /// {@link #create}. The caller wipes the PIN.
    public Optional<DataKey> open(char[] pin) {
        Cost cost = cost();
        SecureRandom random = new SecureRandom();
        try (DataKey wrapping = DataKey.of(argon2id(pin, salt.toArray(), cost), random)) {
            return Optional.of(DataKey.of(wrapping.open(wrappedKey, context(cost)), random));
        } catch (ProblemException wrongPin) {
            return Optional.empty();
        }
    }

    private static String context(Cost cost) {
        return "pin-vault:" + cost.memoryKib() + ":" + cost.passes() + ":" + cost.lanes();
    }

    static byte[] argon2id(char[] pin, byte[] salt, Cost cost) {
        byte[] password = utf8(pin);
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(cost.memoryKib())
                    .withIterations(cost.passes()).withParallelism(cost.lanes()).withSalt(salt).build());
            byte[] key = new byte[DataKey.KEY_BYTES];
            generator.generateBytes(password, key);
            return key;
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    /// Keyboards write the same Vietnamese letter in one character or in two; both must open the vault. A PIN in plain
    /// characters never becomes a String, which could not be wiped.
    private static byte[] utf8(char[] pin) {
        CharBuffer characters = CharBuffer.wrap(pin);
        if (characters.chars().anyMatch(character -> character > LAST_ASCII)) {
            characters = CharBuffer.wrap(Normalizer.normalize(characters, Normalizer.Form.NFC));
        }
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(characters);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }
}
