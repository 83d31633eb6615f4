package vn.hoidan.client.ui.quota;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.quota.Evening;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Typing;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.sync.Mate;

/// Who should hand over to whom this evening. What colleagues have stands there as the office last told; who is there
/// reads out the true figures, who is not there is left empty. A key begins the voucher.
final class EveningPane extends VBox {
    private static final int MOST_KEYS = 9;
    private static final int MOST_CHARACTERS = 120;
    private static final int COLUMNS_OF_FIGURES = 16;

    private final ScreenTools tools;
    private final Texts texts;
    private final Consumer<Evening.Proposal> onChosen;
    private final VBox proposals = new VBox();
    /// What was typed for a colleague, by laptop; kept as long as the page is open.
    private final Map<String, String> typed = new HashMap<>();
    private Evening evening;
    private Map<Bundle, String> words = Map.of();
    private List<Button> keys = List.of();

    /// @param onChosen told which proposal of this laptop is to be carried out
    EveningPane(ScreenTools tools, Consumer<Evening.Proposal> onChosen) {
        this.tools = tools;
        this.onChosen = onChosen;
        texts = tools.texts(GroupWords.BUNDLE);
        getStyleClass().add("voucher");
        proposals.getStyleClass().add("voucher");
        proposals.setId("evening-proposals");
    }

    /// @param known empty if the office never told what the team has
    /// @param named whom each bundle is for, in words
    void show(Optional<Evening> known, Map<Bundle, String> named) {
        words = Map.copyOf(named);
        getChildren().clear();
        keys = List.of();
        known.filter(each -> !each.colleagues().isEmpty()).ifPresent(each -> {
            evening = each;
            Label head = line(texts.get("evening.head"), "headline");
            Label lead = line(texts.get("evening.lead", tools.formats().moment(each.at(), tools.clock().now())), "");
            List<String> legend = new ArrayList<>();
            each.bundles().forEach(bundle -> legend.add(texts.get("evening.place", legend.size() + 1,
                    words.getOrDefault(bundle, ""))));
            Label order = line(texts.get("evening.order", String.join("; ", legend)), "secondary");
            getChildren().setAll(head, lead, order, figures(), proposals);
            propose();
        });
    }

    private Node figures() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("evening-figures");
        Label own = new Label(figures(evening.own().free()));
        own.setId("evening-own");
        own.getStyleClass().add("strong");
        grid.addRow(0, new Label(texts.get("evening.own")), own);
        int row = 0;
        for (Evening.Colleague colleague : evening.colleagues()) {
            String device = colleague.mate().device();
            TextField field = new TextField(typed.getOrDefault(device, figures(colleague.likely().free())));
            field.setId("evening-" + row);
            field.setPrefColumnCount(COLUMNS_OF_FIGURES);
            Typing.only(Pattern.compile("[\\d ]{0," + MOST_CHARACTERS + "}"), field);
            field.textProperty().addListener((_, _, now) -> {
                typed.put(device, now);
                propose();
            });
            Label name = new Label(texts.get("evening.colleague", colleague.mate().name(),
                    tools.formats().moment(colleague.heard(), tools.clock().now())));
            name.setWrapText(true);
            name.setLabelFor(field);
            field.setAccessibleText(name.getText());
            grid.addRow(++row, name, field);
        }
        return grid;
    }

    private static String figures(List<Integer> free) {
        return free.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /// Of the colleagues who are there.
    private Map<String, List<Integer>> there() {
        Map<String, List<Integer>> there = new LinkedHashMap<>();
        evening.colleagues().forEach(each -> {
            String device = each.mate().device();
            read(typed.getOrDefault(device, figures(each.likely().free()))).ifPresent(free -> there.put(device, free));
        });
        return there;
    }

    /// A figure for each bundle, or nothing.
    private Optional<List<Integer>> read(String text) {
        List<Integer> figures = Stream.of(text.strip().split(" +")).filter(each -> each.matches("\\d{1,4}"))
                .map(Integer::valueOf).toList();
        return Optional.of(figures).filter(each -> each.size() == evening.bundles().size());
    }

    private void propose() {
        List<Node> lines = new ArrayList<>();
        List<Button> own = new ArrayList<>();
        for (Evening.Colleague each : evening.colleagues()) {
            String text = typed.getOrDefault(each.mate().device(), "");
            if (!text.isBlank() && read(text).isEmpty()) {
                lines.add(line(texts.get("evening.unread", each.mate().name(), evening.bundles().size()), "wrong"));
            }
        }
        for (Evening.Proposal proposal : evening.proposals(there())) {
            String group = words.getOrDefault(proposal.bundle(), "");
            if (proposal.giver().isEmpty()) {
                String key = own.size() < MOST_KEYS ? "Alt+" + (own.size() + 1) : "";
                Button button = Acts.button("evening-give-" + own.size(), texts.get("evening.give", proposal.units(),
                        group, proposal.taker().map(Mate::name).orElseThrow()), key, Feather.SEND,
                        () -> onChosen.accept(proposal), "flat");
                button.setMinWidth(0);
                own.add(button);
                lines.add(button);
            } else {
                lines.add(line(texts.get("evening.other", proposal.giver().get().name(), proposal.units(), group,
                        proposal.taker().map(Mate::name).orElseGet(() -> texts.get("evening.me"))), ""));
            }
        }
        if (lines.isEmpty()) {
            lines.add(line(texts.get("evening.even"), "strong"));
        }
        keys = List.copyOf(own);
        proposals.getChildren().setAll(lines);
    }

    /// Units came to a colleague, or left one if negative: what was typed follows.
    void moved(String device, List<CellKey> cells, int units) {
        if (evening == null || !typed.containsKey(device)) {
            return;
        }
        read(typed.get(device)).ifPresent(free -> {
            List<Integer> next = new ArrayList<>(free);
            for (int place = 0; place < next.size(); place++) {
                if (Bundle.same(evening.bundles().get(place).cells(), cells)) {
                    next.set(place, Math.max(0, next.get(place) + units));
                }
            }
            typed.put(device, figures(next));
        });
    }

    /// `Alt` and a digit chooses a proposal.
    void key(KeyEvent event) {
        if (!event.isAltDown() || event.isShortcutDown() || !event.getCode().isDigitKey()) {
            return;
        }
        String name = event.getCode().getName();
        int place = name.charAt(name.length() - 1) - '1';
        if (place >= 0 && place < keys.size()) {
            keys.get(place).fire();
            event.consume();
        }
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }
}
