package vn.hoidan.core.sync;

/// How a sealed file stands at the office.
///
/// @param hash SHA-256 of the whole sealed file
/// @param held bytes from its beginning that are there
public record AttachmentState(Bytes hash, long held, Stage stage) {
    /// How far it is.
    public enum Stage {
        /// More of it is to be sent.
        PART("part"),
        /// Whole, compared with its hash and on the disk.
        STORED("stored"),
        /// Also in a checked backup.
        SAFE("safe");

        private final String code;

        Stage(String code) {
            this.code = code;
        }

        /// The word stored and sent.
        public String code() {
            return code;
        }

        public static Stage ofCode(String code) {
            for (Stage stage : values()) {
                if (stage.code.equals(code)) {
                    return stage;
                }
            }
            throw new IllegalArgumentException("stage of a file: " + code);
        }
    }

    public AttachmentState {
        if (hash.length() != LogPosition.HASH_BYTES || held < 0 || held > AttachmentPiece.MOST_FILE_BYTES) {
            throw new IllegalArgumentException("state of a file: " + held + " bytes");
        }
    }
}
