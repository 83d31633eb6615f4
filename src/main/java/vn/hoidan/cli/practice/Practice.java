package vn.hoidan.cli.practice;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import vn.hoidan.client.app.office.Invitation;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.pack.PracticeSample;
import vn.hoidan.core.pack.SurveyPack;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.message.Messages;
import vn.hoidan.server.RunningServer;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.app.export.CsvFile;
import vn.hoidan.server.app.export.ExportDesk;
import vn.hoidan.server.app.quota.QuotaDesk;

/// A whole survey in one folder: a central server on loopback with the SIPAS pack, a drawn sample, a supervisor and
/// enumerators for every district. Opened again it goes on where it was.
final class Practice implements AutoCloseable {
    /// Districts with two enumerators who share its villages, so that practice shows what a shared quota looks like;
    /// the others have one.
    private static final int SHARED_DISTRICTS = 2;

    private static final String PACK = "sipas-2023";
    private static final String SERVER = "server";
    private static final String CLIENT = "client";
    private static final String INTERVIEWS = "interviews.csv";
    private static final String CODEBOOK = "codebook.csv";
    private static final String COMMENTS = "comments.csv";
    private static final String MEMORY = "practice.properties";
    private static final String PORT = "port";
    private static final String SEED = "seed";

    private final Path folder;
    private final Messages messages;
    private final long seed;
    private final PracticeDesign design;
    private RunningServer server;
    private SurveyId survey;

    private Practice(Path folder, Messages messages, long seed, PracticeDesign design) {
        this.folder = folder;
        this.messages = messages;
        this.seed = seed;
        this.design = design;
    }

    /// @param freshSeed of the draw, if this is the first time
    /// @param design    of the survey, if this is the first time
    static Practice open(Path folder, String language, long freshSeed, PracticeDesign design) {
        Properties memory = remembered(folder);
        long seed = Long.parseLong(memory.getProperty(SEED, String.valueOf(freshSeed)));
        Practice practice = new Practice(folder, Messages.of(PracticeSession.BUNDLE, language), seed, design);
        practice.start(Integer.parseInt(memory.getProperty(PORT, "0")));
        return practice;
    }

    private void start(int port) {
        Path data = folder.resolve(SERVER);
        ServerSettings usual = ServerSettings.practice(data);
        server = ServerWiring.start(new ServerSettings(data, usual.host(), port, usual.names(), usual.backups(),
                usual.backupEvery()));
        remember();
        List<Survey> surveys = server.office().surveys().all();
        survey = surveys.isEmpty() ? create() : surveys.getFirst().id();
    }

    private SurveyId create() {
        SurveyPack pack = ServerWiring.pack(PACK);
        PracticeSample sample = PracticeSample.draw(pack, seed);
        if (design == PracticeDesign.FREE) {
            return createFree(pack, FreePractice.survey(pack, sample, folder));
        }
        Survey created = pack.surveyIn(sample.areas(), true);
        server.office().surveys().create(created, pack.xform(), sample.lists());
        server.office().index().setMethod(created.id(), pack.method().drawnBy(seed));
        Area province = sample.areas().at(AreaLevel.PROVINCE).getFirst();
        server.office().staff().add(created.id(), messages.get("supervisor", province.name()), Role.SUPERVISOR,
                province.key().code());
        // the rural districts stand last in the plan and come first here: their people work without a network
        List<Area> districts = sample.areas().at(AreaLevel.DISTRICT).reversed();
        for (int index = 0; index < districts.size(); index++) {
            staff(created.id(), districts.get(index), index < SHARED_DISTRICTS ? 2 : 1, sample);
        }
        return created.id();
    }

