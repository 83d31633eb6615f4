package vn.hoidan.client.ui.quota;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.quota.Evening;
import vn.hoidan.client.app.quota.GivenVoucher;
import vn.hoidan.client.app.quota.UnitsLeft;
import vn.hoidan.client.app.quota.VoucherTaking;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.HandOver;
import vn.hoidan.client.app.work.Home;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.Asking;
import vn.hoidan.client.ui.kit.FileDialogs;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Scrolling;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.Typing;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sync.Mate;

/// Hands several units to a colleague by voucher, and takes in a voucher that came from one. The units are gone from
/// this laptop before the voucher is seen; a voucher given before can be shown again.
public final class HandOverScreen implements Screen {
    private static final String ENDING = "txt";
    private static final int MOST_DIGITS = 3;
    private static final int MOST_PASTED = 8_000;
    private static final int ROWS_OF_TEXT = 4;

    private final HandOver handOver;
    private final FieldWork field;
    private final ListId list;
    private final ScreenTools tools;
    private final FileDialogs files;
    private final Runnable onChange;
    private final Texts texts;
    private final ComboBox<Mate> mates = new ComboBox<>();
    private final ComboBox<UnitsLeft> groups = new ComboBox<>();
    private final TextField number = new TextField("1");
    private final TextArea pasted = new TextArea();
    private final Label told = new Label();
    private final Label taken = new Label();
    private final Label done = new Label();
    private final VoucherPane voucher;
    private final EveningPane evening;
    private final VBox column = new VBox();
    private final ProblemPane problem;
    private final Scrolling root;
    private List<GivenVoucher> before = List.of();
    private Optional<Evening> known = Optional.empty();
    private Optional<Home.OpenPlace> place = Optional.empty();
    private Optional<GivenVoucher> shown = Optional.empty();
    private Optional<VoucherTaking> outcome = Optional.empty();
    private boolean busy;

    /// @param onChange told when units left or came
    public HandOverScreen(FieldWork field, ListId list, ScreenTools tools, Runnable onChange) {
        this(field, list, tools, FileDialogs.ofSystem(ENDING), onChange);
    }

    HandOverScreen(FieldWork field, ListId list, ScreenTools tools, FileDialogs files, Runnable onChange) {
        this.handOver = field.handOver();
        this.field = field;
        this.list = list;
        this.tools = tools;
        this.files = files;
        this.onChange = onChange;
        texts = tools.texts(GroupWords.BUNDLE);
        problem = new ProblemPane(tools.language());
        mates.setId("hand-mate");
        mates.setConverter(named(Mate::name));
        groups.setId("hand-group");
        groups.setConverter(named(group -> texts.get("left.group", group.free(), words(group.bundle().cells()))));
        number.setId("hand-number");
        number.setPrefColumnCount(MOST_DIGITS);
        Typing.only(Pattern.compile("\\d{0," + MOST_DIGITS + "}"), number);
        number.setOnAction(_ -> give());
        pasted.setId("hand-pasted");
        pasted.setWrapText(true);
        pasted.setPrefRowCount(ROWS_OF_TEXT);
        pasted.setMinHeight(Region.USE_PREF_SIZE);
        Typing.atMost(MOST_PASTED, pasted);
        List.of(told, taken, done).forEach(VoucherPane::wraps);
        taken.setId("hand-taken");
        taken.getStyleClass().add("strong");
        // a filter: the field would keep both keys, and nobody types a voucher
        pasted.addEventFilter(KeyEvent.KEY_PRESSED, this::pastedKey);
        voucher = new VoucherPane(texts, this::copy, this::save);
        evening = new EveningPane(tools, this::begin);
        column.getStyleClass().add("give");
        root = Theme.styled(new Scrolling(column), "/vn/hoidan/client/ui/quota/quota.css");
        root.addEventFilter(KeyEvent.KEY_PRESSED, evening::key);
        render();
    }

    private static <T> StringConverter<T> named(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T some) {
                return some == null ? "" : name.apply(some);
            }

