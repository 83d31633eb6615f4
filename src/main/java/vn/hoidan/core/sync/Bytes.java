package vn.hoidan.core.sync;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Bytes as a value: equal by content, never changed.
public final class Bytes {
    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    public static Bytes ofHex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex));
    }

    public byte[] toArray() {
        return content.clone();
    }

    public int length() {
        return content.length;
    }

    /// The bytes from one place to before another.
    public Bytes part(int from, int to) {
        return new Bytes(Arrays.copyOfRange(content, from, to));
    }

    /// One after another.
    public static Bytes joined(List<Bytes> parts) {
        byte[] all = new byte[parts.stream().mapToInt(Bytes::length).sum()];
        int at = 0;
        for (Bytes part : parts) {
            System.arraycopy(part.content, 0, all, at, part.content.length);
            at += part.content.length;
        }
        return new Bytes(all);
    }

    public String hex() {
        return HexFormat.of().formatHex(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /// The length only: content may be secret.
    @Override
    public String toString() {
        return "Bytes[" + content.length + "]";
    }
}
