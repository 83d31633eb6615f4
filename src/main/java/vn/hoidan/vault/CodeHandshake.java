package vn.hoidan.vault;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.agreement.jpake.JPAKEParticipant;
import org.bouncycastle.crypto.agreement.jpake.JPAKEPrimeOrderGroups;
import org.bouncycastle.crypto.agreement.jpake.JPAKERound1Payload;
import org.bouncycastle.crypto.agreement.jpake.JPAKERound2Payload;
import org.bouncycastle.crypto.agreement.jpake.JPAKERound3Payload;
import org.bouncycastle.crypto.digests.SHA256Digest;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.sync.Bytes;

/// Makes keys that only two laptops have whose people told each other a short code: J-PAKE (RFC 8236) over the group
/// of 2048 bits of NIST. Whoever listens learns nothing of the code, and whoever guesses has one guess for each try.
/// Three messages go each way; each side sends its own before it waits for the other's.
public final class CodeHandshake {
    /// Longest message of a handshake, in bytes.
    public static final int MOST_BYTES = 8 * 1024;
    private static final int MOST_NUMBER_BYTES = 512;
    private static final int NUMBERS_OF_FIRST = 6;
    private static final int NUMBERS_OF_SECOND = 3;

    private final Side side;
    private final JPAKEParticipant own;
    private BigInteger shared;

    /// Which of the two laptops this is.
    public enum Side {
        WAITS("hoidan meeting 1 waits"), COMES("hoidan meeting 1 comes");

        private final String code;

        Side(String code) {
            this.code = code;
        }

        private Side other() {
            return this == WAITS ? COMES : WAITS;
        }
    }

    public CodeHandshake(Side side, SpokenCode code) {
        this.side = side;
        own = new JPAKEParticipant(side.code, code.asText().toCharArray(), JPAKEPrimeOrderGroups.NIST_2048,
                SHA256Digest.newInstance(), new SecureRandom());
    }

    public Bytes first() {
        JPAKERound1Payload sent = own.createRound1PayloadToSend();
        BigInteger[] one = sent.getKnowledgeProofForX1();
        BigInteger[] two = sent.getKnowledgeProofForX2();
        return message(sent.getGx1(), sent.getGx2(), one[0], one[1], two[0], two[1]);
    }

    /// @param theirs first message of the other side
    /// @return empty if it is none
    public Optional<Bytes> second(Bytes theirs) {
        return answered(() -> {
            BigInteger[] read = numbers(theirs, NUMBERS_OF_FIRST);
            own.validateRound1PayloadReceived(new JPAKERound1Payload(side.other().code, read[0], read[1],
                    Arrays.copyOfRange(read, 2, 4), Arrays.copyOfRange(read, 4, NUMBERS_OF_FIRST)));
            JPAKERound2Payload sent = own.createRound2PayloadToSend();
            BigInteger[] proof = sent.getKnowledgeProofForX2s();
            return message(sent.getA(), proof[0], proof[1]);
        });
    }

    /// @param theirs second message of the other side
    /// @return empty if it is none
    public Optional<Bytes> third(Bytes theirs) {
        return answered(() -> {
            BigInteger[] read = numbers(theirs, NUMBERS_OF_SECOND);
            own.validateRound2PayloadReceived(new JPAKERound2Payload(side.other().code, read[0],
                    Arrays.copyOfRange(read, 1, NUMBERS_OF_SECOND)));
            shared = own.calculateKeyingMaterial();
            return message(own.createRound3PayloadToSend(shared).getMacTag());
        });
    }

    /// @param theirs third message of the other side
    /// @return empty if the other has another code
    public Optional<LineSeals> seals(Bytes theirs) {
        return answered(() -> {
            own.validateRound3PayloadReceived(new JPAKERound3Payload(side.other().code, numbers(theirs, 1)[0]),
                    shared);
            return new LineSeals(key(side), key(side.other()));
        });
    }

    /// For what a side sends.
    private DataKey key(Side sender) throws GeneralSecurityException {
        byte[] key = KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.ofExtract()
                .addIKM(shared.toByteArray()).thenExpand(sender.code.getBytes(StandardCharsets.UTF_8),
                        DataKey.KEY_BYTES));
        return DataKey.of(key, new SecureRandom());
    }

    private interface Step<T> {
        T take() throws CryptoException, GeneralSecurityException;
    }

    private static <T> Optional<T> answered(Step<T> step) {
        try {
            return Optional.of(step.take());
        } catch (CryptoException | BufferUnderflowException | IllegalArgumentException notTheirs) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HKDF", impossible);
        }
    }

    /// Each number after its length in 2 bytes.
    private static Bytes message(BigInteger... numbers) {
        ByteBuffer out = ByteBuffer.allocate(MOST_BYTES);
        for (BigInteger number : numbers) {
            byte[] bytes = number.toByteArray();
            out.putShort((short) bytes.length).put(bytes);
        }
        return Bytes.of(Arrays.copyOf(out.array(), out.position()));
    }

    private static BigInteger[] numbers(Bytes message, int count) {
        ByteBuffer in = ByteBuffer.wrap(message.toArray());
        BigInteger[] numbers = new BigInteger[count];
        for (int index = 0; index < count; index++) {
            int length = in.getShort();
            if (length < 1 || length > MOST_NUMBER_BYTES) {
                throw new IllegalArgumentException("number of " + length + " bytes");
            }
            byte[] bytes = new byte[length];
            in.get(bytes);
            numbers[index] = new BigInteger(bytes);
        }
        if (in.hasRemaining()) {
            throw new IllegalArgumentException("something follows");
        }
        return numbers;
    }
}
