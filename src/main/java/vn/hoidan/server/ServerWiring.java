package vn.hoidan.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import vn.hoidan.core.access.OfficeWrap;
import vn.hoidan.core.access.SealedForOffice;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.Round;
import vn.hoidan.core.pack.FormReading;
import vn.hoidan.core.pack.QuotaReading;
import vn.hoidan.core.pack.SurveyPack;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.QuestionnairePackage;
import vn.hoidan.form.XForms;
import vn.hoidan.form.author.AuthorForms;
import vn.hoidan.form.author.QuotaFiles;
import vn.hoidan.form.codebook.XFormCodebook;
import vn.hoidan.form.pack.RoundFiles;
import vn.hoidan.form.pack.SurveyPacks;
import vn.hoidan.report.IndexPage;
import vn.hoidan.report.PdfReport;
import vn.hoidan.report.WorkbookReport;
import vn.hoidan.server.app.BackupDesk;
import vn.hoidan.server.app.BoardDesk;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.QuestionnaireDesk;
import vn.hoidan.server.app.RestoreDesk;
import vn.hoidan.server.app.SpareKeyDesk;
import vn.hoidan.server.app.StaffDesk;
import vn.hoidan.server.app.SurveySetup;
import vn.hoidan.server.app.book.AttachmentCopies;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.export.AttachmentExport;
import vn.hoidan.server.app.export.ExportDesk;
import vn.hoidan.server.app.files.UnnamedFilesDesk;
import vn.hoidan.server.app.index.IndexDesk;
import vn.hoidan.server.app.intake.AlongDesk;
import vn.hoidan.server.app.intake.AttachmentDesk;
import vn.hoidan.server.app.intake.CarryDesk;
import vn.hoidan.server.app.intake.DraftDesk;
import vn.hoidan.server.app.intake.IntakeDesk;
import vn.hoidan.server.app.intake.LaptopKeyDesk;
import vn.hoidan.server.app.intake.MessageDesk;
import vn.hoidan.server.app.intake.QuarantineDesk;
import vn.hoidan.server.app.quota.ListDesk;
import vn.hoidan.server.app.quota.PlaceDesk;
import vn.hoidan.server.app.quota.QuotaDesk;
import vn.hoidan.server.http.HttpDoor;
import vn.hoidan.server.http.HttpSettings;
import vn.hoidan.server.store.AttachmentCopyFolder;
import vn.hoidan.server.store.AttachmentFolder;
import vn.hoidan.server.store.CarriedEnvelopes;
import vn.hoidan.server.store.KeptRecords;
import vn.hoidan.server.store.OfficeData;
import vn.hoidan.server.store.OfficeFile;
import vn.hoidan.server.store.OfficeSetting;
import vn.hoidan.sqlite.FolderLock;
import vn.hoidan.sqlite.FolderProblems;
import vn.hoidan.vault.OfficeKeys;
import vn.hoidan.vault.OfficeWraps;
import vn.hoidan.vault.RecordKeys;
import vn.hoidan.vault.ServerIdentity;
import vn.hoidan.vault.Signatures;
import vn.hoidan.wire.CarriedFile;
import vn.hoidan.wire.Wire;

/// Puts the server together.
public final class ServerWiring {

    private static final String IDENTITY_FOLDER = "identity";
    private static final String ATTACHMENT_FOLDER = "attachments";

    private static final System.Logger LOG = System.getLogger(ServerWiring.class.getName());

    private ServerWiring() {
    }

    /// Opens an office without a door, for the command line. The data folder is created if it is not there.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException STORE_DAMAGED, STORE_TOO_NEW, FOLDER_NOT_WRITABLE, DISK_FULL;
    ///                                                 with a database DATABASE_AWAY, DATABASE_REFUSED, DATABASE_UNFIT,
    ///                                                 DATABASE_BUSY, DATABASE_DISK
    public static Office openOffice(ServerSettings settings) {
        return office(settings, identity(settings), InstantSource.system());
    }

    /// Starts a server; when this returns it answers.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException as {@link #openOffice}, PORT_IN_USE, and STORE_IN_USE if
    ///                                                 another server runs on the folder
    public static RunningServer start(ServerSettings settings) {
        return start(settings, InstantSource.system());
    }

