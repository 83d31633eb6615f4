package vn.hoidan.client.app.machine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How the window looks on this laptop, whoever works on it.
///
/// @param textPercent size of all text: one of {@link #TEXT_PERCENTS}
public record Look(Colours colours, int textPercent) {
    /// Sizes that can be chosen, 100 being the usual one.
    public static final List<Integer> TEXT_PERCENTS = List.of(100, 115, 130, 150, 175, 200);
    public static final Look USUAL = new Look(Colours.LIGHT, 100);

    /// What the window is painted with.
    public enum Colours {
        LIGHT("light"),
        DARK("dark"),
        /// Black on white with strong edges, for sunlight and weak eyes.
        CONTRAST("contrast");

        private final String code;

        Colours(String code) {
            this.code = code;
        }

        /// As it is kept.
        public String code() {
            return code;
        }

        public static Optional<Colours> byCode(String code) {
            return Stream.of(values()).filter(colours -> colours.code.equals(code)).findFirst();
        }

        /// The ones after these, the first after the last.
        public Colours next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }

    public Look {
        if (!TEXT_PERCENTS.contains(textPercent)) {
            throw new IllegalArgumentException("size of text: " + textPercent);
        }
    }

    public Look in(Colours other) {
        return new Look(other, textPercent);
    }

    /// With text of the size nearest to this.
    public Look withText(double percent) {
        return new Look(colours, TEXT_PERCENTS.stream().reduce((one, other) ->
                Math.abs(other - percent) < Math.abs(one - percent) ? other : one).orElseThrow());
    }

    /// With the next larger text, as far as there is one.
    public Look larger() {
        return sized(1);
    }

    /// With the next smaller text, as far as there is one.
    public Look smaller() {
        return sized(-1);
    }

    private Look sized(int by) {
        int place = TEXT_PERCENTS.indexOf(textPercent) + by;
        return new Look(colours, TEXT_PERCENTS.get(Math.clamp(place, 0, TEXT_PERCENTS.size() - 1)));
    }
}
