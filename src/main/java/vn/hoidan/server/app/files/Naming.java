package vn.hoidan.server.app.files;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Drafts;
import vn.hoidan.server.app.book.RecordReader;
import vn.hoidan.server.app.intake.DraftDesk;

/// Looks which of some contents anything names. What cannot be read now may name any file of its person.
final class Naming {
    private static final System.Logger LOG = System.getLogger(Naming.class.getName());

    private final RecordReader reader;
    private final DraftDesk.DraftReader drafts;
    private final Set<Bytes> unnamed;
    private final Set<PersonId> unread = new HashSet<>();

    /// @param covers of the contents in question
    Naming(RecordReader reader, DraftDesk.DraftReader drafts, Collection<Bytes> covers) {
        this.reader = reader;
        this.drafts = drafts;
        this.unnamed = new HashSet<>(covers);
    }

    /// @param log whose record of an interview it is
    void look(CentralStore.Central central, String log, UpRecord record) {
        try {
            named(reader.interview(central.surveys(), log, record).attachments());
        } catch (ProblemException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "a record is not read", unreadable);
            unread.add(central.devices().find(log).orElseThrow().person());
        }
    }

    void look(Drafts.Entry draft) {
        try {
            named(drafts.draft(draft.draft()).attachments());
        } catch (ProblemException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "an interview in work is not read", unreadable);
            unread.add(draft.person());
        }
    }

    private void named(Stream<AttachmentName> names) {
        names.forEach(name -> unnamed.remove(reader.cover(name.hash())));
    }

    boolean isUnnamed(Bytes cover) {
        return unnamed.contains(cover);
    }

    /// Whether something of this person could not be read.
    boolean isUncertain(PersonId person) {
        return unread.contains(person);
    }
}
