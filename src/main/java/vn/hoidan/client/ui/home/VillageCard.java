package vn.hoidan.client.ui.home;

import java.time.Instant;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.work.Home;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.CardButton;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.QuotaBar;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.quota.GroupWords;
import vn.hoidan.client.ui.quota.PlaceWords;
import vn.hoidan.core.sampling.ListId;

/// A village on home: how far it is, and the way to its households.
final class VillageCard extends CardButton {
    VillageCard(Home.Village village, int index, ScreenTools tools, Texts texts, Consumer<ListId> open) {
        getStyleClass().add("village-card");
        Label name = new Label(village.quota().name());
        name.getStyleClass().add("strong");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox head = new HBox(name, Acts.keyCap("F" + (index + 2)));
        head.setAlignment(Pos.CENTER_LEFT);
        Label count = new Label(village.open().isPresent()
                ? tools.texts(GroupWords.BUNDLE).get("place.done", village.quota().done())
                : texts.get("village.count", village.quota().done(), village.quota().target()));
        count.getStyleClass().add("village-count");
        QuotaBar bar = new QuotaBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        String spoken = texts.get("bar", village.quota().name(), village.quota().done(), village.quota().target());
        bar.show(village.quota().target(), village.quota().done(), village.inWork(), spoken);
        Label state = new Label(says(village, tools, texts));
        state.getStyleClass().add("secondary");
        state.setWrapText(true);
        if (village.withdrawn()) {
            state.setGraphic(Icons.of(Feather.SLASH, "bad"));
        } else if (village.open().isEmpty() && (village.quota().full() || village.startable() <= 0)) {
            state.setGraphic(Icons.of(Feather.CHECK_CIRCLE, "good"));
        }
        VBox card = new VBox(head, count, bar, state);
        card.getStyleClass().add("village-card-inner");
        carry(card);
        setAccessibleText(spoken + ". " + state.getText());
        setOnAction(_ -> open.accept(village.list()));
    }

    private static String says(Home.Village village, ScreenTools tools, Texts texts) {
        if (village.withdrawn()) {
            return texts.get("village.withdrawn");
        }
        if (village.open().isPresent()) {
            return String.join("\n", PlaceWords.of(village, village.open().get(), tools));
        }
        if (village.quota().full()) {
            return texts.get("village.full");
        }
        Instant now = tools.clock().now();
        int today = HomeModel.appointments(village,
                at -> tools.formats().date(at).equals(tools.formats().date(now)));
        String left = village.startable() <= 0 ? texts.get("village.used")
                : texts.get("village.left", village.quota().left(), village.quota().mine());
        String inWork = village.inWork() == 0 ? "" : " · " + texts.get("village.inWork", village.inWork());
        String appointments = today == 0 ? "" : " · " + texts.get("village.appointments", today);
        return left + inWork + appointments + village.useBy()
                .map(day -> " · " + texts.get("village.useBy", tools.formats().day(day))).orElse("");
    }
}
