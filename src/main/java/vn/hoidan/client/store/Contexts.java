package vn.hoidan.client.store;

import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sync.Bytes;

/// Where sealed bytes belong. Part of what is stored: a change here makes older stores unreadable.
final class Contexts {
    private Contexts() {
    }

    static String fact(InterviewId id, int number) {
        return "fact:" + id.asText() + ":" + number;
    }

    static String contact(ListId list, int number) {
        return "contact:" + list.text() + ":" + number;
    }

    static String list(ListId list) {
        return "sample_list:" + list.text();
    }

    static String leaseOf(ListId list) {
        return "sample_list.lease:" + list.text();
    }

    static String units(LeaseId lease) {
        return "unit_lease:" + lease.text();
    }

    static String hold(InterviewId interview) {
        return "unit_hold:" + interview.asText();
    }

    static String unitCode(long number) {
        return "unit_code:" + number;
    }

    static String questionnairePiece(QuestionnaireId id, int at) {
        return questionnaire(id) + ":piece:" + at;
    }

    static String questionnaire(QuestionnaireId id) {
        return "questionnaire:" + id.text();
    }

    /// @param number of the row: the hash itself is sealed
    static String attachmentHash(long number) {
        return "attachment.hash:" + number;
    }

    static String attachment(Bytes hash) {
        return "attachment:" + hash.hex();
    }

    static String fileSecret(long attachment) {
        return "file_sent:" + attachment;
    }
}
