package vn.hoidan.cli.quota;

import java.util.List;
import picocli.CommandLine.Command;
import vn.hoidan.cli.command.Failures;
import vn.hoidan.cli.command.OfficeAccess;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.app.book.LedgerFault;

/// `quota check`: adds the whole ledger up anew and compares it with all counters.
@Command(name = "check")
final class QuotaCheck extends OfficeAccess {

    QuotaCheck(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected int run() {
        try (Office office = office()) {
            List<LedgerFault> faults = office.quotas().faults();
            faults.forEach(fault -> say("quota.check." + fault.kind().code(), fault.rows()));
            say(faults.isEmpty() ? "quota.check.right" : "quota.check.wrong", faults.size());
            return faults.isEmpty() ? 0 : Failures.EXIT_OURS;
        }
    }
}
