package vn.hoidan.client.ui.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoidan.client.app.quota.QuestionWords;
import vn.hoidan.client.ui.kit.Formats;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.quota.GroupWords;
import vn.hoidan.core.quota.Board;

/// A quota cell in words.
final class CellWords {
    private final QuestionWords questions;
    private final Texts texts;
    private final Formats formats;

    CellWords(QuestionWords questions, ScreenTools tools) {
        this.questions = questions;
        texts = tools.texts(CellScreen.BUNDLE);
        formats = tools.formats();
    }

    /// `Huyện Ba Vì · nữ, 60 tuổi trở lên`.
    String name(Board.Cell cell) {
        return texts.get("cell", cell.name(), GroupWords.of(questions.parts(cell.answers()), texts.language()));
    }

    String line(Board.Cell cell) {
        String waits = cell.count().pending() == 0 ? "" : texts.get("line.waits", cell.count().pending());
        return texts.get("line", name(cell), formats.number(cell.count().accepted()),
                formats.number(cell.count().target())) + waits;
    }

    String figures(Board.Cell cell) {
        return texts.get("figures", formats.number(cell.count().target()), formats.number(cell.count().accepted()),
                formats.number(cell.late()), formats.number(cell.count().onLease()),
                formats.number(cell.count().pending()), formats.number(cell.count().left()));
    }

    String forecast(Board.Cell cell, Instant now) {
        if (cell.count().left() == 0) {
            return texts.get("forecast.full");
        }
        return cell.full().map(full -> texts.get("forecast", formats.day(full.likely()),
                formats.day(full.earliest().isBefore(now) ? now : full.earliest()), formats.day(full.latest())))
                .orElseGet(() -> texts.get("forecast.none"));
    }

    /// @param silent whose laptops were not heard of for long
    List<String> holdings(Board.Cell cell, List<Board.Device> silent, Instant now) {
        Set<String> quiet = silent.stream().map(Board.Device::person).collect(Collectors.toSet());
        return cell.holdings().isEmpty() ? List.of(texts.get("holdings.none")) : cell.holdings().stream()
                .map(each -> texts.get(each.useBy().isBefore(now) ? "holding.due" : "holding", each.person(),
                        each.units(), formats.moment(each.useBy(), now))
                        + (quiet.contains(each.person()) ? texts.get("holding.silent") : "")).toList();
    }

    /// Who should hand over to whom; nothing if units are even or the survey has village lists.
    List<String> shares(Board.Cell cell) {
        return cell.shares().stream().map(each -> texts.get("share", each.giver(), each.units(),
                GroupWords.of(questions.parts(each.who()), texts.language()), each.taker())).toList();
    }

    String waiting(Board.Waiting waiting, Instant now) {
        return texts.get("wait", waiting.person(), formats.moment(waiting.receivedAt(), now),
                texts.get("reason." + waiting.reason().code()));
    }

    /// What is not listed, or that nothing waits.
    Optional<String> moreWaiting(Board.Cell cell, int listed) {
        int more = cell.count().pending() - listed;
        return listed == 0 && more <= 0 ? Optional.of(texts.get("waiting.none"))
                : more > 0 ? Optional.of(texts.get("waiting.more", more)) : Optional.empty();
    }

    List<String> devices(List<Board.Device> silent, Instant now) {
        return silent.isEmpty() ? List.of(texts.get("silent.none")) : silent.stream()
                .map(each -> each.lastSync().map(at -> texts.get("silent.since", each.person(), each.area(),
                        formats.daysBetween(at, now), formats.moment(at, now)))
                        .orElseGet(() -> texts.get("silent.never", each.person(), each.area()))).toList();
    }
}
