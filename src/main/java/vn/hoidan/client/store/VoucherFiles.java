package vn.hoidan.client.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.hoidan.client.app.quota.VoucherForm;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.SignedVoucher;
import vn.hoidan.wire.VoucherText;

/// Vouchers as letters, and as files with nothing but those letters.
public final class VoucherFiles implements VoucherForm {
    private static final System.Logger LOG = System.getLogger(VoucherFiles.class.getName());

    @Override
    public String text(SignedVoucher voucher) {
        return VoucherText.of(voucher);
    }

    @Override
    public Optional<SignedVoucher> read(String pasted) {
        return VoucherText.read(pasted);
    }

    @Override
    public void write(SignedVoucher voucher, Path file) {
        try {
            Files.writeString(file, VoucherText.of(voucher) + "\n", StandardCharsets.UTF_8);
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", file.toString()).exception(refused);
        }
    }

    @Override
    public Optional<SignedVoucher> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return VoucherText.read(new String(in.readNBytes(VoucherText.MOST_CHARACTERS + 1),
                    StandardCharsets.US_ASCII));
        } catch (IOException refused) {
            LOG.log(System.Logger.Level.WARNING, "a voucher's file cannot be read", refused);
            return Optional.empty();
        }
    }
}
