package vn.hoidan.cli.command;

import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine.Option;
import vn.hoidan.core.index.IndexSeries;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.message.Messages;

/// `--zone`: in which months begin and times are told; that of the field unless another is named.
public final class FieldZone {
    private static final String OPTION = "--zone";

    @Option(names = OPTION, paramLabel = "ZONE")
    private String zone = IndexSeries.FIELD_ZONE.getId();

    /// The zone that was asked for.
    public ZoneId zone(Messages messages) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", OPTION, "reason",
                    messages.get("invalid.zone")).exception(unknown);
        }
    }
}
