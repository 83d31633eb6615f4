package vn.hoidan.client.ui.quota;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.quota.UnitsLeft;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.Home;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.sampling.ListId;

/// Gives a colleague one unit by telephone: a digit chooses the group, then its code stands here to be read out. The
/// unit is gone from this laptop before its code is seen.
public final class GiveScreen implements Screen {
    private static final int MOST_GROUPS = 9;

    private final FieldWork field;
    private final ListId list;
    private final ScreenTools tools;
    private final Runnable onChange;
    private final Texts texts;
    private final VBox column = new VBox();
    private final ProblemPane problem;
    private List<Button> digits = List.of();
    /// Null until it was read.
    private Home.OpenPlace place;
    /// Null as long as none was given here.
    private UnitCode given;
    private String givenFor = "";
    private boolean noneLeft;
    private boolean busy;

    /// @param onChange told when a unit was given
    public GiveScreen(FieldWork field, ListId list, ScreenTools tools, Runnable onChange) {
        this.field = field;
        this.list = list;
        this.tools = tools;
        this.onChange = onChange;
        texts = tools.texts(GroupWords.BUNDLE);
        problem = new ProblemPane(tools.language());
        Theme.styled(column, "/vn/hoidan/client/ui/quota/quota.css");
        column.getStyleClass().add("give");
        column.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    @Override
    public Node node() {
        return column;
    }

    @Override
    public String title() {
        return texts.get("give.title");
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("1–9", texts.get("give.key")), new KeyHint("Esc", texts.get("give.back")));
    }

    @Override
    public void shown() {
        load();
    }

    @Override
    public void synced() {
        load();
    }

    @Override
    public void languageChanged() {
        render();
        problem.languageChanged();
    }

    private void load() {
        tools.writer().run(field::home, home -> {
            place = home.villages().stream().filter(each -> each.list().equals(list)).findFirst()
                    .flatMap(Home.Village::open).orElse(null);
            render();
        }, problem::show);
    }

    private void render() {
        List<Node> parts = new ArrayList<>();
        parts.add(line("give.head", "headline"));
        if (given != null) {
            Label who = new Label(texts.get("give.for", givenFor));
            who.setWrapText(true);
            Label code = new Label(given.spoken());
            code.setId("given-code");
            code.getStyleClass().add("given-code");
            parts.addAll(List.of(who, code, line("give.read", "strong")));
        }
        if (noneLeft) {
            parts.add(line("give.none", "strong"));
        }
        parts.add(problem);
        parts.add(line("give.lead", "secondary"));
        digits = place == null ? List.of() : groups().stream().map(this::button).toList();
        parts.addAll(digits);
        if (digits.isEmpty()) {
            parts.add(line("left.none", "strong"));
        }
        column.getChildren().setAll(parts);
        // with a code on the screen no button is in focus: Enter must not give another unit
        (digits.isEmpty() || given != null ? column : digits.getFirst()).requestFocus();
    }

    private List<UnitsLeft> groups() {
        return place.left().stream().filter(each -> each.free() > 0).limit(MOST_GROUPS).toList();
    }

    private Button button(UnitsLeft group) {
        int number = groups().indexOf(group) + 1;
        return Acts.button("give-" + number, texts.get("left.group", group.free(), words(group)),
                String.valueOf(number), Feather.PHONE, () -> give(group), "wide");
    }

    private String words(UnitsLeft group) {
        return GroupWords.of(place.words().parts(group.who()), place.left().size(), texts.language());
    }

    private Label line(String key, String style) {
        Label label = new Label(texts.get(key));
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private void give(UnitsLeft group) {
        if (busy) {
            return;
        }
        busy = true;
        String who = words(group);
        tools.writer().run(() -> field.giveByCode(group.bundle()), code -> {
            busy = false;
            told(code, who);
        }, failed -> {
            busy = false;
            problem.show(failed);
        });
    }

    private void told(Optional<UnitCode> code, String who) {
        problem.clear();
        given = code.orElse(null);
        givenFor = who;
        noneLeft = code.isEmpty();
        onChange.run();
        load();
    }

    private void key(KeyEvent event) {
        String name = event.getCode().getName();
        if (event.getCode().isDigitKey() && !event.isShortcutDown() && !event.isAltDown()) {
            int index = name.charAt(name.length() - 1) - '1';
            if (index >= 0 && index < digits.size()) {
                digits.get(index).fire();
                event.consume();
            }
        }
    }
}
