package vn.hoidan.server.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.hand.Levelling;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.server.app.book.TeamUnits;

/// Who should hand units over to whom this evening, team by team, by what each probably still has.
final class EveningShares {

    private EveningShares() {
    }

    /// By each cell of the units' bundles.
    static Map<CellKey, List<Board.Share>> of(Survey survey, List<TeamUnits.Holder> everybody, Instant now) {
        Map<CellKey, AnswerFilter> answers = new HashMap<>();
        survey.constraints().forEach(each -> answers.put(each.cell(), each.answers()));
        Map<AreaKey, List<TeamUnits.Holder>> teams = new LinkedHashMap<>();
        everybody.forEach(each -> teams.computeIfAbsent(each.area(), key -> new ArrayList<>()).add(each));
        Map<CellKey, List<Board.Share>> shares = new HashMap<>();
        teams.values().forEach(team -> {
            List<List<CellKey>> bundles = bundles(team);
            for (Levelling.Move move : Levelling.among(team.stream().map(each -> mate(each, bundles, now)).toList())) {
                List<CellKey> cells = bundles.get(move.bundle());
                Board.Share share = new Board.Share(team.get(move.from()).person(), team.get(move.to()).person(),
                        AnswerFilter.together(cells.stream().map(answers::get).filter(Objects::nonNull).toList()),
                        move.units());
                cells.forEach(cell -> shares.computeIfAbsent(cell, key -> new ArrayList<>()).add(share));
            }
        });
        return shares;
    }

    private static List<List<CellKey>> bundles(List<TeamUnits.Holder> team) {
        Map<Set<CellKey>, List<CellKey>> found = new LinkedHashMap<>();
        team.forEach(each -> each.units().units().forEach(units ->
                found.putIfAbsent(new TreeSet<>(units.cells()), units.cells())));
        return List.copyOf(found.values());
    }

    private static Levelling.Mate mate(TeamUnits.Holder holder, List<List<CellKey>> bundles, Instant now) {
        return new Levelling.Mate(bundles.stream().map(cells -> holder.units().likelyFree(cells, now)).toList(),
                holder.units().perDay(), holder.units().daysToRound(now));
    }
}
