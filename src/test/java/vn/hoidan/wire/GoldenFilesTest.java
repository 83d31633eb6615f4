package vn.hoidan.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.sync.Along;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.MessageOrder;
import vn.hoidan.core.sync.OfficeMessage;
import vn.hoidan.core.sync.OfficePost;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.support.Samples;

/// Whatever was ever sent is kept as a file and still read. A kind of message without a file fails here.
class GoldenFilesTest {
    /// Decoders that read nothing of their own: forms of packing, and what is typed by a person. Bodies of records have
    /// files of every version in {@link WireTest}.
    private static final Set<String> NO_MESSAGES = Set.of("interview-body", "contact-body", "inflated", "gunzipped",
            "slips", "dictionary");
    /// Readers of {@link Wire} that are called otherwise as decoders.
    private static final Map<String, String> CALLED = Map.of("round", "index-round", "unitsRecord", "units-returned");

    static OfficePost post() {
        OfficeMessage message = new OfficeMessage("m-1", Samples.MORNING, "Giám sát viên 1 (tập dượt)",
                "Trời sắp bão.");
        return new OfficePost(List.of(new OfficePost.Recipient(new PersonId("p-1"), "Điều tra viên 1 (tập dượt)")),
                List.of(new OfficePost.Sent(message, List.of(
                        new OfficePost.Delivery("Điều tra viên 1 (tập dượt)", Optional.of(Samples.MORNING)),
                        new OfficePost.Delivery("Điều tra viên 2 (tập dượt)", Optional.empty())))));
    }

    static MessageOrder order() {
        return new MessageOrder("m-1", Optional.of(new PersonId("p-1")), "Trời sắp bão.");
    }

    static SyncRequest reading() {
        return new SyncRequest(SyncRequest.PROTOCOL, OwnLog.first(7), 1, 12, List.of(), List.of(), false,
                Samples.MORNING, Optional.empty(), new Along(List.of(), List.of(), Optional.empty(), List.of(),
                        List.of(), Optional.empty(), List.of("m-1", "m-2"), List.of(), Optional.empty()));
    }

    private static Path folder() {
        try {
            URI place = GoldenFilesTest.class.getResource("lease.json").toURI();
            return Path.of(place).getParent();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// `NAME.json`, `NAME-older.json`, `NAME-2.bin` and so on.
    private static List<Path> files(String name) throws IOException {
        try (Stream<Path> all = Files.list(folder())) {
            return all.filter(file -> file.getFileName().toString().matches(name + "(-[a-z0-9-]+)?\\.(json|bin|txt)"))
                    .sorted().toList();
        }
    }

    @Test
    void everyMessageHasAFileThatIsRead() throws IOException {
        for (MessageTarget.Decoder<?> decoder : MessageTarget.DECODERS) {
            if (!NO_MESSAGES.contains(decoder.name())) {
                List<Path> found = files(decoder.name());
                assertFalse(found.isEmpty(), () -> decoder.name() + " has no golden file");
                Path file = found.stream().filter(each -> each.endsWith(decoder.name() + ".json")).findFirst()
                        .orElse(found.getFirst());
                assertTrue(decoder.decode(Files.readAllBytes(file)), () -> decoder.name() + " is not read");
            }
        }
    }

    @Test
    void everyReaderOfMessagesIsADecoderThatIsTriedWithRubbish() {
        Set<String> decoders = MessageTarget.DECODERS.stream().map(MessageTarget.Decoder::name)
                .collect(Collectors.toSet());
        for (Method reader : Wire.class.getDeclaredMethods()) {
            Class<?>[] given = reader.getParameterTypes();
            if (Modifier.isPublic(reader.getModifiers()) && given.length > 0
                    && given[given.length - 1] == byte[].class) {
                String name = CALLED.getOrDefault(reader.getName(),
                        reader.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
                assertTrue(decoders.contains(name), () -> "no decoder " + name);
            }
        }
    }

    @Test
    void everyKindOfDownItemAndDecisionHasAFile() throws IOException {
        Set<Class<?>> items = new HashSet<>();
        for (Path file : files("down-item")) {
            items.add(Wire.downItem(Files.readAllBytes(file)).getClass());
        }
        Set<Class<?>> kinds = new HashSet<>(Arrays.asList(DownItem.class.getPermittedSubclasses()));
        kinds.remove(DownItem.NotKnownHere.class);
        assertEquals(kinds, items);
        Set<Class<?>> decisions = new HashSet<>();
        for (Path file : files("quota-decision")) {
            decisions.add(Wire.quotaDecision(Files.readAllBytes(file)).getClass());
        }
        assertEquals(new HashSet<>(Arrays.asList(QuotaDecision.class.getPermittedSubclasses())), decisions);
    }

    @Test
    void readsWhatWasWrittenOfMessagesToEnumerators() throws IOException {
        assertEquals(post(), Wire.officePost(Files.readAllBytes(folder().resolve("office-post.json"))));
        assertEquals(order(), Wire.messageOrder(Files.readAllBytes(folder().resolve("message-order.json"))));
        assertEquals(reading(), Wire.syncRequest(Files.readAllBytes(folder().resolve("sync-request-read.bin"))));
    }

    @Test
    void readsABoardOfAnOfficeThatDoesNotTellOfFiles() throws IOException {
        Board now = Samples.board();
        assertEquals(new Board(now.surveyName(), now.at(), now.rows(), now.cells(), now.devices(), List.of()),
                Wire.board(Files.readAllBytes(folder().resolve("board-without-awaited.json"))));
    }
}
