package vn.hoidan.wire;

import java.util.List;
import vn.hoidan.core.access.OpenedFolder;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.index.IndexMethod;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.Round;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.core.quota.QuotaSnapshot;
import vn.hoidan.core.quota.hand.Hold;
import vn.hoidan.core.quota.hand.UnitsInHand;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.QuestionnairePiece;
import vn.hoidan.core.sync.SignedVoucher;
import vn.hoidan.core.sync.MessageOrder;
import vn.hoidan.core.sync.OfficeMessage;
import vn.hoidan.core.sync.OfficePost;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.core.sync.AsideOutcome;
import vn.hoidan.core.sync.AsideRecord;
import vn.hoidan.core.sync.AsideRelease;

/// Messages as bytes and back: JSON in UTF-8 with explicit field names; records as they are, see {@link SyncFrames}.
/// The protocol grows by adding: unknown fields are passed over. Whatever is missing, malformed or beyond a bound
/// throws a ProblemException (MESSAGE_UNREADABLE with the field's name, or MESSAGE_TOO_LARGE); the bytes may come from
/// anybody.
public final class Wire {
    /// Most bytes of a message, not compressed.
    public static final int MOST_MESSAGE_BYTES = 8 * 1024 * 1024;
    /// Most messages of the office that one laptop keeps.
    private static final int MOST_OFFICE_MESSAGES = 1_000;
    /// Nothing larger is taken for a questionnaire, which may carry pictures and look-up lists.
    public static final int MOST_QUESTIONNAIRE_BYTES = QuestionnairePiece.MOST_SIZE;
    /// Most bytes of a message that needs no credentials or is small by nature, not compressed.
    public static final int MOST_SMALL_MESSAGE_BYTES = 16 * 1024;

    private Wire() {
    }

    public static byte[] of(SyncRequest syncRequest) {
        return SyncFrames.of(syncRequest);
    }

    /// Of any form that was ever sent.
    public static SyncRequest syncRequest(byte[] message) {
        return message.length > 0 && message[0] == SyncFrames.VERSION ? SyncFrames.syncRequest(message)
                : JsonMessages.read(message, MOST_MESSAGE_BYTES, SyncJson::syncRequest);
    }

    public static byte[] of(SyncReply syncReply) {
        return JsonMessages.write(SyncJson.of(syncReply));
    }

    public static SyncReply syncReply(byte[] message) {
        return JsonMessages.read(message, MOST_MESSAGE_BYTES, SyncJson::syncReply);
    }

    public static byte[] of(Draft draft) {
        return JsonMessages.write(DraftJson.of(draft));
    }

    public static Draft draft(byte[] message) {
        return JsonMessages.read(message, MOST_MESSAGE_BYTES, DraftJson::draft);
    }

    public static byte[] of(AttachmentState attachmentState) {
        return JsonMessages.write(AlongJson.of(attachmentState));
    }

