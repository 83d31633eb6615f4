package vn.hoidan.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.message.Messages;

/// A questionnaire with its files as one piece of bytes: a ZIP that holds `form.xml` and `files/NAME`. A questionnaire
/// without files is its XForm as it stands, so whoever carries questionnaires need not know which of the two it is.
public final class QuestionnairePackage {
    /// Bytes of a package, and of all that is in it once unpacked.
    public static final int MOST_BYTES = 32 * 1024 * 1024;
    /// Files of one questionnaire.
    public static final int MOST_FILES = 1_000;
    /// How many times larger than the package its content may be.
    static final int MOST_RATIO = 200;

    private static final String FORM = "form.xml";
    private static final String FILES = "files/";
    private static final byte[] SIGNATURE = {'P', 'K', 3, 4};
    private static final int END_BYTES = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_COUNT_OFFSET = 10;
    /// The first day that a ZIP can tell; the same for all, so that the same content gives the same bytes.
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private QuestionnairePackage() {
    }

    /// The bytes of a questionnaire: the same for the same content, in whatever order the files come.
    ///
    /// @param files by plain name; without any, the XForm itself is given
    /// @throws vn.hoidan.core.problem.ProblemException QUESTIONNAIRE_INVALID if it is too large or a name is no
    ///                                                 file name
    public static Bytes pack(Bytes xform, Map<String, Bytes> files) {
        return pack(xform, files, Refusals.in(Messages.LANGUAGES.getFirst()));
    }

    static Bytes pack(Bytes xform, Map<String, Bytes> files, Refusals refusals) {
        if (files.isEmpty()) {
            return xform;
        }
        if (files.size() > MOST_FILES) {
            throw refusals.whole("package-files", MOST_FILES);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, FORM, xform);
            for (Map.Entry<String, Bytes> file : new TreeMap<>(files).entrySet()) {
                if (!FileNames.plain(file.getKey())) {
                    throw refusals.whole("package-name", FileNames.shown(file.getKey()));
                }
                store(zip, FILES + file.getKey(), file.getValue());
                if (bytes.size() > MOST_BYTES) {
                    throw refusals.whole("too-large", bytes.size(), MOST_BYTES);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("a package in memory", impossible);
        }
        if (bytes.size() > MOST_BYTES) {
            throw refusals.whole("too-large", bytes.size(), MOST_BYTES);
        }
        return Bytes.of(bytes.toByteArray());
    }

    private static void store(ZipOutputStream zip, String name, Bytes content) throws IOException {
        byte[] bytes = content.toArray();
        CRC32 check = new CRC32();
        check.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(FIXED_TIME);
        entry.setSize(bytes.length);
        entry.setCrc(check.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /// What is in it: a package, or an XForm without files. The XForm itself is not looked at.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException QUESTIONNAIRE_INVALID if it is damaged, too large, holds
    ///                                                 something else or no form; in Vietnamese
    public static QuestionnaireContent open(Bytes questionnaire) {
        return open(questionnaire.toArray(), Refusals.in(Messages.LANGUAGES.getFirst()));
    }

    static QuestionnaireContent open(byte[] questionnaire, Refusals refusals) {
        if (!startsAsPackage(questionnaire)) {
            return new QuestionnaireContent(Bytes.of(questionnaire), Map.of());
        }
        if (questionnaire.length > MOST_BYTES) {
            throw refusals.whole("too-large", questionnaire.length, MOST_BYTES);
        }
        Map<String, Bytes> entries = entries(questionnaire, refusals);
        Bytes form = entries.remove(FORM);
        if (form == null) {
            throw refusals.whole("package-form", FORM);
        }
        Map<String, Bytes> files = new HashMap<>();
        entries.forEach((name, content) -> files.put(name.substring(FILES.length()), content));
        return new QuestionnaireContent(form, files);
    }

    private static boolean startsAsPackage(byte[] bytes) {
        return bytes.length >= SIGNATURE.length
                && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    private static Map<String, Bytes> entries(byte[] questionnaire, Refusals refusals) {
        long room = Math.min(MOST_BYTES, (long) questionnaire.length * MOST_RATIO);
        Map<String, Bytes> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(questionnaire))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (!belongs(name)) {
                    throw refusals.whole("package-name", FileNames.shown(name));
                }
                if (entries.size() > MOST_FILES) {
                    throw refusals.whole("package-files", MOST_FILES);
                }
                byte[] content = bounded(zip, room, refusals);
                room -= content.length;
                if (entries.put(name, Bytes.of(content)) != null) {
                    throw refusals.whole("package-twice", FileNames.shown(name));
                }
            }
        } catch (ZipException broken) {
            throw refusals.foreign("package-damaged", broken);
        } catch (IOException | IllegalArgumentException broken) {
            // cut short, or a name that is not UTF-8
            throw refusals.foreign("package-damaged", broken);
        }
        if (endsWithCount(questionnaire) != entries.size()) {
            throw refusals.whole("package-cut");
        }
        return entries;
    }

    private static boolean belongs(String name) {
        return name.equals(FORM) || name.startsWith(FILES) && FileNames.plain(name.substring(FILES.length()));
    }

    private static byte[] bounded(InputStream entry, long room, Refusals refusals) throws IOException {
        byte[] content = entry.readNBytes((int) room + 1);
        if (content.length > room) {
            throw refusals.whole("package-content", MOST_BYTES);
        }
        return content;
    }

    /// How many entries the end of a ZIP speaks of; without an end, −1.
    private static int endsWithCount(byte[] zip) {
        if (zip.length < END_BYTES) {
            return -1;
        }
        ByteBuffer end = ByteBuffer.wrap(zip, zip.length - END_BYTES, END_BYTES).slice().order(ByteOrder.LITTLE_ENDIAN);
        return end.getInt(0) == END_SIGNATURE ? Short.toUnsignedInt(end.getShort(END_COUNT_OFFSET)) : -1;
    }
}
