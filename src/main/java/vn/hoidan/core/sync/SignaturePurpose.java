package vn.hoidan.core.sync;

/// What a device's signature says. It is signed with the content, so that a signature given for one thing is none for
/// another.
public enum SignaturePurpose {
    /// This device made the record with this hash.
    RECORD("record"),
    /// This device gives quota units away.
    VOUCHER("voucher"),
    /// This office offers a release of the program with this list of files.
    RELEASE("release"),
    /// This office signs its releases with the key with these bytes from now on.
    RELEASE_KEY("release-key"),
    /// This device says what is in the envelope.
    ENVELOPE("envelope");

    private final String code;

    SignaturePurpose(String code) {
        this.code = code;
    }

    /// The word signed before the content.
    public String code() {
        return code;
    }
}
