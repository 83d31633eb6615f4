package vn.hoidan.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

/// Makes messages small. Whatever is made large again has a limit, since a few bytes can unfold to gigabytes.
public final class Compression {
    private static final int CHUNK_BYTES = 8 * 1024;

    private Compression() {
    }

    /// Compressed in the zlib format of RFC 1950.
    public static byte[] deflate(byte[] plain) {
        return deflate(plain, new byte[0]);
    }

    /// The same against a dictionary, which the compressed bytes name.
    static byte[] deflate(byte[] plain, RecordDictionary dictionary) {
        return deflate(plain, dictionary.bytes().toArray());
    }

    private static byte[] deflate(byte[] plain, byte[] dictionary) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            if (dictionary.length > 0) {
                deflater.setDictionary(dictionary);
            }
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK_BYTES];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
            return out.toByteArray();
        }
    }

    /// The opposite of {@link #deflate}.
    ///
    /// @param mostBytes of the result
    /// @throws ProblemException MESSAGE_TOO_LARGE beyond that, MESSAGE_UNREADABLE for a broken stream
    public static byte[] inflate(byte[] compressed, int mostBytes) {
        return inflate(compressed, mostBytes, Dictionaries.NONE);
    }

    /// @param dictionaries where the one that the bytes name is found, if they name one
    static byte[] inflate(byte[] compressed, int mostBytes, Dictionaries dictionaries) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(compressed);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK_BYTES];
            while (!inflater.finished()) {
                int count = inflater.inflate(chunk);
                if (inflater.needsDictionary()) {
                    inflater.setDictionary(dictionaries.named(inflater.getAdler())
                            .orElseThrow(() -> unreadable("unknown dictionary")).bytes().toArray());
                } else if (count == 0 && !inflater.finished()) {
                    throw unreadable("compressed data ends too early");
                }
                if (out.size() + count > mostBytes) {
                    throw tooLarge(mostBytes);
                }
                out.write(chunk, 0, count);
            }
            if (inflater.getRemaining() > 0) {
                throw unreadable("bytes after the compressed data");
            }
            return out.toByteArray();
        } catch (DataFormatException broken) {
            throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "compressed data is broken").exception(broken);
        }
    }

    /// Compressed for HTTP (`Content-Encoding: gzip`).
    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array can always be written", impossible);
        }
        return out.toByteArray();
    }

    /// The opposite of {@link #gzip}, with the same refusals as {@link #inflate}.
    public static byte[] gunzip(byte[] compressed, int mostBytes) {
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            byte[] plain = gzip.readNBytes(mostBytes);
            if (gzip.read() >= 0) {
                throw tooLarge(mostBytes);
            }
            return plain;
        } catch (IOException broken) {
            throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "gzip data is broken").exception(broken);
        }
    }

    private static ProblemException tooLarge(int mostBytes) {
        return Problem.of(ProblemKind.MESSAGE_TOO_LARGE, "limit", String.valueOf(mostBytes)).exception();
    }

    private static ProblemException unreadable(String reason) {
        return Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", reason).exception();
    }
}
