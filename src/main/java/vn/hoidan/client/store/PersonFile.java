package vn.hoidan.client.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Properties;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;

/// What is shown of a person before the PIN is given: a small plain file, so that the sign-in screen opens no store. It
/// holds a label in the place of the name: who finds the laptop need not learn whose it was. The whole profile stands
/// sealed inside the store and only that is believed once it is open, since anybody could write another server into the
/// plain file.
final class PersonFile {
    static final String NAME = "person.properties";
    private static final long MOST_BYTES = 64 * 1024;

    private PersonFile() {
    }

    /// For everybody's eyes.
    static byte[] plain(Profile profile) {
        return bytes(profile.shown());
    }

    /// With the name; to be sealed.
    static byte[] bytes(Profile profile) {
        Properties properties = new Properties();
        properties.setProperty("device", profile.device());
        properties.setProperty("person.id", profile.person().id().text());
        properties.setProperty("person.name", profile.person().name());
        properties.setProperty("person.role", profile.person().role().code());
        properties.setProperty("person.area", profile.person().area().asText());
        properties.setProperty("person.area-name", profile.person().areaName());
        properties.setProperty("server.host", profile.address().host());
        properties.setProperty("server.port", String.valueOf(profile.address().port()));
        properties.setProperty("server.fingerprint", profile.address().fingerprint().hex());
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string can always be written", impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// @param id name of the person's folder
    /// @throws ProblemException STORE_DAMAGED
    static Profile read(String id, Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw damaged(file).exception();
            }
            return read(id, Files.readAllBytes(file), file);
        } catch (IOException unreadable) {
            throw damaged(file).exception(unreadable);
        }
    }

    static Profile read(String id, byte[] bytes, Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
            Person person = new Person(new PersonId(text(properties, "person.id")), text(properties, "person.name"),
                    Role.ofCode(text(properties, "person.role")), AreaKey.parse(text(properties, "person.area")),
                    text(properties, "person.area-name"));
            ServerAddress address = new ServerAddress(text(properties, "server.host"),
                    Integer.parseInt(text(properties, "server.port")),
                    Bytes.ofHex(text(properties, "server.fingerprint")));
            return new Profile(id, text(properties, "device"), person, address);
        } catch (IOException | IllegalArgumentException | DateTimeException broken) {
            throw damaged(file).exception(broken);
        }
    }

    private static String text(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    private static Problem damaged(Path file) {
        return Problem.of(ProblemKind.STORE_DAMAGED, "file", file.toString());
    }
}
