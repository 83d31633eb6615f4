package vn.hoidan.client.ui.index;

/// What of the index is shown, in the order of the keys.
enum IndexPage {
    /// Overall, groups and elements, in their order.
    OVERVIEW("overview"),
    /// Elements, the lowest first.
    ELEMENTS("elements"),
    /// Items, the lowest first.
    ITEMS("items"),
    /// Areas, ranked.
    DISTRICTS("districts"),
    /// Perceptions and expectations, by answer.
    ANSWERS("answers"),
    /// Differences to the round before.
    ROUNDS("rounds"),
    /// Overall and groups, month by month.
    SERIES("series"),
    /// Villages.
    SAMPLE("sample"),
    /// How it was counted, and what is not in order.
    METHOD("method");

    private final String code;

    IndexPage(String code) {
        this.code = code;
    }

    /// Names its texts.
    String code() {
        return code;
    }

    IndexPage next(int by) {
        return values()[Math.floorMod(ordinal() + by, values().length)];
    }
}
