package vn.hoidan.form.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parts of a ZIP file in memory. Its directory is vetted as a whole before anything is unpacked: numbers, sizes,
/// ratios, names, and that no two parts share bytes. Nothing is ever written to a disk, and no ZIP inside is opened.
final class Archive {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONG_END_SIGNATURE = 0x06064b50;
    private static final int LONG_LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LONG_LOCATOR_BYTES = 20;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int MOST_COMMENT_BYTES = 0xFFFF;
    private static final int LONG_FIELDS = 0x0001;
    private static final long IN_LONG_FIELDS = 0xFFFFFFFFL;
    private static final int ENCRYPTED_FLAG = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final byte[] content;
    private final ByteBuffer bytes;
    /// By lower-case name, as Office compares them.
    private final Map<String, Part> parts = new HashMap<>();

    /// @param packed   bytes in the file
    /// @param unpacked bytes as the directory declares; held to while unpacking
    /// @param start    of the packed bytes
    private record Part(String name, int method, int packed, long unpacked, long checksum, int header, int start) {
    }

    private Archive(byte[] content) {
        this.content = content;
        this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// @throws FaultException if it is cut, damaged, out of bounds or made to do harm
    static Archive of(byte[] content) throws FaultException {
        Archive archive = new Archive(content);
        try {
            archive.readDirectory();
        } catch (IndexOutOfBoundsException | IllegalArgumentException beyond) {
            // A length or offset leads out of the file.
            throw new FaultException(FileFaultKind.CUT);
        }
        return archive;
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    /// Lower-case names of all parts.
    Set<String> names() {
        return Set.copyOf(parts.keySet());
    }

    /// The unpacked bytes of a part; reading fails with {@link FaultException} where they are not what was declared.
    Optional<InputStream> open(String name) {
        return Optional.ofNullable(parts.get(key(name))).map(part -> {
            InputStream packed = new ByteArrayInputStream(content, part.start(), part.packed());
            return new PartStream(packed, part.method() == DEFLATED, part.unpacked(), part.checksum(), part.name());
        });
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void readDirectory() throws FaultException {
        int end = findEnd();
        long count = Short.toUnsignedLong(bytes.getShort(end + 10));
        long start = Integer.toUnsignedLong(bytes.getInt(end + 16));
        int locator = end - LONG_LOCATOR_BYTES;
        if (locator >= 0 && bytes.getInt(locator) == LONG_LOCATOR_SIGNATURE) {
            int longEnd = Math.toIntExact(Math.min(Integer.MAX_VALUE, bytes.getLong(locator + 8)));
            if (bytes.getInt(longEnd) != LONG_END_SIGNATURE) {
                throw new FaultException(FileFaultKind.CUT);
            }
            count = bytes.getLong(longEnd + 32);
            start = bytes.getLong(longEnd + 48);
        }
        if (count < 0 || count > Bounds.MOST_PARTS) {
            throw new FaultException(FileFaultKind.TOO_MANY_PARTS, String.valueOf(Bounds.MOST_PARTS));
        }
        if (start < 0 || start > content.length) {
            throw new FaultException(FileFaultKind.CUT);
        }
        int position = (int) start;
        List<Part> all = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            position = readEntry(position, all);
        }
        checkBounds(all);
        checkApart(all, (int) start);
    }

    private int findEnd() throws FaultException {
        int last = content.length - END_BYTES;
        for (int position = last; position >= 0 && position >= last - MOST_COMMENT_BYTES; position--) {
            if (bytes.getInt(position) == END_SIGNATURE) {
                return position;
            }
        }
        throw new FaultException(FileFaultKind.CUT);
    }

    private int readEntry(int position, List<Part> all) throws FaultException {
        if (bytes.getInt(position) != ENTRY_SIGNATURE) {
            throw new FaultException(FileFaultKind.CUT);
        }
        int nameLength = Short.toUnsignedInt(bytes.getShort(position + 28));
        int extraLength = Short.toUnsignedInt(bytes.getShort(position + 30));
        int commentLength = Short.toUnsignedInt(bytes.getShort(position + 32));
        String name = name(position + ENTRY_BYTES, nameLength);
        if ((bytes.getShort(position + 8) & ENCRYPTED_FLAG) != 0) {
            throw new FaultException(FileFaultKind.ENCRYPTED);
        }
        long[] places = {
            Integer.toUnsignedLong(bytes.getInt(position + 24)),
            Integer.toUnsignedLong(bytes.getInt(position + 20)),
            Integer.toUnsignedLong(bytes.getInt(position + 42))
        };
        readLongFields(position + ENTRY_BYTES + nameLength, extraLength, places);
        for (long place : places) {
            if (place < 0) {
                throw new FaultException(FileFaultKind.DAMAGED, name);
            }
        }
        if (places[1] > content.length || places[2] > content.length) {
            throw new FaultException(FileFaultKind.CUT);
        }
        int method = Short.toUnsignedInt(bytes.getShort(position + 10));
        long checksum = Integer.toUnsignedLong(bytes.getInt(position + 16));
        int header = (int) places[2];
        Part part = new Part(name, method, (int) places[1], places[0], checksum, header, dataStart(header, name));
        if (!name.endsWith("/")) {
            all.add(part);
        }
        return position + ENTRY_BYTES + nameLength + extraLength + commentLength;
    }

    /// Sizes and offset that did not fit into 32 bits stand, in this order, in an extra field.
    private void readLongFields(int start, int length, long[] places) {
        int position = start;
        while (position + 4 <= start + length) {
            int size = Short.toUnsignedInt(bytes.getShort(position + 2));
            if (Short.toUnsignedInt(bytes.getShort(position)) == LONG_FIELDS) {
                int field = position + 4;
                for (int index = 0; index < places.length && field + 8 <= position + 4 + size; index++) {
                    if (places[index] == IN_LONG_FIELDS) {
                        places[index] = bytes.getLong(field);
                        field += 8;
                    }
                }
            }
            position += 4 + size;
        }
    }

    private int dataStart(int header, String name) throws FaultException {
        if (bytes.getInt(header) != LOCAL_SIGNATURE) {
            throw new FaultException(FileFaultKind.DAMAGED, name);
        }
        int nameLength = Short.toUnsignedInt(bytes.getShort(header + 26));
        if (!name(header + LOCAL_BYTES, nameLength).equals(name)) {
            throw new FaultException(FileFaultKind.UNSAFE, name);
        }
        return header + LOCAL_BYTES + nameLength + Short.toUnsignedInt(bytes.getShort(header + 28));
    }

    private String name(int start, int length) throws FaultException {
        if (length == 0 || length > Bounds.MOST_NAME_CHARACTERS) {
            throw new FaultException(FileFaultKind.UNSAFE, "ZIP");
        }
        String name;
        try {
            name = StandardCharsets.UTF_8.newDecoder().decode(bytes.slice(start, length)).toString()
                    .replace('\\', '/');
        } catch (CharacterCodingException otherEncoding) {
            // Names in an old code page; no part of a workbook has one.
            name = StandardCharsets.ISO_8859_1.decode(bytes.slice(start, length)).toString().replace('\\', '/');
        }
        boolean leadsOut = name.startsWith("/") || name.indexOf(':') >= 0
                || List.of(name.split("/", -1)).contains("..") || name.chars().anyMatch(Character::isISOControl);
        if (leadsOut) {
            throw new FaultException(FileFaultKind.UNSAFE, name.replaceAll("\\p{Cntrl}", "?"));
        }
        return name;
    }

    private void checkBounds(List<Part> all) throws FaultException {
        long most = (long) Bounds.MOST_UNPACKED_MEGABYTES * Bounds.BYTES_OF_A_MEGABYTE;
        long unpacked = 0;
        for (Part part : all) {
            unpacked += Math.min(part.unpacked(), most + 1);
            boolean swells = part.unpacked() > Bounds.SMALL_PART_BYTES
                    && part.unpacked() / Bounds.MOST_RATIO > part.packed();
            if (unpacked > most || swells) {
                throw new FaultException(FileFaultKind.UNPACKED_TOO_LARGE,
                        String.valueOf(Bounds.MOST_UNPACKED_MEGABYTES));
            }
            if (part.method() != STORED && part.method() != DEFLATED
                    || part.method() == STORED && part.unpacked() != part.packed()) {
                throw new FaultException(FileFaultKind.DAMAGED, part.name());
            }
            if (parts.putIfAbsent(key(part.name()), part) != null) {
                throw new FaultException(FileFaultKind.UNSAFE, part.name());
            }
        }
    }

    /// Parts that share bytes are how a few kilobytes become petabytes.
    private static void checkApart(List<Part> all, int directory) throws FaultException {
        long free = 0;
        for (Part part : all.stream().sorted(Comparator.comparingInt(Part::header)).toList()) {
            long end = (long) part.start() + part.packed();
            if (part.header() < free) {
                throw new FaultException(FileFaultKind.UNSAFE, part.name());
            }
            if (end > directory) {
                throw new FaultException(FileFaultKind.DAMAGED, part.name());
            }
            free = end;
        }
    }
}
