package vn.hoidan.client.app.quota;

import java.nio.file.Path;
import java.util.Optional;
import vn.hoidan.core.sync.SignedVoucher;

/// How a voucher gets from laptop to laptop: as a line of letters, in a message or in a file.
public interface VoucherForm {
    String text(SignedVoucher voucher);

    /// @param pasted by somebody, from anywhere
    /// @return empty if it is no whole voucher
    Optional<SignedVoucher> read(String pasted);

    /// @throws vn.hoidan.core.problem.ProblemException FOLDER_NOT_WRITABLE
    void write(SignedVoucher voucher, Path file);

    /// @return empty if there is no whole voucher in the file, or it cannot be read
    Optional<SignedVoucher> read(Path file);
}
