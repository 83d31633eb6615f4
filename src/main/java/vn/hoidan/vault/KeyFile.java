package vn.hoidan.vault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.HexFormat;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;

/// Keys of a program that has nobody to ask for a password: a PKCS#12 key store and its random password in a file of
/// its own, both for their owner's eyes only. Whoever copies the one without the other has nothing.
///
/// @param name of both files, without endings
record KeyFile(Path folder, String name) {
    static final String LOCK = "keys.lock";
    private static final int PASSWORD_BYTES = 32;

    /// Puts the first keys into a new store.
    interface Filler {
        void fill(KeyStore store, char[] password) throws GeneralSecurityException, IOException;
    }

    /// Reads what is wanted from an open store.
    interface Reader<T> {
        /// @return null, inside this package only, if it is not there
        T read(KeyStore store, char[] password) throws GeneralSecurityException;
    }

    /// Two programs may come here at once, such as a server and a command beside it: one makes the keys, the other
    /// waits and reads them.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException STORE_DAMAGED if the files are there but do not open,
    ///                                                 FOLDER_NOT_WRITABLE
    <T> T openOrCreate(Filler filler, Reader<T> reader) {
        synchronized (KeyFile.class) {
            try {
                PrivateFiles.createFolder(folder);
                try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE); var _ = channel.lock()) {
                    Path file = file();
                    char[] password = password(folder.resolve(name + ".password"), Files.exists(file));
                    if (!Files.exists(file)) {
                        PrivateFiles.write(file, newStore(password, filler));
                    }
                    return open(file, password, reader);
                }
            } catch (IOException refused) {
                throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", folder.toString()).exception(refused);
            }
        }
    }

    /// Puts further keys into the store, which is there; what is in it stays.
    void change(Filler filler) {
        synchronized (KeyFile.class) {
            try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); var _ = channel.lock()) {
                char[] password = password(folder.resolve(name + ".password"), true);
                byte[] changed = open(file(), password, (store, secret) -> {
                    try {
                        filler.fill(store, secret);
                        return written(store, secret);
                    } catch (IOException impossible) {
                        throw new UncheckedIOException("an array can always be written", impossible);
                    }
                });
                PrivateFiles.write(file(), changed);
            } catch (IOException refused) {
                throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", folder.toString()).exception(refused);
            }
        }
    }

    /// Takes the store and its password away.
    void delete() {
        synchronized (KeyFile.class) {
            try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); var _ = channel.lock()) {
                Files.deleteIfExists(file());
                Files.deleteIfExists(folder.resolve(name + ".password"));
            } catch (IOException refused) {
                throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", folder.toString()).exception(refused);
            }
        }
    }

    Path file() {
        return folder.resolve(name + ".p12");
    }

    private static char[] password(Path file, boolean mustExist) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file, StandardCharsets.US_ASCII).strip().toCharArray();
        }
        if (mustExist) {
            throw Problem.of(ProblemKind.STORE_DAMAGED, "file", file.toString()).exception();
        }
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        String password = HexFormat.of().formatHex(bytes);
        PrivateFiles.write(file, password.getBytes(StandardCharsets.US_ASCII));
        return password.toCharArray();
    }

    private static byte[] newStore(char[] password, Filler filler) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            filler.fill(store, password);
            return written(store, password);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has PKCS#12", impossible);
        }
    }

    private static byte[] written(KeyStore store, char[] password) throws GeneralSecurityException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    private static <T> T open(Path file, char[] password, Reader<T> reader) throws IOException {
        byte[] content = Files.readAllBytes(file);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            T found = reader.read(store, password);
            if (found == null) {
                throw Problem.of(ProblemKind.STORE_DAMAGED, "file", file.toString()).exception();
            }
            return found;
        } catch (GeneralSecurityException | IOException broken) {
            throw Problem.of(ProblemKind.STORE_DAMAGED, "file", file.toString()).exception(broken);
        }
    }
}
