package vn.hoidan.server.app;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.hoidan.server.OnPostgresql;
import vn.hoidan.server.app.book.Attachments;
import vn.hoidan.server.app.book.Logs;
import vn.hoidan.server.app.book.QuotaActsTest;
import vn.hoidan.server.app.files.UnnamedFilesCutTest;
import vn.hoidan.server.app.files.UnnamedFilesTest;
import vn.hoidan.server.app.index.IndexDeskTest;
import vn.hoidan.server.app.intake.AttachmentDeskTest;
import vn.hoidan.server.app.intake.LaptopKeyDeskTest;
import vn.hoidan.server.app.intake.LogDeskTest;
import vn.hoidan.server.app.intake.QuarantineDeskTest;
import vn.hoidan.server.app.quota.QuotaDeskTest;
import vn.hoidan.server.app.quota.TeamTest;
import vn.hoidan.support.BesideOthers;

/// The desks of the office, and with them every table of its store, held to the same tests on PostgreSQL as on SQLite.
@BesideOthers
@ExtendWith(OnPostgresql.class)
class DesksOnPostgresqlTest {

    @Nested
    class Offices extends OfficeTest {
    }

    @Nested
    class Quotas extends QuotaDeskTest {
    }

    @Nested
    class QuotaActs extends QuotaActsTest {
    }

    @Nested
    class FreeQuotas extends FreeQuotaTest {
    }

    @Nested
    class FreeQuotaWalks extends FreeQuotaWalkTest {
    }

    @Nested
    class Teams extends TeamTest {
    }

    @Nested
    class Logs extends LogDeskTest {
    }

    @Nested
    class SpareKeys extends SpareKeyDeskTest {
    }

    @Nested
    class Quarantine extends QuarantineDeskTest {
    }

    @Nested
    class Questionnaires extends QuestionnaireDeskTest {
    }

    @Nested
    class Index extends IndexDeskTest {
    }

    @Nested
    class Awaited extends AwaitedFilesTest {
    }

    @Nested
    class Unnamed extends UnnamedFilesTest {
    }

    @Nested
    class UnnamedCut extends UnnamedFilesCutTest {
    }

    @Nested
    class LaptopKeys extends LaptopKeyDeskTest {
    }

    @Nested
    class Attachments extends AttachmentDeskTest {
    }
}