    static RunningServer start(ServerSettings settings, InstantSource clock) {
        FolderLock lock = lock(settings.data());
        try {
            return start(settings, clock, lock);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static RunningServer start(ServerSettings settings, InstantSource clock, FolderLock lock) {
        ServerIdentity identity = identity(settings);
        Office office = office(settings, identity, clock);
        try {
            HttpDoor door = HttpDoor.open(
                    new HttpSettings(settings.host(), settings.port(), identity.sslContext()),
                    new HttpDoor.Desks(office.enrolment(), office.intake(), office.quarantine(), office.surveys(),
                            office.board(), office.spareKeys(), office.index(), office.quotas(), office.releases(),
                            office.carry(), office.attachments(), office.drafts(), office.along(),
                            office.messages()), clock);
            RunningServer server = new RunningServer(office, door::close, lock::close, timer(settings, office.backup()),
                    settings.names().getFirst(), door.port());
            office.surveys().startedAt(server.address());
            LOG.log(System.Logger.Level.INFO, "serving {0}", server.address());
            return server;
        } catch (RuntimeException failed) {
            office.close();
            throw failed;
        }
    }

    /// Puts a backup in the place of a server's data and begins a new epoch on it.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException STORE_IN_USE while a server runs on the folder, BACKUP_UNUSABLE,
    ///                                                 FOLDER_NOT_WRITABLE, DISK_FULL
    public static RestoreDesk.Begun restore(Path data, Path backup) {
        InstantSource clock = InstantSource.system();
        try (FolderLock _ = lock(data)) {
            AttachmentCopies copies = new AttachmentCopyFolder(data.resolve(ATTACHMENT_FOLDER),
                    backup.toAbsolutePath().resolveSibling(ATTACHMENT_FOLDER));
            return setting(data).office().become(backup, clock.instant(), store -> {
                int lost = AttachmentDesk.restored(store, copies);
                if (lost > 0) {
                    LOG.log(System.Logger.Level.WARNING, "{0} files are in no copy; laptops may send them again", lost);
                }
                return new RestoreDesk(store, new SecureRandom(), clock).begin();
            });
        }
    }

    /// The same into an empty PostgreSQL database, which is the place of the office from then on.
    ///
    /// @param address `postgresql://user@host:port/database`
    /// @throws vn.hoidan.core.problem.ProblemException as {@link #restore}, DATABASE_ADDRESS_INVALID,
    ///                                                 DATABASE_NOT_EMPTY, and those of {@link #openOffice}
    public static RestoreDesk.Begun restoreTo(Path data, String address, Path backup) {
        InstantSource clock = InstantSource.system();
        try (FolderLock _ = lock(data)) {
            return setting(data).restore(address, backup, clock.instant(), store ->
                    new RestoreDesk(store, new SecureRandom(), clock).begin());
        }
    }

    /// Where the office of a folder is: a file, or the address of a database.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException DATABASE_ADDRESS_INVALID
    public static String place(Path data) {
        return setting(data).office().shown();
    }

    /// Makes a PostgreSQL database the place of an office that was not begun yet.
    ///
    /// @param address `postgresql://user@host:port/database`
    /// @throws vn.hoidan.core.problem.ProblemException DATABASE_ADDRESS_INVALID, OFFICE_ELSEWHERE, and those of
    ///                                                 {@link #openOffice}
    public static void beginIn(Path data, String address) {
        try (FolderLock _ = lock(data)) {
            setting(data).begin(address);
        }
    }

    /// Moves an office to an empty PostgreSQL database.
    ///
    /// @param backups folder of the checked copy by which it goes, which stays
    /// @throws vn.hoidan.core.problem.ProblemException STORE_IN_USE while a server runs on the folder,
    ///                                                 DATABASE_ADDRESS_INVALID, DATABASE_NOT_EMPTY, and those of
    ///                                                 {@link #openOffice}
    public static void move(Path data, String address, Path backups) {
        try (FolderLock _ = lock(data)) {
            setting(data).move(address, backups, InstantSource.system());
        }
    }

    private static OfficeSetting setting(Path data) {
        return new OfficeSetting(data, identityFolder(data), System.getenv());
    }

    /// Makes a new key to which laptops seal their records from their next sync on. A running server notices it; what
    /// was sealed to older keys still opens.
    ///
    /// @return the folder of all keys of the server, of which a copy is to be kept apart from the backups
    /// @throws vn.hoidan.core.problem.ProblemException FOLDER_NOT_WRITABLE, STORE_DAMAGED
    public static Path renewRecordKey(Path data) {
        Path keys = identityFolder(data);
        RecordKeys.openOrCreate(keys).renew();
        return keys;
    }

    /// Takes keys to which records were sealed from a copy of a server's keys; the key for new records stays.
    ///
    /// @param copy folder of such keys
    /// @return how many were not here
    /// @throws vn.hoidan.core.problem.ProblemException STORE_DAMAGED
    public static int adoptRecordKeys(Path data, Path copy) {
        return RecordKeys.openOrCreate(identityFolder(data)).adopt(copy);
    }

    /// Keys by which laptops signed, as another copy of the office knows them: a backup, or what stood in the place of
    /// one that was restored.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException BACKUP_UNUSABLE, FOLDER_NOT_WRITABLE, DISK_FULL, STORE_TOO_NEW
    public static List<LaptopKeyDesk.Known> laptopKeys(Path data, Path copy) {
        return OfficeFile.lookInto(copy, data.resolve("office.reading"), LaptopKeyDesk::of);
    }

    /// Where the keys of a server lie, without which nobody reads its backups.
    public static Path identityFolder(Path data) {
        return data.resolve(IDENTITY_FOLDER);
    }

    /// Held by a server as long as it runs: no backup may take the place of a file that is in use.
    private static FolderLock lock(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException refused) {
            throw FolderProblems.of(refused, data);
        }
        return FolderLock.of(data);
    }

    /// A survey pack: one that came with the program, by its name, or one in a folder.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException PACK_INVALID
    public static SurveyPack pack(String nameOrFolder) {
        return nameOrFolder.matches("[a-z0-9-]+") && !Files.isDirectory(Path.of(nameOrFolder))
                ? SurveyPacks.builtIn(nameOrFolder) : SurveyPacks.in(Path.of(nameOrFolder));
    }

    /// Writes a report.
    ///
    /// @param zone in which times are told
    public static void write(IndexReport report, ReportFormat format, String language, ZoneId zone, OutputStream out)
            throws IOException {
        switch (format) {
            case PAGE -> out.write(IndexPage.of(report, language, zone).getBytes(StandardCharsets.UTF_8));
            case DOCUMENT -> PdfReport.write(IndexPage.of(report, language, zone), out);
            case WORKBOOK -> WorkbookReport.write(report, language, zone, out);
            case DATA -> out.write(Wire.of(report));
        }
    }

    /// Envelopes in a file that came by a stick; it may be anybody's.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException CARRIED_UNREADABLE
    public static List<Envelope> carried(Path file) {
        return CarriedFile.read(file);
    }

    /// Puts envelopes into a file.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException FOLDER_NOT_WRITABLE, CARRIED_TOO_MUCH
    public static void writeCarried(List<? extends Envelope> envelopes, Path file) {
        CarriedFile.write(envelopes, file);
    }

    /// What a laptop sealed for this office; empty if it was sealed for another one or changed.
    public static Optional<Bytes> opened(SealedForOffice sealed, Function<OfficeWrap, Optional<Bytes>> office) {
        return office.apply(sealed.wrap()).map(OfficeWraps::key).flatMap(key -> {
            try (key) {
                return Optional.of(Bytes.of(key.open(sealed.sealed(), SealedForOffice.CONTEXT)));
            } catch (IllegalArgumentException | ProblemException changed) {
                LOG.log(System.Logger.Level.DEBUG, "what was sealed does not open", changed);
                return Optional.empty();
            }
        });
    }

    /// A form from the file in which its author keeps it.
    public static FormReading form(Path file) {
        return new AuthorForms().read(file);
    }

    /// A declaration of quotas from a CSV file or a workbook.
    ///
    /// @param questionnaire whose questions the quotas may look at
    public static QuotaReading quotas(Path file, Areas areas, Bytes questionnaire) {
        return new QuotaFiles(areas, questionnaire).read(file);
    }

    /// Figures of an earlier round: from a CSV file or a workbook, or from a report of the index kept as JSON.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException INDEX_FILE_INVALID, MESSAGE_UNREADABLE
    public static Round round(Path file, String name, LocalDate day) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(ReportFormat.DATA.ending())) {
            return RoundFiles.round(file, name, day);
        }
        return Round.of(Wire.indexReport(RoundFiles.content(file, Wire.MOST_MESSAGE_BYTES)), name, day);
    }

    /// What became of the units of an earlier round, from a CSV file or a workbook.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException INDEX_FILE_INVALID
    public static List<Round.Became> mapping(Path file) {
        return RoundFiles.mapping(file);
    }

    /// The XForm of a questionnaire, without its files.
    public static Bytes xform(Bytes questionnaire) {
        return QuestionnairePackage.open(questionnaire).xform();
    }

    private static ServerIdentity identity(ServerSettings settings) {
        return ServerIdentity.openOrCreate(identityFolder(settings.data()), settings.names(),
                InstantSource.system());
    }

    private static Office office(ServerSettings settings, ServerIdentity identity, InstantSource clock) {
        OfficeData data = setting(settings.data()).office();
        CentralStore store = data.open();
        SecureRandom random = new SecureRandom();
        RecordKeys recordKeys = RecordKeys.openOrCreate(identityFolder(settings.data()));
        KeptRecords reader = new KeptRecords(recordKeys);
        DraftDesk drafts = new DraftDesk(store, reader, clock);
        Bytes fingerprint = Bytes.of(identity.fingerprint());
        IntakeDesk.Checks checks = new IntakeDesk.Checks(reader, Signatures::verify, recordKeys::current);
        ListDesk lists = new ListDesk(store, clock, random);
        PlaceDesk places = new PlaceDesk(store, clock);
        IntakeDesk intake = new IntakeDesk(store, checks, lists, places, clock, random);
        AttachmentFolder files = new AttachmentFolder(settings.data().resolve(ATTACHMENT_FOLDER), recordKeys);
        AttachmentDesk attachments = new AttachmentDesk(store, files, clock);
        AlongDesk along = new AlongDesk(store, attachments, drafts);
        return new Office(store, new SurveySetup(store, clock), new StaffDesk(store, clock, random, fingerprint),
                lists, new EnrolmentDesk(store, lists, places, clock, random),
                intake, new BoardDesk(store, clock), new ExportDesk(store, reader, XFormCodebook::of),
                new BackupDesk(store, data.backups(settings.backups(), clock), new AttachmentCopyFolder(
                        settings.data().resolve(ATTACHMENT_FOLDER), settings.backups().resolve(ATTACHMENT_FOLDER))),
                new QuestionnaireDesk(store, stored -> new XForms().load(stored), clock),
                new SpareKeyDesk(store, OfficeKeys.openOrCreate(identityFolder(settings.data())), clock,
                        random),
                new IndexDesk(store, reader, XFormCodebook::of, clock),
                new QuotaDesk(store, reader, lists, clock, random),
                ReleaseSigning.kept(settings.data()), places,
                new CarryDesk(store, intake, along, new CarriedEnvelopes(recordKeys), Signatures::verify, clock),
                new QuarantineDesk(store, checks, clock), new LaptopKeyDesk(store, clock),
                new MessageDesk(store, clock, UUID::randomUUID), attachments,
                new AttachmentExport(store, reader, attachments),
                new UnnamedFilesDesk(store, files, reader, reader, clock), drafts, along, fingerprint);
    }

    private static ScheduledExecutorService timer(ServerSettings settings, BackupDesk backup) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("backup").daemon().factory());
        long seconds = settings.backupEvery().toSeconds();
        timer.scheduleWithFixedDelay(() -> {
            try {
                backup.runIfNeeded();
            } catch (RuntimeException failed) {
                // the next round tries again; until then nothing new is called safe
                LOG.log(System.Logger.Level.ERROR, "no backup was made", failed);
            }
        }, seconds, seconds, TimeUnit.SECONDS);
        return timer;
    }
}
