package vn.hoidan.core.sync;

import java.util.List;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;

/// What goes along with a request of sync and is no part of the log: it may be lost, come twice or late, and changes
/// nothing that counts.
///
/// @param files  sealed files of which this laptop does not know that they are safe: how they stand is asked
/// @param pieces of such files; by other roads than the network only, which has a way of its own for them
/// @param inWork all interviews in work; empty from programs that do not tell it. Older offices forget what is not
///               named; a newer one only what is broken off, since a store that was brought back may not know a draft
/// @param drafts those of them that the office does not have, or has less of
/// @param brokenOff interviews that were broken off here and of which the office may still keep a draft
/// @param needs  of questionnaires; by other roads than the network only, over which they are fetched
/// @param read   ids of the office's messages that the person has seen
/// @param unproven interviews that were completed here and whose records were lost here: it is asked whether the office
///                 has them
/// @param proof  by which the office knows a laptop whose signing key is new; by other roads only
public record Along(List<Bytes> files, List<AttachmentPiece> pieces, Optional<List<DraftMark>> inWork,
        List<SealedDraft> drafts, List<InterviewId> brokenOff, Optional<QuestionnaireNeeds> needs, List<String> read,
        List<InterviewId> unproven, Optional<Bytes> proof) {
    /// Most files asked about in one request.
    public static final int MOST_FILES = 200;
    /// Most pieces in one request.
    public static final int MOST_PIECES = 8;
    /// Most drafts in one request.
    public static final int MOST_DRAFTS = 20;
    /// Most bytes of drafts in one request, unless it is a single one.
    public static final int MOST_DRAFT_BYTES = 256 * 1024;
    /// Most messages told of in one request.
    public static final int MOST_READ = 100;
    /// Most interviews without their records asked about in one request.
    public static final int MOST_UNPROVEN = 100;
    /// Nothing.
    public static final Along NONE = new Along(List.of(), List.of(), Optional.empty(), List.of(),
            List.of(), Optional.empty(), List.of(), List.of(), Optional.empty());

    public Along {
        files = List.copyOf(files);
        pieces = List.copyOf(pieces);
        inWork = inWork.map(List::copyOf);
        drafts = List.copyOf(drafts);
        brokenOff = List.copyOf(brokenOff);
        read = List.copyOf(read);
        unproven = List.copyOf(unproven);
        if (files.size() > MOST_FILES || pieces.size() > MOST_PIECES || drafts.size() > MOST_DRAFTS
                || read.size() > MOST_READ || unproven.size() > MOST_UNPROVEN
                || brokenOff.size() > Draft.MOST_OF_A_PERSON
                || inWork.filter(marks -> marks.size() > Draft.MOST_OF_A_PERSON).isPresent()
                || files.stream().anyMatch(hash -> hash.length() != LogPosition.HASH_BYTES)) {
            throw new IllegalArgumentException(files.size() + " files, " + pieces.size() + " pieces, "
                    + drafts.size() + " drafts");
        }
    }

    /// The same with pieces of files.
    public Along with(List<AttachmentPiece> more) {
        return new Along(files, more, inWork, drafts, brokenOff, needs, read, unproven, proof);
    }

    /// The same, telling of questionnaires.
    public Along with(QuestionnaireNeeds told) {
        return new Along(files, pieces, inWork, drafts, brokenOff, Optional.of(told), read, unproven, proof);
    }

    /// The same, proving whose signing key it is.
    public Along proving(Bytes given) {
        return new Along(files, pieces, inWork, drafts, brokenOff, needs, read, unproven, Optional.of(given));
    }
}
