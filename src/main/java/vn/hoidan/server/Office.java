package vn.hoidan.server;

import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.BackupDesk;
import vn.hoidan.server.app.BoardDesk;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.QuestionnaireDesk;
import vn.hoidan.server.app.SpareKeyDesk;
import vn.hoidan.server.app.StaffDesk;
import vn.hoidan.server.app.SurveySetup;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Releases;
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

/// Everything that can be done at the office, on one data folder. Several may be open on the same folder: the command
/// line beside a running server.
///
/// @param fingerprint SHA-256 of the server's certificate
public record Office(CentralStore store, SurveySetup surveys, StaffDesk staff, ListDesk lists,
        EnrolmentDesk enrolment, IntakeDesk intake, BoardDesk board, ExportDesk export, BackupDesk backup,
        QuestionnaireDesk questionnaires, SpareKeyDesk spareKeys, IndexDesk index, QuotaDesk quotas, Releases releases,
        PlaceDesk places, CarryDesk carry, QuarantineDesk quarantine, LaptopKeyDesk laptopKeys, MessageDesk messages,
        AttachmentDesk attachments,
        AttachmentExport attachmentExport, UnnamedFilesDesk unnamedFiles, DraftDesk drafts, AlongDesk along,
        Bytes fingerprint)
        implements AutoCloseable {

    @Override
    public void close() {
        store.close();
    }
}
