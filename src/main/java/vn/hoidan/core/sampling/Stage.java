package vn.hoidan.core.sampling;

import java.util.List;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;

/// One stage of a sample plan: which units are taken within each unit of the stage before.
public sealed interface Stage {
    /// Units named by the plan itself, as the six districts of Hanoi in 2024.
    record Named(AreaLevel level, List<AreaKey> areas) implements Stage {
        public Named {
            areas = List.copyOf(areas);
        }
    }

    /// A number of units drawn within each unit above.
    record Drawn(AreaLevel level, int take, DrawMethod method) implements Stage {
    }

    /// Households of each unit above: so many are listed, so many of them interviewed; the others are the reserve.
    record Households(int listed, int take, DrawMethod method) implements Stage {
    }

    /// How many units it takes in all (named) or within each unit above.
    default int count() {
        return switch (this) {
            case Named named -> named.areas().size();
            case Drawn drawn -> drawn.take();
            case Households households -> households.take();
        };
    }
}
