package vn.hoidan.server.app.intake;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.hoidan.core.carry.DownEnvelope;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.carry.KeyProof;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.Sha256;
import vn.hoidan.server.app.quota.Team;

/// Answers what laptops said by other roads than the network. An envelope is a round of sync like any other, so it may
/// come twice, late and in any order; the laptop's signature on it stands in the place of its token.
public final class CarryDesk {
    private static final Set<ProblemKind> NOT_GENUINE = EnumSet.of(ProblemKind.RECORD_NOT_GENUINE,
            ProblemKind.MESSAGE_UNREADABLE, ProblemKind.MESSAGE_TOO_LARGE);

    private final CentralStore store;
    private final IntakeDesk intake;
    private final AlongDesk along;
    private final EnvelopeSeals seals;
    private final SignatureCheck signatures;
    private final InstantSource clock;
    private final QuestionnairePieces questionnaires;

    public CarryDesk(CentralStore store, IntakeDesk intake, AlongDesk along, EnvelopeSeals seals,
            SignatureCheck signatures, InstantSource clock) {
        this.store = store;
        this.intake = intake;
        this.along = along;
        this.seals = seals;
        this.signatures = signatures;
        this.clock = clock;
        this.questionnaires = new QuestionnairePieces(store);
    }

    /// Takes in what is inside and seals the answer for the laptop that wrote it.
    ///
    /// @throws ProblemException CARRIED_NOT_GENUINE if no laptop of this office signed it or it was sealed for another
    ///                          office; CLIENT_TOO_OLD
    public DownEnvelope answer(UpEnvelope envelope) {
        Devices.Device laptop = store.read(central -> central.devices().find(envelope.device()))
                .orElseThrow(() -> notGenuine("laptop"));
        // also keys revoked since: what a lost laptop recorded is taken in, as it is over the network
        boolean known = store.read(central -> central.devices().signingKeys(envelope.device())).stream()
                .anyMatch(key -> isSignedBy(key.key(), envelope));
        EnvelopeSeals.Opened inside = opened(envelope);
        if (!known) {
            showKey(laptop, envelope, inside.request());
        }
        SyncReply reply = intake.carried(envelope.device(), inside.request());
        SyncReply told = along.answered(envelope.device(), inside.request(), reply);
        return seals.answer(envelope, inside.replyKey(), inside.request().along().needs()
                .map(needs -> questionnaires.added(told, needs)).orElse(told));
    }

    private boolean isSignedBy(Bytes key, UpEnvelope envelope) {
        return signatures.verify(key, SignaturePurpose.ENVELOPE, envelope.signed(), envelope.signature());
    }

    /// A laptop that has not synced since its key was made is known by its token, as over the network.
    private void showKey(Devices.Device laptop, UpEnvelope envelope, SyncRequest request) {
        Bytes key = request.signingKey().filter(own -> request.along().proof()
                .filter(proof -> Sha256.same(proof, KeyProof.of(laptop.tokenHash(), own))).isPresent()
                && isSignedBy(own, envelope)).orElseThrow(() -> notGenuine("signature"));
        store.write(central -> {
            Devices.Device log = central.devices().newestLog(laptop.name()).orElseThrow();
            // with nothing read of its down-log it is told of its mates with the records
            if (Team.shown(central, log, key, clock.instant()) && request.cursor() > 0) {
                Team.known(central, log, clock.instant());
            }
            return key;
        });
    }

    private EnvelopeSeals.Opened opened(UpEnvelope envelope) {
        try {
            return seals.open(envelope);
        } catch (ProblemException refused) {
            throw NOT_GENUINE.contains(refused.problem().kind()) ? notGenuine("seal") : refused;
        }
    }

    private static ProblemException notGenuine(String reason) {
        return Problem.of(ProblemKind.CARRIED_NOT_GENUINE, "reason", reason).exception();
    }

    /// What came of the envelopes of a file.
    ///
    /// @param answers for those taken in, in the order in which they were
    /// @param refused with the reason
    public record Taken(List<DownEnvelope> answers, List<Refused> refused) {
        public Taken {
            answers = List.copyOf(answers);
            refused = List.copyOf(refused);
        }
    }

    /// An envelope that was not taken in.
    public record Refused(String device, Problem problem) {
    }

    /// Answers all envelopes of a file; one that is refused does not hold up the others. Answers on their way to
    /// laptops, which a file may hold as well, are passed over.
    public Taken answerAll(List<Envelope> envelopes) {
        List<DownEnvelope> answers = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        // the earlier part of a log first, so that no part waits for one behind it in the file
        envelopes.stream().filter(UpEnvelope.class::isInstance).map(UpEnvelope.class::cast)
                .sorted(Comparator.comparing(UpEnvelope::device).thenComparing(UpEnvelope::madeAt)
                        .thenComparing(UpEnvelope::first)).forEach(each -> {
                            try {
                                answers.add(answer(each));
                            } catch (ProblemException known) {
                                refused.add(new Refused(each.device(), known.problem()));
                            }
                        });
        return new Taken(answers, refused);
    }
}
