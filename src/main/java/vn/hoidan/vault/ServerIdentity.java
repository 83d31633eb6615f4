package vn.hoidan.vault;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// The server's own key and certificate, made at its first start and kept: laptops know it by its fingerprint, so
/// losing it means enrolling every laptop again.
public final class ServerIdentity {
    static final String NAME = "server-identity";
    private static final String ALIAS = "server";
    private static final int SERIAL_BITS = 120;
    /// Laptops look at the fingerprint, not at the dates; these are for other programs.
    private static final Duration LIFE = Duration.ofDays(20 * 365);
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final PrivateKey key;
    private final X509Certificate certificate;

    private ServerIdentity(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /// @param hostNames names or addresses written into a new certificate
    /// @param clock     for the dates of a new certificate
    /// @throws vn.hoidan.core.problem.ProblemException STORE_DAMAGED if the files are there but do not open,
    ///                                                 FOLDER_NOT_WRITABLE
    public static ServerIdentity openOrCreate(Path folder, List<String> hostNames, InstantSource clock) {
        return new KeyFile(folder.toAbsolutePath(), NAME).openOrCreate(
                (store, password) -> fill(store, password, hostNames, clock.instant()),
                (store, password) -> store.getKey(ALIAS, password) instanceof PrivateKey key
                        && store.getCertificate(ALIAS) instanceof X509Certificate certificate
                        ? new ServerIdentity(key, certificate) : null);
    }

    /// Ready to serve TLS with this certificate.
    public SSLContext sslContext() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, new char[0], new X509Certificate[] {certificate});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, new SecureRandom());
            return context;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("every JDK has PKCS#12 and TLS", impossible);
        }
    }

    /// SHA-256 of the certificate's DER form.
    public byte[] fingerprint() {
        try {
            return PinnedTrust.fingerprint(certificate);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static void fill(KeyStore store, char[] password, List<String> hostNames, Instant now)
            throws GeneralSecurityException, IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            store.setKeyEntry(ALIAS, pair.getPrivate(), password,
                    new X509Certificate[] {certificate(pair, hostNames, now)});
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException("every JDK has EC", impossible);
        }
    }

    private static X509Certificate certificate(KeyPair pair, List<String> hostNames, Instant now)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name name = new X500Name("CN=Hoi Dan");
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(name,
                new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0), Date.from(now.minus(CLOCKS_DIFFER)),
                Date.from(now.plus(LIFE)), name, pair.getPublic());
        if (!hostNames.isEmpty()) {
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(
                    hostNames.stream().map(ServerIdentity::generalName).toArray(GeneralName[]::new)));
        }
        return new JcaX509CertificateConverter().getCertificate(
                builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    private static GeneralName generalName(String host) {
        boolean address = host.matches("[0-9.]+") || host.indexOf(':') >= 0;
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }
}
