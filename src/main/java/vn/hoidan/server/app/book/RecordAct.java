package vn.hoidan.server.app.book;

import java.time.Instant;
import java.util.Optional;
import vn.hoidan.core.sampling.ListId;

/// What a person did with a record that was set aside. The record itself never changes.
///
/// @param place where it belongs by the person's word, of a repair
/// @param by    who did it, as written by whoever sat at the office
public record RecordAct(Kind kind, Optional<Place> place, String by, String reason, Instant at) {

    /// A household.
    public record Place(ListId list, int household) {
    }

    /// What was done.
    public enum Kind {
        RELEASED("released"),
        REPAIRED("repaired"),
        DISCARDED("discarded");

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
