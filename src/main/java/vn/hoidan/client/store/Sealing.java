package vn.hoidan.client.store;

import java.nio.file.Path;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.vault.DataKey;

/// Seals and opens what stands in one store. Contexts name table and row, so a row moved elsewhere does not open.
record Sealing(DataKey key, Path file) {
    byte[] seal(byte[] plain, String context) {
        return key.seal(plain, context).toArray();
    }

    /// @throws ProblemException STORE_DAMAGED naming the file
    byte[] open(byte[] sealed, String context) {
        try {
            return key.open(Bytes.of(sealed), context);
        } catch (ProblemException damaged) {
            throw Problem.of(ProblemKind.STORE_DAMAGED, "file", file.toString()).exception(damaged);
        }
    }
}
