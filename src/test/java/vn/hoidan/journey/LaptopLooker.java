package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.ProfileStore.Unlocking;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.interview.Replay;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.questionnaire.SessionContext;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.form.XForms;

/// Opens a laptop's store after its program was killed and compares it with what the program had said.
final class LaptopLooker {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Path laptop;
    private final Questionnaire questionnaire = new XForms().load(SipasOffice.xform());
    /// Facts of each interview as they were found last.
    private final Map<String, List<String>> known = new LinkedHashMap<>();
    private final Set<String> completed = new HashSet<>();
    private int answersShown;

    LaptopLooker(Path laptop) {
        this.laptop = laptop;
    }

    /// What was looked at.
    String counted() {
        return known.size() + " interviews, " + completed.size() + " shown as completed, " + answersShown
                + " facts shown as saved";
    }

    /// @param said the words of a program that was killed
    void look(List<String> said, String where) {
        Map<String, List<String>> announced = new LinkedHashMap<>();
        Map<String, Integer> saved = new LinkedHashMap<>();
        Set<String> finishing = new HashSet<>();
        for (String line : said) {
            String[] words = line.split(" ", 3);
            switch (words[0]) {
                case "act" -> announced.computeIfAbsent(words[1], this::before).add(words[2]);
                case "started" -> {
                    announced.put(words[1], new ArrayList<>(List.of("")));
                    saved.put(words[1], 1);
                }
                case "saved" -> saved.put(words[1], Integer.parseInt(words[2]));
                case "completing" -> finishing.add(words[1]);
                case "completed" -> completed.add(words[1]);
                case "replayed" -> assertEquals("0", words[1], where + ": facts not taken");
                case "unlocking", "opened", "starting", "syncing", "synced" -> { }
                default -> throw new AssertionError(where + ": " + line);
            }
        }
        try (FieldStore store = unlock()) {
            for (InterviewEntry entry : store.interviews()) {
                String id = entry.id().asText();
                if (announced.containsKey(id) || saved.containsKey(id) || !known.containsKey(id)) {
                    List<String> found = store.facts(entry.id()).stream().map(RandomActs::text).toList();
                    List<String> promised = announced.getOrDefault(id,
                            known.getOrDefault(id, List.of("")));
                    compare(found, promised, saved.getOrDefault(id, 0), entry, finishing.contains(id), where);
                    known.put(id, found);
                }
                assertEquals(known.get(id).size(), entry.facts(), where);
            }
            assertTrue(store.interviews().stream().map(entry -> entry.id().asText()).toList()
                    .containsAll(known.keySet()), where + ": an interview is gone");
            assertSound(where);
        }
    }

    /// The words of a program that shows one fact as saved that was never written.
    String promiseTooMuch() {
        Map.Entry<String, List<String>> last = List.copyOf(known.entrySet()).getLast();
        return "saved " + last.getKey() + " " + (last.getValue().size() + 1);
    }

    private List<String> before(String interview) {
        return new ArrayList<>(known.get(interview));
    }

    private void compare(List<String> found, List<String> promised, int shown, InterviewEntry entry,
            boolean finishing, String where) {
        String told = where + ", interview " + entry.id().asText();
        boolean done = entry.state() == InterviewState.COMPLETED;
        assertTrue(!done || finishing || completed.contains(entry.id().asText()), told + " is completed by itself");
        assertTrue(done || !completed.contains(entry.id().asText()), told + " was shown as completed");
        List<String> answers = done ? found.subList(0, found.size() - 1) : found;
        assertEquals(done, found.getLast().startsWith("Completed"), told);
        assertEquals(done, entry.recordNumber().isPresent(), told);
        assertTrue(answers.size() >= shown, told + ": " + answers.size() + " facts of " + shown);
        assertTrue(answers.size() <= promised.size(), told + ": more facts than acts");
        assertTrue(found.getFirst().startsWith("InterviewStarted"), told);
        assertEquals(promised.subList(1, answers.size()), answers.subList(1, answers.size()), told);
        answersShown += shown;
    }

    /// Each draft replays, each completed one has one record, and nothing found before has changed.
    void lookAtAll(String where) {
        try (FieldStore store = unlock()) {
            Set<Long> records = new HashSet<>();
            for (InterviewEntry entry : store.interviews()) {
                List<Fact> facts = store.facts(entry.id());
                assertEquals(known.get(entry.id().asText()), facts.stream().map(RandomActs::text).toList(), where);
                assertEquals(List.of(), Replay.into(session(entry), facts), where);
                entry.recordNumber().ifPresent(number -> assertTrue(records.add(number), where));
            }
        }
    }

    /// The server has what was completed, each once and with the answers of its facts.
    void compare(Map<InterviewId, InterviewRecord> received, String where) {
        try (FieldStore store = unlock()) {
            Set<InterviewId> held = new HashSet<>();
            for (InterviewEntry entry : store.interviews()) {
                if (entry.state() == InterviewState.COMPLETED) {
                    held.add(entry.id());
                    Session session = session(entry);
                    Replay.into(session, store.facts(entry.id()));
                    assertEquals(session.answers(), received.get(entry.id()).answers(), where);
                }
            }
            assertEquals(held, received.keySet(), where);
            assertTrue(held.size() >= completed.size(), where);
        }
    }

    private Session session(InterviewEntry entry) {
        Profile profile = SipasOffice.folders(laptop).profiles().getFirst();
        return questionnaire.begin(new SessionContext(entry.startedAt().atZone(HANOI), profile.device(),
                profile.person().id().text(), "vi"));
    }

    private FieldStore unlock() {
        return assertInstanceOf(Unlocking.Opened.class, SipasOffice.folders(laptop).unlock(SipasOffice
                .folders(laptop).profiles().getFirst().id(), SipasOffice.PIN.toCharArray())).profile().store();
    }

    private void assertSound(String where) {
        try (Stream<Path> files = Files.walk(laptop)) {
            Path database = files.filter(file -> file.endsWith("field.db")).findFirst().orElseThrow();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                    Statement statement = connection.createStatement()) {
                assertEquals("ok", only(statement, "PRAGMA integrity_check"), where);
                assertEquals("", only(statement, "PRAGMA foreign_key_check"), where);
            }
        } catch (SQLException | java.io.IOException broken) {
            throw new AssertionError(where, broken);
        }
    }

    private static String only(Statement statement, String pragma) throws SQLException {
        try (ResultSet row = statement.executeQuery(pragma)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
