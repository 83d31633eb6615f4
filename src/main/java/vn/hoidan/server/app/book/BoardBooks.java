package vn.hoidan.server.app.book;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.survey.SurveyId;

/// What the board tells beyond counters. The cost goes by what is out, what waits and what came on the last days, never
/// by how many interviews there are.
public interface BoardBooks {

    /// Who has units of each cell, the longest due first.
    Map<CellKey, List<Board.Holding>> holdings(SurveyId survey);

    /// What waits in each cell, the oldest first.
    Map<CellKey, List<Board.Waiting>> waiting(SurveyId survey);

    /// Interviews of each cell that count without a good lease.
    Map<CellKey, Integer> late(SurveyId survey);

    /// Interviews that count in a cell, the newest first.
    ///
    /// @param before number from which on none is told
    List<Board.Counted> counted(SurveyId survey, CellKey cell, long before, int most);

    /// What came to count in each cell after a moment.
    Recent since(SurveyId survey, Instant from);

    /// @param began when the first of them came; the moment asked about if there was none
    /// @param done  interviews that came to count, less those that ceased to
    record Recent(Instant began, Map<CellKey, Integer> done) {
    }
}
