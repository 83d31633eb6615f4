package vn.hoidan.client.app.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.hoidan.client.app.machine.DiskRoom;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.interview.AnswerSketch;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.QuotaSnapshot;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.core.sync.SealedDraft;
import vn.hoidan.core.sync.SignedVoucher;
import vn.hoidan.core.sync.UpRecord;

/// Everything one person has on this laptop. Safe for several threads. Reading and writing may throw a
/// ProblemException for a full disk, a folder without rights or a damaged file.
public interface FieldStore extends AutoCloseable {
    /// Carries out all changes in one transaction, or none of them; when it returns they survive a power cut.
    void apply(List<Change> changes);

    /// Plans from the hand as it is and carries that out, with nothing in between: nobody else takes the same unit.
    ///
    /// @return what was carried out
    List<Change> applyFromHand(Function<Hand, List<Change>> plan);

    /// The units of a free quota that are here.
    Hand hand();

    /// Codes of a lease's units that can be read out.
    List<UnitCode> codes(LeaseId lease);

    /// Vouchers that this laptop gave, newest first, as its log tells.
    List<SignedVoucher> vouchersGiven(int most);

    /// Vouchers that this laptop gave or took and that the office has not heard of.
    List<SignedVoucher> vouchersUntold();

    Optional<Survey> survey();

    /// The XForm of a questionnaire that was received.
    Optional<Bytes> questionnaire(QuestionnaireId id);

    List<HeldList> lists();

    /// Contacts of a list, oldest first.
    List<Contact> contacts(ListId list);

    /// All interviews, oldest first.
    List<InterviewEntry> interviews();

    Optional<InterviewEntry> interview(InterviewId id);

    /// Facts of an interview, oldest first.
    List<Fact> facts(InterviewId id);

    /// The answers of completed interviews on a questionnaire, as they were kept.
    Map<InterviewId, AnswerSketch> sketches(QuestionnaireId questionnaire);

    /// The content of a file kept with an interview.
    ///
    /// @param hash SHA-256 of it, as in an {@link vn.hoidan.core.sync.AttachmentName}
    Optional<Bytes> attachment(Bytes hash);

    /// Files kept with interviews, on their way to the office.
    FilePost files();

    /// Seals an interview in work to the office; empty before the office has given its key, and if it is more than goes
    /// along.
    Optional<SealedDraft> seal(Draft draft);

    /// Records after a number, oldest first, bounded by count and by bytes of bodies, but at least one if there is one.
    List<UpRecord> recordsAfter(long number, int mostRecords, int mostBytes);

    SyncState syncState();

    /// Hash of an own record, to compare with what the server says.
    Optional<Bytes> hashOf(long recordNumber);

    Optional<QuotaSnapshot> quota();

    /// Colleagues' laptops, by which their signatures are known; lost and replaced ones are marked.
    List<Mate> team();

    /// What the office said, newest first.
    List<KeptMessage> officeMessages();

    /// Signs with this person's key on this laptop, which is made when it is first asked for.
    Signing signing();

    /// What travels without the network.
    Carriage carriage();

    /// The board as last seen; supervisors only.
    Optional<Board> board();

    /// The index as last seen; supervisors only.
    Optional<IndexReport> index();

    /// What is left on its disk.
    DiskRoom room();

    /// Something that happened to the store and has to be told to the person, until {@link Change.NoticeRead}.
    Optional<Problem> notice();

    @Override
    void close();
}
