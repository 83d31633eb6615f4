package vn.hoidan.server.app.book;

import java.time.Instant;

/// What a person decided about quotas.
///
/// @param subject the cell, interview or person it is about
/// @param detail  from what to what
/// @param by      who decided, as written by whoever sat at the office
/// @param reason  never empty
public record QuotaAct(Kind kind, String subject, String detail, String by, String reason, Instant at) {

    /// Longest text of each kind, in characters.
    public static final int LONGEST = 500;

    public QuotaAct {
        if (by.isBlank() || reason.isBlank() || by.length() > LONGEST || reason.length() > LONGEST) {
            throw new IllegalArgumentException("who decided and why must be written down");
        }
    }

    /// What was decided.
    public enum Kind {
        TARGET("target"),
        LOST("lost"),
        VOIDED("voided"),
        REJECTED("rejected"),
        /// An interview that waited counts by a person's word.
        ACCEPTED("accepted"),
        DECLARED("declared"),
        PLACE_ASSIGNED("place-assigned"),
        PLACE_WITHDRAWN("place-withdrawn");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /// The word stored.
        public String code() {
            return code;
        }

        public static Kind ofCode(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("act: " + code);
        }
    }
}
