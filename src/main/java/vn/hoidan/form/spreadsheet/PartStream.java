package vn.hoidan.form.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Unpacks one part and holds it to the size and checksum that the directory declares.
final class PartStream extends InputStream {
    private final Inflater inflater = new Inflater(true);
    private final InputStream source;
    private final CRC32 checksum = new CRC32();
    private final long declared;
    private final long declaredChecksum;
    private final String part;
    private long read;

    PartStream(InputStream packed, boolean deflated, long declared, long declaredChecksum, String part) {
        this.source = deflated ? new InflaterInputStream(packed, inflater) : packed;
        this.declared = declared;
        this.declaredChecksum = declaredChecksum;
        this.part = part;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count;
        try {
            count = source.read(into, offset, length);
        } catch (IOException broken) {
            throw damaged(broken);
        }
        if (count < 0) {
            if (read != declared || checksum.getValue() != declaredChecksum) {
                throw damaged(null);
            }
            return count;
        }
        read += count;
        checksum.update(into, offset, count);
        if (read > declared) {
            throw damaged(null);
        }
        return count;
    }

    private FaultException damaged(IOException cause) {
        FaultException fault = new FaultException(FileFaultKind.DAMAGED, part);
        if (cause != null) {
            fault.initCause(cause);
        }
        return fault;
    }

    @Override
    public void close() throws IOException {
        source.close();
        inflater.end();
    }
}
