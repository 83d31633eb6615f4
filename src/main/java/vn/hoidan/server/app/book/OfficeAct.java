package vn.hoidan.server.app.book;

import java.time.Instant;

/// What a person did at the office.
///
/// @param subject what it was done to: the hash of a sealed file, the name of a laptop
/// @param detail  of which kind or size it was
/// @param by      who did it, as written by whoever sat at the office
/// @param reason  never empty
public record OfficeAct(Kind kind, String subject, String detail, String by, String reason, Instant at) {

    /// What was done.
    public enum Kind {
        /// A file that nothing named any longer was removed.
        FILE_REMOVED("file-removed"),
        /// Bytes were removed that no book knew, such as those that a cut of the program left.
        REMAINS_REMOVED("remains-removed"),
        /// A key by which a laptop signed is known again.
        KEY_PUT_BACK("key-put-back");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /// The word stored, and the end of the key of its text.
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
