package vn.hoidan.core.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.sync.Bytes;

/// Something that only the office can read: sealed with a device's data key, beside that key wrapped for the office.
/// As a file it is text, so that it survives mail and messengers.
public record SealedForOffice(OfficeWrap wrap, Bytes sealed) {
    /// Nothing larger is read, in bytes.
    public static final int MOST_BYTES = 16 * 1024 * 1024;
    /// What the sealed content is bound to.
    public static final String CONTEXT = "hoidan support 1";
    private static final int LINES = 6;
    /// What a device may be called.
    private static final String DEVICE_FORM = "[a-z0-9-]{1,60}";

    public Bytes toBytes() {
        return Bytes.of((String.join("\n", CONTEXT, wrap.device(), wrap.officeKey().hex(), wrap.encapsulated().hex(),
                wrap.wrapped().hex(), sealed.hex()) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// Empty if it is no such file.
    public static Optional<SealedForOffice> parse(Bytes file) {
        List<String> lines = new String(file.toArray(), StandardCharsets.US_ASCII).lines().toList();
        if (file.length() > MOST_BYTES || lines.size() != LINES || !lines.getFirst().equals(CONTEXT)
                || !lines.get(1).matches(DEVICE_FORM)
                || !lines.subList(2, LINES).stream().allMatch(line -> isHex(line))) {
            return Optional.empty();
        }
        return Optional.of(new SealedForOffice(new OfficeWrap(lines.get(1), Bytes.ofHex(lines.get(2)),
                Bytes.ofHex(lines.get(3)), Bytes.ofHex(lines.get(4))), Bytes.ofHex(lines.get(5))));
    }

    private static boolean isHex(String line) {
        return !line.isEmpty() && line.length() % 2 == 0 && line.chars().allMatch(letter ->
                letter >= '0' && letter <= '9' || letter >= 'a' && letter <= 'f');
    }
}
