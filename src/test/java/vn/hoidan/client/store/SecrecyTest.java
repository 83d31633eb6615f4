package vn.hoidan.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.store.Attachment;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.Household;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.support.Samples;

/// Plants words everywhere a respondent could be told of, and looks for them in every byte on disk.
class SecrecyTest {
    private static final List<String> PLANTED = List.of("planted-answer-đường-xấu-7391", "planted-household-7392",
            "planted-place-ngõ-7393", "planted-reason-7394", "planted-body-7395", "planted-village-7396",
            "/data/planted-path-7397", "planted-attachment-7398");

    @TempDir
    Path folder;

    @Test
    void nothingOfRespondentsStandsInAnyFile() throws IOException {
        FieldStore store = StoreFixture.folders(folder, new StoreFixture.SetClock())
                .create(StoreFixture.PROFILE, StoreFixture.CREDENTIALS, StoreFixture.pin()).store();
        for (int round = 1; round <= 40; round++) {
            work(store, round);
        }
        assertEquals(PLANTED.get(0), answerIn(store));
        lookForSecrets("while open");
        store.close();
        lookForSecrets("after closing");
    }

    private static void work(FieldStore store, int round) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.ListReceived(new SampleList(Samples.LIST, Samples.VILLAGE, PLANTED.get(5), 1,
                List.of(new Household(1, PLANTED.get(1), PLANTED.get(2)))), Samples.lease()));
        changes.add(new Change.InterviewBegun(Samples.interviewId(round), Samples.QUESTIONNAIRE, Samples.LIST, 1,
                Optional.empty(), InterviewMode.FACE_TO_FACE, Samples.MORNING));
        changes.add(new Change.FactAppended(Samples.interviewId(round), new Fact.AnswerSet(Samples.moment(1),
                new vn.hoidan.core.questionnaire.Path(PLANTED.get(6)), PLANTED.get(0)), 1, 1));
        changes.add(new Change.ContactRecorded(new Contact(Samples.LIST, 1, round, Outcome.REFUSED, PLANTED.get(3),
                Samples.MORNING, Optional.empty())));
        changes.add(new Change.RecordAppended(RecordType.CONTACT,
                Bytes.of(PLANTED.get(4).repeat(300).getBytes(StandardCharsets.UTF_8)), Optional.empty()));
        changes.add(new Change.AttachmentKept(attachment()));
        changes.add(new Change.SurveyReceived(Samples.survey()));
        store.apply(changes);
        store.apply(List.of(new Change.InterviewMoved(Samples.interviewId(round), InterviewState.IN_WORK,
                InterviewState.COMPLETED, Samples.MORNING)));
    }

    private static Attachment attachment() {
        Bytes content = Bytes.of(PLANTED.get(7).repeat(9).getBytes(StandardCharsets.UTF_8));
        return new Attachment(AttachmentName.of(content, "txt"), content);
    }

    private static String answerIn(FieldStore store) {
        return store.facts(Samples.interviewId(1)).getFirst() instanceof Fact.AnswerSet set ? set.value() : "";
    }

    private void lookForSecrets(String when) throws IOException {
        Map<String, byte[]> files = files();
        assertTrue(files.keySet().stream().anyMatch(name -> name.endsWith(ProfileFolders.DATABASE_FILE)));
        // the search finds what is there in plain, so it would find the rest too
        assertTrue(found(files, Samples.interviewId(1).asText().getBytes(StandardCharsets.UTF_8)));
        assertTrue(found(files, Samples.LIST.text().getBytes(StandardCharsets.UTF_8)));
        for (String secret : PLANTED) {
            assertTrue(!found(files, secret.getBytes(StandardCharsets.UTF_8)), secret + " " + when);
            assertTrue(!found(files, secret.getBytes(StandardCharsets.UTF_16LE)), secret + " " + when);
            assertTrue(!found(files, secret.getBytes(StandardCharsets.UTF_16BE)), secret + " " + when);
        }
        AttachmentName name = attachment().name();
        assertTrue(!found(files, name.hash().toArray()), "hash " + when);
        assertTrue(!found(files, name.hash().hex().getBytes(StandardCharsets.US_ASCII)), "hash " + when);
        byte[] token = StoreFixture.CREDENTIALS.token().toArray();
        assertTrue(!found(files, token), "token " + when);
        assertTrue(!found(files, HexFormat.of().formatHex(token).getBytes(StandardCharsets.US_ASCII)));
        assertTrue(!found(files, StoreFixture.PIN.getBytes(StandardCharsets.US_ASCII)), "PIN " + when);
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static boolean found(Map<String, byte[]> files, byte[] wanted) {
        String needle = new String(wanted, StandardCharsets.ISO_8859_1);
        return files.values().stream()
                .anyMatch(content -> new String(content, StandardCharsets.ISO_8859_1).contains(needle));
    }
}
