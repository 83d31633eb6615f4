package vn.hoidan.client.ui.quota;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.hoidan.client.app.quota.UnitsLeft;
import vn.hoidan.client.app.work.Home;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;

/// What is left at a place of a free quota and whom to look for, in sentences.
public final class PlaceWords {
    /// Groups named one by one; the others are counted.
    private static final int MOST_GROUPS = 4;

    private PlaceWords() {
    }

    /// @return at least one sentence
    public static List<String> of(Home.Village village, Home.OpenPlace place, ScreenTools tools) {
        Texts texts = tools.texts(GroupWords.BUNDLE);
        List<String> says = new ArrayList<>();
        List<UnitsLeft> mine = place.left().stream().filter(each -> each.free() > 0)
                .sorted(Comparator.comparing(UnitsLeft::free).reversed()).toList();
        if (mine.isEmpty()) {
            says.add(texts.get(!place.left().isEmpty() && place.left().stream().allMatch(UnitsLeft::full)
                    ? "left.full" : "left.none"));
        }
        mine.stream().limit(MOST_GROUPS).forEach(each -> says.add(texts.get("left.group", each.free(),
                GroupWords.of(place.words().parts(each.who()), place.left().size(), texts.language()))));
        if (mine.size() > MOST_GROUPS) {
            says.add(texts.get("left.more", mine.size() - MOST_GROUPS, mine.stream().skip(MOST_GROUPS)
                    .mapToInt(UnitsLeft::free).sum()));
        }
        place.advice().furthestBehind().ifPresent(group -> says.add(texts.get("look.for",
                GroupWords.of(place.words().parts(group.target().answers()), texts.language()),
                group.target().target() - group.interviews())));
        village.useBy().ifPresent(day -> says.add(tools.clock().now().isBefore(day)
                ? texts.get("left.useBy", tools.formats().day(day)) : texts.get("left.stale")));
        return says;
    }
}
