package vn.hoidan.core.sync;

import java.util.List;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Survey;

/// What the server has for a device; applied in order, each once.
public sealed interface DownItem {
    /// The survey to work on, or a new state of it. Its questionnaire is fetched by its id.
    record SurveyAssigned(Survey survey) implements DownItem {
    }

    /// A village list with the lease of its units; from now on this device alone holds it.
    record ListAssigned(SampleList list, Lease lease) implements DownItem {
    }

    /// What was done on a list before it came to this laptop, so that nobody is asked twice.
    ///
    /// @param contacts oldest first; a household with a completed interview has
    ///                 {@link vn.hoidan.core.sampling.Outcome#INTERVIEWED_ELSEWHERE}
    record ListHistory(ListId list, List<Contact> contacts) implements DownItem {
        public ListHistory {
            contacts = List.copyOf(contacts);
        }
    }

    /// The list went to somebody else. What was done on it stays and is sent.
    record ListWithdrawn(ListId list) implements DownItem {
    }

    /// A place to work in where nobody was drawn beforehand: the enumerator finds the people. Its units come by
    /// {@link UnitsGranted}.
    record PlaceAssigned(SampleList place) implements DownItem {
    }

    /// Units of a free quota.
    ///
    /// @param codes one for each unit, to be read out when a single unit is handed over by voice
    record UnitsGranted(Lease lease, List<UnitCode> codes) implements DownItem {
        public UnitsGranted {
            codes = List.copyOf(codes);
            if (codes.size() != lease.units()) {
                throw new IllegalArgumentException(codes.size() + " codes for " + lease.units() + " units");
            }
        }
    }

    /// The server took a lease of a free quota away for good: its free units are gone.
    record LeaseEnded(LeaseId lease) implements DownItem {
    }

    /// Lists that do not come again after this are with somebody else: the server has begun the down-log anew.
    record ListsBegin() implements DownItem {
    }

    /// What became of an interview at the server.
    record InterviewRuled(InterviewId interview, Ruling ruling, String reason) implements DownItem {
    }

    /// The office's key to which records are sealed from now on.
    record RecordKeyGiven(Bytes recordKey) implements DownItem {
        /// Bytes of the key: X25519, raw.
        public static final int KEY_BYTES = 32;

        public RecordKeyGiven {
            if (recordKey.length() != KEY_BYTES) {
                throw new IllegalArgumentException("record key of " + recordKey.length() + " bytes");
            }
        }
    }

    /// Something of a newer office that this program does not know. It and what follows it wait, in their order, until
    /// the program was updated; what goes up does not.
    ///
    /// @param type its word
    record NotKnownHere(String type) implements DownItem {
    }

    /// Something to be read by the person.
    record MessageGiven(OfficeMessage message) implements DownItem {
    }

    /// Colleagues' laptops that are new or changed; others stay as they are known.
    record TeamKnown(List<Mate> mates) implements DownItem {
        /// Most mates in one item.
        public static final int MOST_MATES = 500;

        public TeamKnown {
            mates = List.copyOf(mates);
        }
    }
}