    public static AttachmentState attachmentState(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, AlongJson::state);
    }

    public static byte[] of(DownItem downItem) {
        return JsonMessages.write(SyncJson.of(downItem));
    }

    public static DownItem downItem(byte[] message) {
        return JsonMessages.read(message, MOST_MESSAGE_BYTES, SyncJson::downItem);
    }

    public static byte[] of(List<OfficeMessage> officeMessages) {
        return JsonMessages.write(new Entries().list("messages", officeMessages, OfficeMessageJson::of).done());
    }

    public static List<OfficeMessage> officeMessages(byte[] message) {
        return JsonMessages.read(message, MOST_MESSAGE_BYTES, fields ->
                fields.list("messages", MOST_OFFICE_MESSAGES, OfficeMessageJson::message));
    }

    public static byte[] of(Board board) {
        return JsonMessages.write(BoardJson.of(board));
    }

    public static Board board(byte[] message) {
        return JsonMessages.read(message, MOST_MESSAGE_BYTES, BoardJson::board);
    }

    public static byte[] of(QuotaDecision decision) {
        return JsonMessages.write(BoardJson.of(decision));
    }

    public static QuotaDecision quotaDecision(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, BoardJson::decision);
    }

    public static byte[] of(QuotaDecision.Effect effect) {
        return JsonMessages.write(BoardJson.of(effect));
    }

    public static QuotaDecision.Effect quotaEffect(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, BoardJson::effect);
    }

    public static byte[] of(MessageOrder order) {
        return JsonMessages.write(OfficeMessageJson.of(order));
    }

    public static MessageOrder messageOrder(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, OfficeMessageJson::order);
    }

    public static byte[] of(OfficePost post) {
        return JsonMessages.write(OfficeMessageJson.of(post));
    }

    public static OfficePost officePost(byte[] message) {
        return JsonMessages.read(message, MOST_MESSAGE_BYTES, OfficeMessageJson::post);
    }

    /// Records that were set aside, for a supervisor.
    public static byte[] ofAside(List<AsideRecord> records) {
        return JsonMessages.write(AsideJson.of(records));
    }

    public static List<AsideRecord> aside(byte[] message) {
        return JsonMessages.read(message, MOST_MESSAGE_BYTES, AsideJson::records);
    }

    public static byte[] of(AsideRelease release) {
        return JsonMessages.write(AsideJson.of(release));
    }

    public static AsideRelease asideRelease(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, AsideJson::release);
    }

    public static byte[] of(AsideOutcome outcome) {
        return JsonMessages.write(AsideJson.of(outcome));
    }

    public static AsideOutcome asideOutcome(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, AsideJson::outcome);
    }

    /// Which interviews that count are asked for.
    public static byte[] countedRequest(CellKey cell, long before) {
        return JsonMessages.write(BoardJson.countedRequest(new CountedRequest(cell, before)));
    }

    public static CountedRequest countedRequest(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, BoardJson::countedRequest);
    }

    public static byte[] countedReply(List<Board.Counted> counted) {
        return JsonMessages.write(BoardJson.countedReply(counted));
    }

    public static List<Board.Counted> countedReply(byte[] message) {
        return JsonMessages.read(message, MOST_MESSAGE_BYTES, BoardJson::countedReply);
    }

    public static byte[] of(QuotaSnapshot quotaSnapshot) {
        return JsonMessages.write(QuotaJson.of(quotaSnapshot));
    }

    public static QuotaSnapshot quotaSnapshot(byte[] message) {
        return JsonMessages.read(message, MOST_MESSAGE_BYTES, QuotaJson::quotaSnapshot);
    }

    public static byte[] of(Lease lease) {
        return JsonMessages.write(QuotaJson.of(lease));
    }

    public static Lease lease(byte[] message) {
        return JsonMessages.read(message, MOST_MESSAGE_BYTES, QuotaJson::lease);
    }

    public static byte[] of(Survey survey) {
        return JsonMessages.write(SurveyJson.of(survey));
    }

    public static Survey survey(byte[] message) {
        return JsonMessages.read(message, MOST_MESSAGE_BYTES, SurveyJson::survey);
    }

    public static byte[] of(Person person) {
        return JsonMessages.write(SurveyJson.of(person));
    }

    public static Person person(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, SurveyJson::person);
    }

    public static byte[] of(SampleList sampleList) {
        return JsonMessages.write(SamplingJson.of(sampleList));
    }

    public static SampleList sampleList(byte[] message) {
        return JsonMessages.read(message, MOST_MESSAGE_BYTES, SamplingJson::sampleList);
    }

    public static byte[] of(Contact contact) {
        return JsonMessages.write(SamplingJson.of(contact));
    }

    public static Contact contact(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, SamplingJson::contact);
    }

    public static byte[] of(UnitsRecord unitsRecord) {
        return JsonMessages.write(UnitsJson.of(unitsRecord));
    }

    public static UnitsRecord unitsRecord(RecordType type, byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, fields -> UnitsJson.unitsRecord(type, fields));
    }

    public static byte[] of(UnitsInHand unitsInHand) {
        return JsonMessages.write(UnitsJson.of(unitsInHand));
    }

    public static UnitsInHand unitsInHand(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, UnitsJson::unitsInHand);
    }

    public static byte[] of(Hold hold) {
        return JsonMessages.write(UnitsJson.of(hold));
    }

    public static Hold hold(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, UnitsJson::hold);
    }

    public static byte[] of(SignedVoucher signedVoucher) {
        return JsonMessages.write(UnitsJson.of(signedVoucher));
    }

    public static SignedVoucher signedVoucher(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, UnitsJson::signedVoucher);
    }

    public static byte[] of(Fact fact) {
        return JsonMessages.write(InterviewJson.of(fact));
    }

    public static Fact fact(byte[] message) {
        return JsonMessages.read(message, MOST_MESSAGE_BYTES, InterviewJson::fact);
    }

    public static byte[] of(InterviewRecord interviewRecord) {
        return JsonMessages.write(CompactInterviewJson.of(interviewRecord));
    }

    public static InterviewRecord interviewRecord(byte[] message) {
        return JsonMessages.read(message, MOST_MESSAGE_BYTES, InterviewJson::interviewRecord);
    }

    public static byte[] of(EnrolmentRequest enrolmentRequest) {
        return JsonMessages.write(ServiceJson.of(enrolmentRequest));
    }

    public static EnrolmentRequest enrolmentRequest(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, ServiceJson::enrolmentRequest);
    }

    public static byte[] of(EnrolmentReply enrolmentReply) {
        return JsonMessages.write(ServiceJson.of(enrolmentReply));
    }

    public static EnrolmentReply enrolmentReply(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, ServiceJson::enrolmentReply);
    }

    public static byte[] of(SpareKeys spareKeys) {
        return JsonMessages.write(AccessJson.of(spareKeys));
    }

    public static SpareKeys spareKeys(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, AccessJson::spareKeys);
    }

    public static byte[] of(SpareKeysRequest spareKeysRequest) {
        return JsonMessages.write(AccessJson.of(spareKeysRequest));
    }

    public static SpareKeysRequest spareKeysRequest(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, AccessJson::spareKeysRequest);
    }

    public static byte[] of(ResetRequest resetRequest) {
        return JsonMessages.write(AccessJson.of(resetRequest));
    }

    public static ResetRequest resetRequest(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, AccessJson::resetRequest);
    }

    public static byte[] of(ResetReply resetReply) {
        return JsonMessages.write(AccessJson.of(resetReply));
    }

    public static ResetReply resetReply(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, AccessJson::resetReply);
    }

    public static byte[] of(IndexReport report) {
        return JsonMessages.write(IndexJson.of(report));
    }

    public static IndexReport indexReport(byte[] message) {
        return JsonMessages.read(message, MOST_MESSAGE_BYTES, IndexJson::report);
    }

    public static byte[] of(Round round) {
        return JsonMessages.write(RoundJson.of(round));
    }

    public static Round round(byte[] message) {
        return JsonMessages.read(message, MOST_MESSAGE_BYTES, RoundJson::round);
    }

    public static byte[] of(IndexMethod method) {
        return JsonMessages.write(MethodJson.of(method));
    }

    public static IndexMethod indexMethod(byte[] message) {
        return JsonMessages.read(message, MOST_MESSAGE_BYTES, MethodJson::method);
    }

    public static byte[] of(OpenedFolder openedFolder) {
        return JsonMessages.write(OpenedJson.of(openedFolder));
    }

    public static byte[] of(Problem problem) {
        return JsonMessages.write(ServiceJson.of(problem));
    }

    public static Problem problem(byte[] message) {
        return JsonMessages.read(message, MOST_SMALL_MESSAGE_BYTES, ServiceJson::problem);
    }
}
