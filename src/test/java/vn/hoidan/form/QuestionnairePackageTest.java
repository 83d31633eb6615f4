package vn.hoidan.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.codebook.XFormCodebook;

class QuestionnairePackageTest {
    private static final Bytes FORM = bytes(Forms.form("<a/>", "<bind nodeset=\"/f/a\" type=\"string\"/>",
            "<input ref=\"/f/a\"><label>A</label></input>"));

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Bytes> files() {
        Map<String, Bytes> files = new LinkedHashMap<>();
        files.put("xã.csv", bytes("name,label\n1,Một\n"));
        files.put("a.png", Bytes.of(new byte[] {1, 2, 3}));
        return files;
    }

    private static String refused(byte[] questionnaire) {
        ProblemException thrown = assertThrows(ProblemException.class,
                () -> QuestionnairePackage.open(questionnaire, Refusals.in("en")));
        assertEquals(ProblemKind.QUESTIONNAIRE_INVALID, thrown.problem().kind());
        return thrown.problem().details().get("reason");
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void givesTheSameBytesForTheSameContentInWhateverOrder() {
        Map<String, Bytes> turned = new LinkedHashMap<>();
        turned.put("a.png", files().get("a.png"));
        turned.put("xã.csv", files().get("xã.csv"));
        Bytes packed = QuestionnairePackage.pack(FORM, files());
        assertEquals(packed, QuestionnairePackage.pack(FORM, turned));
        turned.put("a.png", Bytes.of(new byte[] {1, 2, 4}));
        assertNotEquals(packed, QuestionnairePackage.pack(FORM, turned));
    }

    @Test
    void opensToWhatWasPacked() {
        QuestionnaireContent content = QuestionnairePackage.open(QuestionnairePackage.pack(FORM, files()));
        assertEquals(FORM, content.xform());
        assertEquals(files(), content.files());
    }

    @Test
    void isTheXFormItselfWhenThereAreNoFiles() {
        assertEquals(FORM, QuestionnairePackage.pack(FORM, Map.of()));
        assertEquals(new QuestionnaireContent(FORM, Map.of()), QuestionnairePackage.open(FORM));
    }

    @Test
    void loadsAsAQuestionnaireUnderTheHashOfAllItsBytesAndHasACodebook() {
        Bytes packed = QuestionnairePackage.pack(FORM, files());
        Questionnaire questionnaire = new XForms().load(packed);
        assertEquals(XForms.id(packed.toArray()), questionnaire.id());
        assertNotEquals(new XForms().load(FORM).id(), questionnaire.id());
        assertArrayEquals(new byte[] {1, 2, 3}, questionnaire.file("a.png").orElseThrow());
        assertEquals(Optional.empty(), questionnaire.file("b.png"));
        assertEquals(XFormCodebook.of(FORM), XFormCodebook.of(packed));
    }

    @Test
    void takesAPackageThatAnotherProgramCompressed() throws IOException {
        byte[] zip = zip(Map.of("form.xml", FORM.toArray(), "files/a.png", new byte[] {1, 2, 3}));
        assertEquals(Map.of("a.png", Bytes.of(new byte[] {1, 2, 3})),
                QuestionnairePackage.open(Bytes.of(zip)).files());
    }

    @Test
    void refusesOtherNamesAndWaysToOtherFolders() throws IOException {
        for (String name : new String[] {"../x", "files/../x", "files/a/b", "files/", "files/.x", "form.XML",
            "files/a\\b", "/form.xml", "files/c:x"}) {
            Map<String, byte[]> entries = new LinkedHashMap<>();
            entries.put("form.xml", FORM.toArray());
            entries.put(name, new byte[] {1});
            assertTrue(refused(zip(entries)).contains("only form.xml"), name);
        }
        assertTrue(refused(zip(Map.of("files/a.png", new byte[0]))).contains("no form.xml"));
        assertThrows(ProblemException.class, () -> QuestionnairePackage.pack(FORM, Map.of("../a", FORM)));
    }

    @Test
    void refusesWhatUnpacksToMoreThanIsAllowed() throws IOException {
        String reason = refused(zip(Map.of("form.xml", FORM.toArray(), "files/bomb", new byte[64 * 1024 * 1024])));
        assertTrue(reason.contains("compressed beyond measure"), reason);
        Map<String, byte[]> many = new HashMap<>(Map.of("form.xml", FORM.toArray()));
        for (int file = 0; file <= QuestionnairePackage.MOST_FILES; file++) {
            many.put("files/" + file, new byte[0]);
        }
        assertTrue(refused(zip(many)).contains("more than"), "files");
        Bytes large = Bytes.of(new byte[QuestionnairePackage.MOST_BYTES / 2 + 1]);
        assertThrows(ProblemException.class, () -> QuestionnairePackage.pack(FORM, Map.of("a", large, "b", large)));
    }

    @Test
    void refusesAPackageThatIsCutOrDamagedAnywhere() {
        byte[] whole = QuestionnairePackage.pack(FORM, files()).toArray();
        for (int length = 4; length < whole.length; length += 3) {
            assertTrue(refused(Arrays.copyOf(whole, length)).length() > 10);
        }
        long seed = Forms.seed();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] damaged = whole.clone();
            damaged[4 + random.nextInt(whole.length - 4)] ^= (byte) (1 << random.nextInt(8));
            try {
                QuestionnairePackage.open(damaged, Refusals.in("en"));
            } catch (ProblemException refused) {
                assertEquals(ProblemKind.QUESTIONNAIRE_INVALID, refused.problem().kind());
            }
        }
    }
}
