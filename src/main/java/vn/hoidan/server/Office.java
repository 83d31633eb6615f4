package vn.hoidan.server;

import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.AttachmentDesk;
import vn.hoidan.server.app.AttachmentExport;
import vn.hoidan.server.app.BackupDesk;
import vn.hoidan.server.app.BoardDesk;
import vn.hoidan.server.app.CarryDesk;
import vn.hoidan.server.app.CentralStore;
import vn.hoidan.server.app.DraftDesk;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.ExportDesk;
import vn.hoidan.server.app.IndexDesk;
import vn.hoidan.server.app.IntakeDesk;
import vn.hoidan.server.app.ListDesk;
import vn.hoidan.server.app.MessageDesk;
import vn.hoidan.server.app.PlaceDesk;
import vn.hoidan.server.app.QuarantineDesk;
import vn.hoidan.server.app.QuestionnaireDesk;
import vn.hoidan.server.app.QuotaDesk;
import vn.hoidan.server.app.Releases;
import vn.hoidan.server.app.SpareKeyDesk;
import vn.hoidan.server.app.StaffDesk;
import vn.hoidan.server.app.SurveySetup;

/// Everything that can be done at the office, on one data folder. Several may be open on the same folder: the command
/// line beside a running server.
///
/// @param fingerprint SHA-256 of the server's certificate
public record Office(CentralStore store, SurveySetup surveys, StaffDesk staff, ListDesk lists,
        EnrolmentDesk enrolment, IntakeDesk intake, BoardDesk board, ExportDesk export, BackupDesk backup,
        QuestionnaireDesk questionnaires, SpareKeyDesk spareKeys, IndexDesk index, QuotaDesk quotas, Releases releases,
        PlaceDesk places, CarryDesk carry, QuarantineDesk quarantine, MessageDesk messages, AttachmentDesk attachments,
        AttachmentExport attachmentExport, DraftDesk drafts, Bytes fingerprint)
        implements AutoCloseable {

    @Override
    public void close() {
        store.close();
    }
}
