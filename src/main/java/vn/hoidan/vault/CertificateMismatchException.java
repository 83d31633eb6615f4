package vn.hoidan.vault;

import java.security.cert.CertificateException;

/// Somebody answered who is not the server that was enrolled with. Stands among the causes of the failed handshake.
public final class CertificateMismatchException extends CertificateException {
    CertificateMismatchException(String message) {
        super(message);
    }
}