    /// Two enumerators share the district, and both work in all of it.
    private SurveyId createFree(SurveyPack pack, Survey created) {
        Areas areas = new Areas(created.areas());
        Area province = areas.at(AreaLevel.PROVINCE).getFirst();
        Area district = areas.at(AreaLevel.DISTRICT).getFirst();
        server.office().surveys().create(created, pack.xform(), List.of());
        server.office().index().setMethod(created.id(), pack.method().drawnBy(seed));
        String supervisor = messages.get("supervisor", province.name());
        server.office().staff().add(created.id(), supervisor, Role.SUPERVISOR, province.key().code());
        for (int number = 1; number <= 2; number++) {
            Person person = server.office().staff().add(created.id(),
                    messages.get("enumerator", district.name(), number), Role.ENUMERATOR, district.key().code());
            server.office().places().assign(person.id(), district.key().code(),
                    new QuotaDesk.Decision(supervisor, messages.get("practice")));
        }
        return created.id();
    }

    private void staff(SurveyId created, Area district, int enumerators, PracticeSample sample) {
        List<SampleList> lists = sample.lists().stream().filter(list -> sample.areas()
                .atOrAbove(list.village(), AreaLevel.DISTRICT).filter(district::equals).isPresent()).toList();
        for (int number = 0; number < enumerators; number++) {
            Person person = server.office().staff().add(created,
                    messages.get("enumerator", district.name(), number + 1), Role.ENUMERATOR, district.key().code());
            int each = (lists.size() + enumerators - 1) / enumerators;
            lists.stream().skip((long) number * each).limit(each)
                    .forEach(list -> server.office().lists().assign(list.id(), person.id()));
        }
    }

    /// Everybody who can work here, the supervisor first.
    List<Invitation> invitations() {
        List<Invitation> invitations = new ArrayList<>();
        for (Person person : people()) {
            invitations.add(new Invitation(person, new ServerAddress.HostAndPort(server.host(), server.port()),
                    () -> server.office().staff().issueCode(person.id())));
        }
        return invitations;
    }

    private List<Person> people() {
        return server.office().staff().list(survey).stream().map(line -> line.person())
                .sorted(Comparator.comparing((Person person) -> person.role() == Role.SUPERVISOR ? 0 : 1)).toList();
    }

    /// Folder of the client's people.
    Path clientFolder() {
        return folder.resolve(CLIENT);
    }

    Path folder() {
        return folder;
    }

    RunningServer server() {
        return server;
    }

    SurveyId survey() {
        return survey;
    }

    /// The quota board as the server tells it now.
    Board board() {
        return server.office().board().board(survey, messages.language());
    }

    /// Writes the interviews, the codebook and the comments into a folder; gives the file of the interviews.
    Path export(Path out) {
        Path file = out.resolve(INTERVIEWS);
        try (CsvFile interviews = CsvFile.create(file); CsvFile codebook = CsvFile.create(out.resolve(CODEBOOK));
                CsvFile comments = CsvFile.create(out.resolve(COMMENTS))) {
            server.office().export().export(survey, new ExportDesk.Tables(interviews, codebook, comments));
        }
        return file;
    }

    /// Of the drawn communes and households.
    long seed() {
        return seed;
    }

    /// Begins anew: everything in the folder is deleted and made again, with the same sample at the same port.
    void throwAway() {
        int port = server.port();
        server.close();
        delete(folder.resolve(SERVER));
        delete(folder.resolve(CLIENT));
        start(port);
    }

    @Override
    public void close() {
        server.close();
    }

    private static Properties remembered(Path folder) {
        Properties memory = new Properties();
        Path file = folder.resolve(MEMORY);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                memory.load(reader);
            } catch (IOException broken) {
                throw Problem.of(ProblemKind.STORE_DAMAGED, "file", file.toString()).exception(broken);
            }
        }
        return memory;
    }

    private void remember() {
        Properties memory = new Properties();
        memory.setProperty(PORT, String.valueOf(server.port()));
        memory.setProperty(SEED, String.valueOf(seed));
        try (Writer writer = Files.newBufferedWriter(folder.resolve(MEMORY))) {
            memory.store(writer, null);
        } catch (IOException broken) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", folder.toString()).exception(broken);
        }
    }

    /// Deletes a folder with all in it; nothing if it is not there.
    static void delete(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException broken) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", root.toString()).exception(broken);
        }
    }
}
