package vn.hoidan.cli.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.app.StaffDesk;

/// A command on a server's data folder. It works beside a running server as well as without one.
public abstract class OfficeAccess extends TerminalCommand {

    private static final String BACKUPS = "backups";
    private static final int FINGERPRINT_GROUP = 4;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    @Option(names = "--data", paramLabel = "DIR")
    private Path data;

    protected OfficeAccess(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    protected final Path data() {
        return Optional.ofNullable(data).orElseGet(DataFolders::server).toAbsolutePath().normalize();
    }

    protected final Path usualBackups() {
        return data().resolve(BACKUPS);
    }

    protected final Office office() {
        return ServerWiring.openOffice(new ServerSettings(data(), ServerSettings.LOOPBACK, 0,
                List.of(ServerSettings.LOOPBACK), usualBackups(), ServerSettings.USUAL_BACKUP_EVERY));
    }

    /// A moment by the clock of this machine.
    protected final String moment(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }

    protected final void print(TextTable table) {
        table.printTo(terminal().out());
    }

    /// What a person needs to enrol a laptop.
    protected final void sayCode(Office office, Person person, EnrolmentCode code) {
        say("people.person", person.name(), person.id().text(), messages().get("role." + person.role().code()),
                person.areaName());
        say("people.address", office.surveys().address().orElse(messages().get("people.address-unknown")));
        say("people.code", code.asText(), StaffDesk.CODE_LIFE.toDays());
        say("people.fingerprint", fingerprint(office.fingerprint().toArray()));
        terminal().out().flush();
    }

    /// A code group by group, letters with a word each, as they are told apart on the telephone.
    protected final void saySpelled(SpokenCode code) {
        String[] groups = code.asText().split("-");
        for (int group = 0; group < groups.length; group++) {
            say("spell.group", group + 1, groups[group], groups[group].chars().mapToObj(Character::toString)
                    .map(this::spelled).collect(Collectors.joining(", ")));
        }
        terminal().out().flush();
    }

    private String spelled(String symbol) {
        String key = "spell." + symbol;
        return messages().has(key) ? symbol + " (" + messages().get(key) + ")" : symbol;
    }

    /// In groups that can be compared by eye.
    public static String fingerprint(byte[] hash) {
        return HexFormat.of().formatHex(hash).replaceAll("(.{" + FINGERPRINT_GROUP + "})(?=.)", "$1 ");
    }
}