            @Override
            public T fromString(String text) {
                throw new IllegalStateException("nothing is typed into a choice");
            }
        };
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return texts.get("hand.title");
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("Tab", texts.get("hand.key.tab")), new KeyHint("↑ ↓", texts.get("hand.key.arrows")),
                new KeyHint("Enter", texts.get("hand.key.enter")),
                new KeyHint("Alt+1–9", texts.get("evening.key")), new KeyHint("Esc", texts.get("give.back")));
    }

    @Override
    public void shown() {
        root.applyCss();
        load();
        mates.requestFocus();
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

    /// What the screen shows of the store.
    private record Seen(List<Mate> mates, List<GivenVoucher> given, Optional<Home.OpenPlace> place,
            Optional<Evening> evening) {
    }

    private Seen seen() {
        Optional<Home.OpenPlace> here = field.home().villages().stream().filter(each -> each.list().equals(list))
                .findFirst().flatMap(Home.Village::open);
        return new Seen(handOver.colleagues(), handOver.given(), here, here.flatMap(each ->
                handOver.evening(each.left().stream().map(UnitsLeft::bundle).toList())));
    }

    private void load() {
        load(() -> { });
    }

    /// @param then with what was read on the screen
    private void load(Runnable then) {
        tools.writer().run(this::seen, seen -> {
            before = seen.given();
            place = seen.place();
            known = seen.evening();
            fill(mates, seen.mates());
            fill(groups, place.map(Home.OpenPlace::left).orElse(List.of()).stream()
                    .filter(each -> each.free() > 0).toList());
            render();
            then.run();
        }, problem::show);
    }

    private static <T> void fill(ComboBox<T> choice, List<T> some) {
        int chosen = choice.getSelectionModel().getSelectedIndex();
        choice.setItems(FXCollections.observableArrayList(some));
        if (!some.isEmpty()) {
            choice.getSelectionModel().select(Math.clamp(chosen, 0, some.size() - 1));
        }
    }

    private void render() {
        mates.setAccessibleText(texts.get("hand.mate"));
        groups.setAccessibleText(texts.get("hand.group"));
        number.setAccessibleText(texts.get("hand.number"));
        pasted.setPromptText(texts.get("hand.paste"));
        pasted.setAccessibleText(texts.get("hand.paste"));
        Button give = Acts.button("hand-give", texts.get("hand.give"), "", Feather.SEND, this::give, "accent");
        give.setDisable(mates.getItems().isEmpty() || groups.getItems().isEmpty());
        FlowPane choice = new FlowPane(captioned("hand.mate", mates), captioned("hand.group", groups),
                captioned("hand.number", number), give);
        choice.setRowValignment(VPos.BOTTOM);
        choice.getStyleClass().add("wrapping-acts");
        told.setText(mates.getItems().isEmpty() ? texts.get("hand.noMates")
                : groups.getItems().isEmpty() ? texts.get("left.none") : texts.get("hand.lead"));
        evening.show(known, named());
        renderVoucher();
        VBox again = new VBox();
        again.getStyleClass().add("voucher");
        before.stream().filter(each -> !shown.equals(Optional.of(each))).forEach(each -> {
            Button look = Acts.button("again-" + before.indexOf(each), texts.get("hand.again", says(each)), "",
                    Feather.EYE, () -> show(each), "flat");
            // a long sentence in large letters must not make the page wider than the window
            look.setMinWidth(0);
            again.getChildren().add(look);
        });
        taken.setText(outcome.map(this::sentence).orElse(""));
        FlowPane acts = new FlowPane(Acts.button("hand-take", texts.get("hand.take"), "", Feather.DOWNLOAD,
                this::takePasted), Acts.button("hand-file", texts.get("hand.file"), "", Feather.FILE, this::takeFile));
        acts.getStyleClass().add("wrapping-acts");
        column.getChildren().setAll(evening, head("hand.head"), told, choice, problem, voucher, again,
                head("hand.takeHead"), pasted, acts, taken);
    }

    private void renderVoucher() {
        voucher.getChildren().clear();
        shown.ifPresent(each -> voucher.show(each, says(each), done));
    }

    private Label head(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("headline");
        VoucherPane.wraps(label);
        return label;
    }

    private Node captioned(String key, Node field) {
        Label caption = new Label(texts.get(key));
        caption.setLabelFor(field);
        VBox box = new VBox(caption, field);
        box.setAlignment(Pos.BOTTOM_LEFT);
        return box;
    }

    private String says(GivenVoucher given) {
        return texts.get("hand.says", given.voucher().voucher().units(), words(given.voucher().voucher().cells()),
                given.taker());
    }

    /// Whom units are for; of another place it is not known here.
    private String words(List<CellKey> cells) {
        return place.flatMap(here -> here.left().stream().filter(each -> Bundle.same(each.bundle().cells(), cells))
                .findFirst().map(each -> GroupWords.of(here.words().parts(each.who()), here.left().size(),
                        texts.language()))).orElseGet(() -> texts.get("hand.elsewhere"));
    }

    private String sentence(VoucherTaking some) {
        return switch (some) {
            case VoucherTaking.Taken done ->
                texts.get("hand.taken", done.units(), words(done.cells()), done.giver());
            case VoucherTaking.Refused refused -> texts.get("hand.refused." + refused.refusal().code());
            case VoucherTaking.Unreadable _ -> texts.get("hand.refused.unreadable");
            case VoucherTaking.UnknownGiver _ -> texts.get("hand.refused.unknown");
            case VoucherTaking.GiverLost lost -> texts.get("hand.refused.lost", lost.giver());
        };
    }

    private void give() {
        Mate mate = mates.getValue();
        UnitsLeft group = groups.getValue();
        int wished = number.getText().isEmpty() ? 0 : Integer.parseInt(number.getText());
        if (busy || mate == null || group == null || wished == 0) {
            return;
        }
        run(() -> handOver.give(mate, group.bundle(), wished), given -> {
            shown = given;
            given.map(each -> each.voucher().voucher()).ifPresent(each ->
                    evening.moved(each.taker(), each.cells(), each.units()));
            done.setText("");
            onChange.run();
            // the keyboard leaves the number: Enter must not hand over once more
            load(given.isEmpty() ? () -> told.setText(texts.get("hand.tooLate")) : () -> focus("hand-copy"));
        });
    }

    /// What is proposed stands in the fields; Enter hands it over.
    private void begin(Evening.Proposal proposal) {
        proposal.taker().ifPresent(mates::setValue);
        groups.getItems().stream().filter(each -> each.bundle().equals(proposal.bundle())).findFirst()
                .ifPresent(groups::setValue);
        number.setText(String.valueOf(proposal.units()));
        number.requestFocus();
        number.selectAll();
    }

    /// Whom each bundle at this place is for.
    private Map<Bundle, String> named() {
        Map<Bundle, String> named = new HashMap<>();
        place.ifPresent(here -> here.left().forEach(each ->
                named.put(each.bundle(), words(each.bundle().cells()))));
        return named;
    }

    private void show(GivenVoucher again) {
        shown = Optional.of(again);
        done.setText("");
        render();
        focus("hand-copy");
    }

    private void focus(String id) {
        column.applyCss();
        Optional.ofNullable(column.lookup("#" + id)).ifPresent(Node::requestFocus);
    }

    private void copy(GivenVoucher given) {
        ClipboardContent content = new ClipboardContent();
        content.putString(given.text());
        Clipboard.getSystemClipboard().setContent(content);
        done.setText(texts.get("hand.copied"));
    }

    private void save(GivenVoucher given) {
        String name = "suat-" + given.voucher().voucher().id().text() + "." + ENDING;
        Asking.on(root, tools.navigator(), window -> files.toWrite(window, texts.get("hand.kind"), name))
                .ifPresent(file -> run(() -> {
                    handOver.write(given, file);
                    return file;
                }, written -> done.setText(texts.get("hand.saved", written.toString()))));
    }

    private void pastedKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            takePasted();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB) {
            focus(event.isShiftDown() ? "hand-give" : "hand-take");
            event.consume();
        }
    }

    private void takePasted() {
        String text = pasted.getText();
        run(() -> handOver.take(text), this::came);
    }

    private void takeFile() {
        Asking.on(root, tools.navigator(), window -> files.toRead(window, texts.get("hand.kind")))
                .ifPresent(file -> run(() -> handOver.take(file), this::came));
    }

    private void came(VoucherTaking some) {
        outcome = Optional.of(some);
        if (some instanceof VoucherTaking.Taken come) {
            evening.moved(come.device(), come.cells(), -come.units());
            pasted.clear();
            onChange.run();
        }
        load(() -> focus("hand-pasted"));
    }

    private <T> void run(Callable<T> work, Consumer<T> onDone) {
        if (busy) {
            return;
        }
        busy = true;
        tools.writer().run(work, done -> {
            busy = false;
            problem.clear();
            onDone.accept(done);
        }, failed -> {
            busy = false;
            problem.show(failed);
        });
    }
}
