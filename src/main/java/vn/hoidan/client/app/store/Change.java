package vn.hoidan.client.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.carry.DownEnvelope;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.interview.AnswerSketch;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.QuotaSnapshot;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.core.sync.OfficeMessage;
import vn.hoidan.core.sync.QuestionnairePiece;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.Ruling;

/// One step of a plan: use cases make lists of these, the store carries a list out in one transaction or not at all.
public sealed interface Change {
    /// A new interview in state `in-work`, with no facts.
    record InterviewBegun(InterviewId id, QuestionnaireId questionnaire, ListId list, int household,
            Optional<LeaseId> lease, InterviewMode mode, Instant at) implements Change {
    }

    /// The next fact of an interview, with how far it is.
    record FactAppended(InterviewId id, Fact fact, int answered, int asked) implements Change {
    }

    /// A file kept with an interview, in the transaction of the fact that names it. The same content is kept once.
    record AttachmentKept(Attachment attachment) implements Change {
    }

    /// How sealed files stand at the office, as it told.
    ///
    /// @param late it came by another road, perhaps after newer: then nothing goes back
    record FilesTold(List<AttachmentState> states, boolean late) implements Change {
        public FilesTold {
            states = List.copyOf(states);
        }
    }

    /// Refused loudly if the interview is not in state `from` or the table of states forbids the move.
    record InterviewMoved(InterviewId id, InterviewState from, InterviewState to, Instant at) implements Change {
    }

    record ContactRecorded(Contact contact) implements Change {
    }

    /// Since when a completed interview is safe; empty if it is not.
    ///
    /// @param at by the server's clock
    record SafeSince(InterviewId id, Optional<Instant> at) implements Change {
    }

    /// The answers of a completed interview are not kept here any longer, in facts, sketch and record; what it was,
    /// where it is and the hash of its record stay. Refused loudly unless its record is safe.
    record AnswersDeleted(InterviewId id) implements Change {
    }

    /// Appends to the up-log; the store gives the number and the hash before.
    ///
    /// @param interview whose record it is, if it is an interview's
    record RecordAppended(RecordType type, Bytes body, Optional<InterviewId> interview) implements Change {
    }

    /// The survey, or a new state of it. Other questionnaires than its own and the one before go, except those that an
    /// interview here still needs: one in work, broken off, or completed and not yet safe.
    /// What a completed interview's answers are compared with later.
    record SketchKept(InterviewId id, AnswerSketch sketch) implements Change {
    }

    record SurveyReceived(Survey survey) implements Change {
    }

    record QuestionnaireReceived(QuestionnaireId id, Bytes xform) implements Change {
    }

    /// A piece of a questionnaire that came by another road than the network. One that is here stays as it is.
    record QuestionnairePieceKept(QuestionnairePiece piece) implements Change {
    }

    /// Pieces of a questionnaire are needed no longer.
    record QuestionnairePiecesDropped(QuestionnaireId questionnaire) implements Change {
    }

    record ListReceived(SampleList list, Lease lease) implements Change {
    }

    /// A place of a free quota, where the enumerator finds the households.
    record PlaceReceived(SampleList place) implements Change {
    }

    record ListWithdrawn(ListId list) implements Change {
    }

    /// Units of a free quota came into the hand. Nothing happens if the server tells of units anew that it told of
    /// before the store was rescued or brought back from a copy: they may be used up.
    record UnitsReceived(Lease lease, List<UnitCode> codes) implements Change {
    }

    /// Refused loudly if it does not fit what is in hand; what an interview holds is the lease of its row as well.
    record HandChanged(HandChange change) implements Change {
    }

    /// A message that is there already stays as it is.
    record MessageReceived(OfficeMessage message) implements Change {
    }

    /// @param ids of messages that the person has seen
    record MessagesRead(List<String> ids) implements Change {
        public MessagesRead {
            ids = List.copyOf(ids);
        }
    }

    /// The office knows that the person has seen these.
    record MessagesReadTold(List<String> ids) implements Change {
        public MessagesReadTold {
            ids = List.copyOf(ids);
        }
    }

    record InterviewRuled(InterviewId id, Ruling ruling) implements Change {
    }

    /// Its record was lost here and the office does not have it: what is left of its answers is in work again.
    record InterviewReopened(InterviewId id) implements Change {
    }

    /// Refused loudly unless the cursor stands at `from`.
    record CursorMoved(long from, long to) implements Change {
    }

    record Acknowledged(long epoch, LogPosition stored, LogPosition safe) implements Change {
    }

    /// The server has begun the down-log anew: its items come again from the first.
    record DownLogBegun() implements Change {
    }

    /// All records that are still here form another log, numbered from 1 and chained anew; nothing of it is stored at
    /// the server, and its down-log begins anew too.
    record LogBegun(int incarnation) implements Change {
    }

    /// The office has other records than this log, or none of it: another log is asked for by the next file, and
    /// what was written to files is of no use. That ends with {@link LogBegun}, and with {@link Acknowledged}.
    record LogSought() implements Change {
    }

    /// The office knows this laptop again: by this token, and by a signing key that is made anew, since the one before
    /// may have been revoked.
    ///
    /// @param profile with the person as the office has it now
    record Rejoined(Profile profile, Bytes token) implements Change {
    }

    /// Every list here counts as withdrawn until it comes again.
    record ListsBegun() implements Change {
    }

    record QuotaReceived(QuotaSnapshot quota) implements Change {
    }

    /// The office's key to which records are sealed from now on.
    record RecordKeyReceived(Bytes recordKey) implements Change {
    }

    /// Colleagues' laptops that are new or changed; others stay.
    record TeamReceived(List<Mate> mates) implements Change {
    }

    record BoardReceived(Board board) implements Change {
    }

    record IndexReceived(IndexReport report) implements Change {
    }

    /// A colleague's envelope is here, to be brought to the server. Taken twice it is kept once.
    record EnvelopeTaken(UpEnvelope envelope, Instant at) implements Change {
    }

    /// The server took a colleague's envelope in; its answer is kept for the colleague in the place of it.
    record EnvelopeAnswered(DownEnvelope answer) implements Change {
    }

    /// The server does not take a colleague's envelope in; the colleague's laptop has what was in it. Why is kept for
    /// the person who brought it.
    record EnvelopeRefused(Bytes id, Problem problem) implements Change {
    }

    /// A colleague's envelope is not kept any longer.
    ///
    /// @param id of the envelope
    record EnvelopeDropped(Bytes id) implements Change {
    }

    /// All records up to a number are in a file that was written; it is no copy that the server knows of.
    record WorkExported(long last, Instant at) implements Change {
    }

    /// The {@link FieldStore#notice} was read by the person.
    record NoticeRead() implements Change {
    }

    /// Everything was sent and taken down.
    ///
    /// @param turn units of a free quota were asked for in this round
    record SyncEnded(Instant at, boolean turn) implements Change {
    }
}
