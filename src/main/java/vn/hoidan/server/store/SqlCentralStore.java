package vn.hoidan.server.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import vn.hoidan.server.app.book.Attachments;
import vn.hoidan.server.app.book.BoardBooks;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.Drafts;
import vn.hoidan.server.app.book.IndexBooks;
import vn.hoidan.server.app.book.Interviews;
import vn.hoidan.server.app.book.Ledger;
import vn.hoidan.server.app.book.Logs;
import vn.hoidan.server.app.book.OfficeActs;
import vn.hoidan.server.app.book.OfficeMessages;
import vn.hoidan.server.app.book.SampleLists;
import vn.hoidan.server.app.book.SpareKeyBook;
import vn.hoidan.server.app.book.Staff;
import vn.hoidan.server.app.book.Surveys;
import vn.hoidan.server.app.book.TeamUnits;
import vn.hoidan.server.app.book.Transfers;
import vn.hoidan.server.app.book.Workplaces;
import vn.hoidan.sql.Transactions;
import vn.hoidan.sqlite.Database;

/// Everything the office keeps, in a database.
public final class SqlCentralStore implements CentralStore {

    /// Class-path folder of the forms of the store.
    static final String MIGRATIONS = "vn/hoidan/server/store";

    private final Transactions database;
    private final Remembered remembered = new Remembered();

    SqlCentralStore(Transactions database) {
        this.database = database;
    }

    /// Opens a SQLite file, or creates it.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException STORE_DAMAGED, STORE_TOO_NEW, FOLDER_NOT_WRITABLE, DISK_FULL
    public static SqlCentralStore open(Path file) {
        return new SqlCentralStore(Database.open(file, MIGRATIONS));
    }

    @Override
    public <T> T read(Function<Central, T> work) {
        return database.read(handle -> work.apply(new Tables(handle, remembered)));
    }

    @Override
    public <T> T write(Function<Central, T> work) {
        List<Runnable> afterCommit = new ArrayList<>();
        T result = database.write(handle -> {
            Tables tables = new Tables(handle, remembered);
            T made = work.apply(tables);
            // the work may be done a second time; what the first found is not there then
            afterCommit.clear();
            afterCommit.addAll(tables.interviews.afterCommit());
            return made;
        });
        afterCommit.forEach(Runnable::run);
        return result;
    }

    @Override
    public void close() {
        database.close();
    }

    /// The tables as one transaction sees them.
    private static final class Tables implements Central {

        private final SurveyTable surveys;
        private final StaffTable staff;
        private final DeviceTable devices;
        private final ListTable lists;
        private final LedgerTable ledger;
        private final LogTable logs;
        private final InterviewTable interviews;
        private final SpareKeyTable spareKeys;
        private final IndexTable index;
        private final BoardTable board;
        private final WorkplaceTable workplaces;
        private final TransferTable transfers;
        private final TeamTable team;
        private final AttachmentTable attachments;
        private final DraftTable drafts;
        private final OfficeMessageTable messages;
        private final OfficeActTable officeActs;

        Tables(Handle handle, Remembered remembered) {
            surveys = new SurveyTable(handle, remembered);
            staff = new StaffTable(handle);
            devices = new DeviceTable(handle);
            lists = new ListTable(handle);
            ledger = new LedgerTable(handle);
            logs = new LogTable(handle);
            interviews = new InterviewTable(handle, remembered);
            spareKeys = new SpareKeyTable(handle);
            index = new IndexTable(handle);
            board = new BoardTable(handle);
            workplaces = new WorkplaceTable(handle);
            transfers = new TransferTable(handle);
            team = new TeamTable(handle);
            attachments = new AttachmentTable(handle);
            drafts = new DraftTable(handle);
            messages = new OfficeMessageTable(handle);
            officeActs = new OfficeActTable(handle);
        }

        @Override
        public Surveys surveys() {
            return surveys;
        }

        @Override
        public Staff staff() {
            return staff;
        }

        @Override
        public Devices devices() {
            return devices;
        }

        @Override
        public SampleLists lists() {
            return lists;
        }

        @Override
        public Ledger ledger() {
            return ledger;
        }

        @Override
        public Logs logs() {
            return logs;
        }

        @Override
        public Interviews interviews() {
            return interviews;
        }

        @Override
        public SpareKeyBook spareKeys() {
            return spareKeys;
        }

        @Override
        public IndexBooks index() {
            return index;
        }

        @Override
        public BoardBooks board() {
            return board;
        }

        @Override
        public Workplaces workplaces() {
            return workplaces;
        }

        @Override
        public Transfers transfers() {
            return transfers;
        }

        @Override
        public TeamUnits team() {
            return team;
        }

        @Override
        public Drafts drafts() {
            return drafts;
        }

        @Override
        public OfficeMessages messages() {
            return messages;
        }

        @Override
        public OfficeActs officeActs() {
            return officeActs;
        }

        @Override
        public Attachments attachments() {
            return attachments;
        }
    }
}
