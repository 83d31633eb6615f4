package vn.hoidan.vault;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import vn.hoidan.core.survey.EnrolmentCode;

/// TLS that trusts exactly one certificate: the one whose SHA-256 begins with the bytes that came with the enrolment
/// code. Host names and dates are not looked at: the server may move to another address, and a laptop's clock may be
/// wrong, while the key stays the same. No authority can vouch for another certificate.
public final class PinnedTrust {
    private PinnedTrust() {
    }

    /// @param fingerprintStart first bytes of the SHA-256 of the certificate's DER form, 16 or more
    public static SSLContext context(byte[] fingerprintStart) {
        if (fingerprintStart.length < EnrolmentCode.FINGERPRINT_BYTES) {
            throw new IllegalArgumentException("fingerprint of " + fingerprintStart.length + " bytes");
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Pinned(fingerprintStart.clone())}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has TLS", impossible);
        }
    }

    static byte[] fingerprint(X509Certificate certificate) throws CertificateException {
        try {
            return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        } catch (GeneralSecurityException broken) {
            throw new CertificateException("no fingerprint", broken);
        }
    }

    /// Extended, since the JDK adds its own check of host names to any plainer one.
    private static final class Pinned extends X509ExtendedTrustManager {
        private final byte[] start;

        private Pinned(byte[] start) {
            this.start = start;
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            if (chain == null || chain.length == 0) {
                throw new CertificateMismatchException("no certificate");
            }
            byte[] seen = Arrays.copyOf(fingerprint(chain[0]), start.length);
            if (!MessageDigest.isEqual(seen, start)) {
                throw new CertificateMismatchException("another certificate than that of the enrolment code");
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("no client certificates");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
