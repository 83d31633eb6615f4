package vn.hoidan.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.postgresql.DatabaseAddress;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.sqlite.FolderProblems;

/// What a server's folder says of where its office is: in a file beside, or in the database that `database.txt` names.
/// The password never stands there: it comes from the environment or from a file among the server's keys.
///
/// @param data        folder of the server
/// @param keys        folder of its keys
/// @param environment variables of the program
public record OfficeSetting(Path data, Path keys, Map<String, String> environment) {

    /// Variable of the environment with the database's password.
    public static final String PASSWORD_VARIABLE = "HOIDAN_DATABASE_PASSWORD";
    /// Among the keys: the password, if no variable gives it.
    public static final String PASSWORD_FILE = "database-password";
    private static final String STORE_FILE = "office.db";
    private static final String SETTING = "database.txt";
    private static final int MOST_BYTES = 4096;

    /// Where the office is.
    ///
    /// @throws ProblemException DATABASE_ADDRESS_INVALID, FOLDER_NOT_WRITABLE
    public OfficeData office() {
        Path setting = data.resolve(SETTING);
        return Files.exists(setting) ? database(text(setting)) : file();
    }

    private OfficeFile file() {
        return new OfficeFile(data.resolve(STORE_FILE));
    }

    private OfficeDatabase database(String address) {
        DatabaseAddress parsed = DatabaseAddress.parse(address).orElseThrow(
                () -> Problem.of(ProblemKind.DATABASE_ADDRESS_INVALID).exception());
        Path file = keys.resolve(PASSWORD_FILE);
        String fromFile = Files.exists(file) ? text(file) : "";
        return new OfficeDatabase(parsed, environment.getOrDefault(PASSWORD_VARIABLE, fromFile), data);
    }

    /// Makes a database the place of an office that was not begun yet. Nothing happens if it is the place already.
    ///
    /// @throws ProblemException DATABASE_ADDRESS_INVALID, OFFICE_ELSEWHERE, and those of {@link OfficeData#open}
    public void begin(String address) {
        OfficeDatabase wanted = database(address);
        OfficeData now = office();
        switch (now) {
            case OfficeFile file when !Files.exists(file.file()) -> {
                wanted.open().close();
                keep(wanted);
            }
            case OfficeDatabase database when database.address().equals(wanted.address()) -> { }
            case OfficeFile _, OfficeDatabase _ ->
                throw Problem.of(ProblemKind.OFFICE_ELSEWHERE, "address", now.shown()).exception();
        }
    }

    /// Moves the office to an empty database, by way of a checked copy. The folder says so only when all of it is
    /// there; a file in which it was is put aside then. Nobody else may have the office open.
    ///
    /// @param copies where the copy goes, which stays
    /// @throws ProblemException DATABASE_ADDRESS_INVALID, DATABASE_NOT_EMPTY, and those of {@link OfficeData#open}
    public void move(String address, Path copies, InstantSource clock) {
        OfficeDatabase wanted = database(address);
        OfficeData now = office();
        boolean begun = switch (now) {
            case OfficeFile file -> Files.exists(file.file());
            case OfficeDatabase database -> !database.address().isSamePlace(wanted.address());
        };
        wanted.open().close();
        if (begun) {
            Path copy = copies.resolve(now.backups(copies, clock).make().name());
            wanted.become(copy, clock.instant(), _ -> true);
        }
        settle(wanted, clock.instant());
    }

    /// Puts a backup in an empty database and makes that the place of the office, whatever became of the place it had.
    ///
    /// @param first on the new contents, before anybody else sees them
    /// @throws ProblemException DATABASE_ADDRESS_INVALID, and those of {@link OfficeData#become}
    public <T> T restore(String address, Path backup, Instant now, Function<CentralStore, T> first) {
        OfficeDatabase wanted = database(address);
        T done = wanted.become(backup, now, first);
        settle(wanted, now);
        return done;
    }

    private void settle(OfficeDatabase wanted, Instant now) {
        keep(wanted);
        file().putAside(now);
    }

    private void keep(OfficeDatabase database) {
        Path part = data.resolve(SETTING + ".part");
        try {
            Files.createDirectories(data);
            Files.writeString(part, database.address().text() + "\n");
            Files.move(part, data.resolve(SETTING), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw FolderProblems.of(refused, data);
        }
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw Problem.of(ProblemKind.STORE_DAMAGED, "file", file.toString()).exception(unreadable);
        }
    }
}
