package vn.hoidan.cli.server;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.command.TextTable;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.quota.Board;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// `progress`: how far each district and commune is.
@Command(name = "progress")
final class ProgressShow extends OfficeCommand {

    private static final String INDENT = "  ";

    @Option(names = "--survey", paramLabel = "ID")
    private String survey = "";

    ProgressShow(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        Messages texts = messages();
        TextTable table = new TextTable(1, List.of(texts.get("table.area"), texts.get("table.target"),
                texts.get("table.accepted"), texts.get("table.pending"), texts.get("table.in-work"),
                texts.get("table.held"), texts.get("table.left")));
        try (Office office = office()) {
            Board board = office.board().board(office.surveys().choose(survey).id(), texts.language());
            for (Board.Row district : board.rows()) {
                add(table, "", district);
                district.below().stream().filter(row -> row.level() == AreaLevel.COMMUNE)
                        .forEach(commune -> add(table, INDENT, commune));
            }
            add(table, "", total(texts.get("table.total"), board));
            print(table);
            if (!board.awaited().isEmpty()) {
                say("progress.awaited", board.awaited().stream().mapToInt(Board.Awaited::interviews).sum());
                printAwaited(board.awaited());
            }
        }
    }

    private void printAwaited(List<Board.Awaited> laptops) {
        Messages texts = messages();
        TextTable table = new TextTable(2, List.of(texts.get("table.person"), texts.get("table.device"),
                texts.get("table.interviews"), texts.get("table.files"), texts.get("table.since")));
        laptops.forEach(each -> table.row(List.of(each.person(), each.laptop()
                + (each.replaced() ? " " + texts.get("progress.replaced") : ""), String.valueOf(each.interviews()),
                String.valueOf(each.files()), moment(each.since()))));
        print(table);
    }

    private static void add(TextTable table, String indent, Board.Row row) {
        table.row(List.of(indent + row.name(), String.valueOf(row.target()), String.valueOf(row.accepted()),
                String.valueOf(row.pending()), String.valueOf(row.inWork()), String.valueOf(row.onLease()),
                String.valueOf(row.left())));
    }

    private static Board.Row total(String name, Board board) {
        List<Board.Row> rows = board.rows();
        return new Board.Row(rows.getFirst().area(), AreaLevel.PROVINCE, name, board.target(), board.accepted(),
                rows.stream().mapToInt(Board.Row::pending).sum(), rows.stream().mapToInt(Board.Row::inWork).sum(),
                rows.stream().mapToInt(Board.Row::onLease).sum(), List.of());
    }
}
