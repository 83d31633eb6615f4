package vn.hoidan.client.ui.signin;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.SupportDesk;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.machine.BackupPlace;
import vn.hoidan.client.app.machine.DiskRoom;
import vn.hoidan.client.app.store.StoreDesk;
import vn.hoidan.client.app.store.StoreStatus;
import vn.hoidan.client.ui.kit.Asking;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;

/// Where copies of the store are, when the last was made, and the folder or stick to put them on. What goes wrong is
/// told above the screen.
public final class CopiesScreen implements Screen {
    private static final long MEGABYTE = 1024L * 1024;

    private final StoreDesk desk;
    private final SupportDesk support;
    private final Label supportFile = new Label();
    private final ScreenTools tools;
    private final Texts texts;
    private final FormParts parts;
    private final Function<Window, Optional<Path>> dialog;
    private final Runnable onBack;
    private final VBox column = new VBox();
    private final ScrollPane root;
    private final ProgressBar progress = new ProgressBar();
    private final Consumer<StoreStatus> listener = this::hear;
    private StoreStatus status;

    /// @param onBack takes the screen away
    public CopiesScreen(Workplace place, ScreenTools tools, Texts texts, Runnable onBack) {
        this(place, tools, texts, CopiesScreen::ask, onBack);
    }

    /// @param dialog asks for a folder
    CopiesScreen(Workplace place, ScreenTools tools, Texts texts, Function<Window, Optional<Path>> dialog,
            Runnable onBack) {
        this.desk = place.copies();
        this.support = place.support();
        this.tools = tools;
        this.texts = texts;
        this.parts = new FormParts(texts);
        this.dialog = dialog;
        this.onBack = onBack;
        this.status = desk.status();
        supportFile.setWrapText(true);
        column.getStyleClass().add("sign-in");
        StackPane middle = new StackPane(column);
        middle.getStyleClass().add("sign-in-ground");
        root = Theme.styled(new ScrollPane(middle), "/vn/hoidan/client/ui/signin/signin.css");
        root.setFitToWidth(true);
        root.setFitToHeight(true);
        root.setFocusTraversable(false);
        progress.getStyleClass().add("sign-in-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        render();
    }

    private static Optional<Path> ask(Window window) {
        return Optional.ofNullable(new DirectoryChooser().showDialog(window)).map(File::toPath);
    }

    private void hear(StoreStatus now) {
        boolean same = now.equals(status);
        status = now;
        if (!same) {
            String focused = Optional.ofNullable(column.getScene()).map(scene -> scene.getFocusOwner())
                    .map(Node::getId).orElse("");
            render();
            column.getChildren().stream().flatMap(node -> node.lookupAll(".button").stream())
                    .filter(button -> focused.equals(button.getId())).findFirst().ifPresent(Node::requestFocus);
        }
    }

    private void render() {
        progress.setVisible(status.running());
        List<Node> rows = new ArrayList<>(List.of(parts.head("copies.head"),
                parts.text("copies.say", "secondary"), progress));
        Optional<Path> chosen = status.place().flatMap(BackupPlace::chosen);
        status.place().ifPresent(place -> {
            chosen.ifPresentOrElse(
                    folder -> rows.add(row("copies.chosen", Feather.HARD_DRIVE, folder, place.inChosen())),
                    () -> rows.add(parts.text("copies.none", "strong")));
            rows.add(row("copies.usual", Feather.FOLDER, place.usual(), place.inUsual()));
        });
        status.room().map(DiskRoom::usableBytes).filter(bytes -> bytes < Long.MAX_VALUE).ifPresent(bytes ->
                rows.add(parts.text("copies.room", "secondary", tools.formats().number(bytes / MEGABYTE))));
        rows.add(buttons(chosen.isPresent()));
        Button help = parts.quiet("support.make", this::makeSupportFile);
        help.setId("support-make");
        rows.addAll(List.of(parts.head("support.head"), parts.text("support.say", "secondary"), supportFile, help));
        column.getChildren().setAll(rows);
    }

    private void makeSupportFile() {
        dialog.apply(root.getScene().getWindow()).ifPresent(folder -> tools.writer().run(() -> support.write(folder),
                file -> supportFile.setText(texts.get("support.made", file)), tools.navigator()::tell));
    }

    private Node row(String key, Feather icon, Path folder, Optional<Instant> last) {
        Label what = new Label(texts.get(key), Icons.of(icon, last.isPresent() ? "good" : "waiting"));
        what.getStyleClass().add("strong");
        Label where = new Label(folder.toString());
        where.setWrapText(true);
        where.setMinHeight(Region.USE_PREF_SIZE);
        Label when = new Label(last.map(at -> texts.get("copies.last", tools.formats().moment(at,
                tools.clock().now()))).orElse(texts.get("copies.never")));
        when.getStyleClass().add("secondary");
        return new VBox(what, where, when);
    }

    private Node buttons(boolean chosen) {
        Button choose = parts.act("copies.choose", Feather.FOLDER, () ->
                Asking.on(root, tools.navigator(), dialog).ifPresent(desk::choose));
        choose.setId("copies-choose");
        Button now = parts.quiet("copies.now", desk::backUp);
        now.setId("copies-now");
        FlowPane row = new FlowPane(choose, now);
        if (chosen) {
            Button none = parts.quiet("copies.chooseNone", desk::chooseNone);
            none.setId("copies-none");
            row.getChildren().add(none);
        }
        row.getChildren().add(parts.quiet("back", onBack));
        row.getStyleClass().add("copies-buttons");
        return row;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return texts.get("copies.head");
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("Tab", texts.get("key.tab")), new KeyHint("Enter", texts.get("key.enter")));
    }

    @Override
    public void shown() {
        desk.listen(listener);
        root.applyCss();
        column.lookup("#copies-choose").requestFocus();
    }

    @Override
    public void languageChanged() {
        render();
    }

    @Override
    public void left() {
        desk.forget(listener);
    }
}
