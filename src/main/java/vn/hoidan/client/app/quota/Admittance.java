package vn.hoidan.client.app.quota;

import java.util.List;

/// Whether an interview may go beyond its screening.
public sealed interface Admittance {
    /// It needs no unit, or it is not known yet which.
    record NothingNeeded() implements Admittance {
    }

    /// Its unit is on the way to the disk.
    record Waiting() implements Admittance {
    }

    /// It holds its unit, on the disk.
    ///
    /// @param stale the unit should have been used by now; warns only
    record Admitted(boolean stale) implements Admittance {
    }

    /// No unit for such a person is left here.
    ///
    /// @param who    the person's group
    /// @param groups how many groups there are here
    /// @param full nobody wants such a person any more, as far as is known here
    record NoUnit(List<QuestionWords.Part> who, int groups, boolean full) implements Admittance {
        public NoUnit {
            who = List.copyOf(who);
        }
    }
}
