package vn.hoidan.client.ui.board;

import java.util.List;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellCount;

/// What a supervisor is about to decide.
sealed interface Deciding {

    /// @param cell in words
    record Target(CellCount count, String cell) implements Deciding {
    }

    /// @param cell in which it was seen, in words
    /// @param told whose it is and why it waits, in words
    record Rule(Board.Waiting waiting, String cell, String told) implements Deciding {
    }

    /// One that counts.
    ///
    /// @param told whose it is and where it was held, in words
    record Reject(InterviewId interview, String cell, String told) implements Deciding {
    }

    /// @param devices among which the lost one is chosen
    record Lost(List<Board.Device> devices) implements Deciding {
        public Lost {
            devices = List.copyOf(devices);
        }
    }
}
