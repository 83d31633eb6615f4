package vn.hoidan.client.ui.household;

import javafx.scene.Node;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.sync.Whereabouts;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.sampling.Household;
import vn.hoidan.core.sampling.HouseholdState;

/// The state of a household as icon and word.
public final class StateMark {
    /// Texts of this room.
    static final String BUNDLE = "vn/hoidan/client/ui/household/household";

    private StateMark() {
    }

    /// What a household is called: as the list names it, or by its number if the enumerator found it.
    public static String name(Household household, Language language) {
        return household.label().isEmpty() ? new Texts(BUNDLE, language).get("found", household.number())
                : household.label();
    }

    public static Label of(HouseholdState state, Language language) {
        Label mark = new Label();
        show(mark, state, language);
        return mark;
    }

    /// Where a completed interview is, in words.
    public static String words(Whereabouts place, Language language) {
        return new Texts(BUNDLE, language).get("whereabouts." + place.code());
    }

    /// Its sign.
    public static Node icon(Whereabouts place) {
        return switch (place) {
            case HERE -> Icons.of(Feather.HARD_DRIVE, "waiting");
            case STORED -> Icons.of(Feather.UPLOAD_CLOUD, "lively");
            case SAFE, OFFICE -> Icons.of(Feather.SHIELD, "good");
        };
    }

    public static void show(Label mark, HouseholdState state, Language language) {
        mark.setText(new Texts(BUNDLE, language).get("state." + state.code()));
        mark.setGraphic(switch (state) {
            case NEW -> Icons.of(Feather.CIRCLE, "quiet");
            case CONTACTED -> Icons.of(Feather.CORNER_UP_LEFT, "waiting");
            case APPOINTMENT -> Icons.of(Feather.CALENDAR, "lively");
            case IN_WORK -> Icons.of(Feather.EDIT_3, "lively");
            case COMPLETED -> Icons.of(Feather.CHECK_CIRCLE, "good");
            case CLOSED -> Icons.of(Feather.SLASH, "quiet");
            case RESERVE -> Icons.of(Feather.LOCK, "quiet");
        });
    }
}
