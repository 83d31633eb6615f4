package vn.hoidan.core.quota;

import java.util.List;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.sampling.ListId;

/// A pending interview that could be promoted.
public record WaitingInterview(InterviewId interview, ListId list, int household, List<CellKey> cells) {

    public WaitingInterview {
        cells = List.copyOf(cells);
    }
}
