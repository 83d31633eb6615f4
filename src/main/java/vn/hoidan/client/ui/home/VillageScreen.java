package vn.hoidan.client.ui.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.sync.Whereabouts;
import vn.hoidan.client.app.work.Home;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.QuotaBar;
import vn.hoidan.client.ui.kit.Rows;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.quota.GroupWords;
import vn.hoidan.client.ui.quota.PlaceWords;
import vn.hoidan.core.sampling.HouseholdStatus;
import vn.hoidan.core.sampling.ListId;

/// The households of a village in the order of the draw. Digits go to a household by its number.
final class VillageScreen implements Screen {
    private static final double ROW_PIXELS = 44;
    /// Digits of a household's number that are looked at; older ones fall away.
    private static final int MOST_TYPED = 4;

    private final HomeModel model;
    private final ListId list;
    private final ScreenTools tools;
    private final IntConsumer open;
    private final Runnable give;
    private final Runnable handOver;
    private final Texts texts;
    private final Label name = new Label();
    private final Label says = new Label();
    private final Label typedShown = new Label();
    private final QuotaBar bar = new QuotaBar();
    private final VBox free = new VBox();
    private final ListView<HouseholdStatus> rows = new ListView<>();
    private final VBox root;
    private final ChangeListener<Optional<Home>> listener = (_, _, _) -> render();
    private String typed = "";

    VillageScreen(HomeModel model, ListId list, ScreenTools tools, IntConsumer open, Runnable give,
            Runnable handOver) {
        this.model = model;
        this.list = list;
        this.tools = tools;
        this.open = open;
        this.give = give;
        this.handOver = handOver;
        this.texts = tools.texts(HomeScreen.BUNDLE);
        name.getStyleClass().add("headline");
        says.getStyleClass().add("secondary");
        typedShown.getStyleClass().add("secondary");
        bar.setMaxWidth(Double.MAX_VALUE);
        free.getStyleClass().add("open-place");
        free.managedProperty().bind(Bindings.isNotEmpty(free.getChildren()));
        Rows.prepare(rows, "households", ROW_PIXELS, tools.looks(),
                _ -> new HouseholdCell(tools, texts, this::whereabouts, open));
        rows.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root = Theme.styled(new VBox(name, says, bar, free, rows, typedShown), HomeScreen.LOOKS);
        root.getStyleClass().add("home");
        model.home().addListener(listener);
        render();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return name.getText();
    }

    @Override
    public List<KeyHint> keys() {
        List<KeyHint> keys = new ArrayList<>(List.of(new KeyHint("↑ ↓", texts.get("key.arrows")),
                new KeyHint("Enter", texts.get("key.enter")), new KeyHint("0–9", texts.get("key.number")),
                new KeyHint("Esc", texts.get("key.back"))));
        place().ifPresent(_ -> keys.addAll(0, List.of(
                new KeyHint("N", tools.texts(GroupWords.BUNDLE).get("key.new")),
                new KeyHint("C", tools.texts(GroupWords.BUNDLE).get("give.offer")),
                new KeyHint("V", tools.texts(GroupWords.BUNDLE).get("hand.offer")))));
        return keys;
    }

    @Override
    public void shown() {
        model.load();
        rows.requestFocus();
    }

    @Override
    public void synced() {
        model.load();
    }

    @Override
    public void languageChanged() {
        render();
    }

    @Override
    public void left() {
        model.home().removeListener(listener);
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        KeyCode code = event.getCode();
        HouseholdStatus selected = rows.getSelectionModel().getSelectedItem();
        if (code == KeyCode.C && place().isPresent()) {
            give.run();
            event.consume();
        } else if (code == KeyCode.V && place().isPresent()) {
            handOver.run();
            event.consume();
        } else if (code == KeyCode.N && place().isPresent()) {
            newHousehold();
            event.consume();
        } else if (code == KeyCode.ENTER && selected != null) {
            open.accept(selected.household().number());
            event.consume();
        } else if (code.isDigitKey()) {
            goTo(code.getName().substring(code.getName().length() - 1));
            event.consume();
        } else {
            typed = "";
        }
        typedShown.setText(typed.isEmpty() ? hint() : texts.get("village.typed", typed));
    }

    private Optional<Whereabouts> whereabouts(int household) {
        return model.village(list).flatMap(village -> Optional.ofNullable(village.whereabouts().get(household)));
    }

    /// Empty at a drawn list, and at a place that was withdrawn.
    private Optional<Home.OpenPlace> place() {
        return model.village(list).filter(village -> !village.withdrawn()).flatMap(Home.Village::open);
    }

    private void newHousehold() {
        place().ifPresent(place -> open.accept(place.nextNew()));
    }

    private String hint() {
        return place().isPresent() ? tools.texts(GroupWords.BUNDLE).get("place.hint") : texts.get("village.hint");
    }

    private void showPlace(Home.Village village) {
        free.getChildren().clear();
        village.open().ifPresent(place -> {
            free.getChildren().addAll(PlaceWords.of(village, place, tools).stream().map(says -> {
                Label line = new Label(says);
                line.setWrapText(true);
                return line;
            }).toList());
            Button next = Acts.button("new-household", tools.texts(GroupWords.BUNDLE).get("place.new"), "N",
                    Feather.PLUS, this::newHousehold, "accent");
            next.setDisable(village.withdrawn());
            free.getChildren().add(new FlowPane(next, Acts.button("give-unit",
                    tools.texts(GroupWords.BUNDLE).get("give.act"), "C", Feather.PHONE, give),
                    Acts.button("hand-over", tools.texts(GroupWords.BUNDLE).get("hand.act"), "V", Feather.SEND,
                            handOver)));
            free.getChildren().getLast().getStyleClass().add("wrapping-acts");
        });
    }

    private void goTo(String digit) {
        String longer = typed + digit;
        typed = longer.substring(Math.max(0, longer.length() - MOST_TYPED));
        int number = Integer.parseInt(typed);
        for (int index = 0; index < rows.getItems().size(); index++) {
            if (rows.getItems().get(index).household().number() == number) {
                rows.getSelectionModel().select(index);
                rows.scrollTo(Math.max(0, index - 2));
                return;
            }
        }
    }

    private void render() {
        model.village(list).ifPresent(village -> {
            name.setText(village.quota().name());
            String spoken = texts.get("bar", name.getText(), village.quota().done(), village.quota().target());
            bar.show(village.quota().target(), village.quota().done(), village.inWork(), spoken);
            says.setText(village.open().isPresent() ? tools.texts(GroupWords.BUNDLE).get("place.says",
                    village.quota().done(), village.inWork(), village.startable())
                    : texts.get("village.says", village.quota().done(), village.quota().target(),
                    village.quota().left(), village.inWork(), HomeModel.inReserve(village), village.quota().mine()));
            typedShown.setText(hint());
            showPlace(village);
            int selected = rows.getSelectionModel().getSelectedIndex();
            List<HouseholdStatus> next = HomeModel.visible(village);
            rows.getItems().setAll(next);
            rows.refresh();
            if (!next.isEmpty()) {
                rows.getSelectionModel().select(Math.clamp(selected, 0, next.size() - 1));
            }
        });
    }
}
