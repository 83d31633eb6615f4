package vn.hoidan.client.ui.frame;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import vn.hoidan.client.app.ClockWatch;
import vn.hoidan.client.app.FirstRun;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.app.PracticeContext;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.meeting.Meetings;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.SupervisorWork;
import vn.hoidan.client.ui.board.BoardScreen;
import vn.hoidan.client.ui.home.HomeScreen;
import vn.hoidan.client.ui.home.TrialParts;
import vn.hoidan.client.ui.kit.FaultCode;
import vn.hoidan.client.ui.kit.Formats;
import vn.hoidan.client.ui.kit.InterviewOpener;
import vn.hoidan.client.ui.kit.KeyAct;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.KeyLine;
import vn.hoidan.client.ui.kit.KeySheet;
import vn.hoidan.client.ui.kit.KeyTable;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Looks;
import vn.hoidan.client.ui.kit.Navigator;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.client.ui.signin.SignInModel;
import vn.hoidan.client.ui.signin.SignInScreen;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.release.Version;
import vn.hoidan.core.survey.Survey;

/// The one window. All methods belong to the window's thread; another may make it.
public final class MainWindow implements Navigator {
    /// What the window works with.
    ///
    /// @param writer     the lane on which stores are opened, read, written and closed
    /// @param interviews makes the screen of an interview
    /// @param trials     what trial interviews need
    /// @param firstRun   what is offered to somebody who is new; empty in practice
    /// @param meetings   with colleagues in the local network
    /// @param looks      colours and size of text
    public record Parts(Laptop laptop, Background writer, DeviceClock clock, Language language,
            InterviewOpener interviews, TrialParts trials, Optional<PracticeContext> practice,
            Optional<FirstRun> firstRun, Meetings meetings, Looks looks) {
    }

    private final Parts parts;
    private final ScreenTools tools;
    private final Texts texts;
    private final FrameModel model;
    private final TopBar bar;
    private final Banner banner;
    private final KeySheet sheet;
    private final VBox chrome;
    private final StackPane content = new StackPane();
    private final StackPane root;
    private final Deque<Screen> stack = new ArrayDeque<>();
    private final Timeline seconds;
    private final ComingBack comingBack;
    private final IdleLock idle;
    private final ClockWatch watch;
    private final KeyTable windowKeys;
    private final SideScreens sides;
    private final ArrivedFiles files;
    private final SignInScreen first;
    private Stage stage;
    private WorkFocus focus;
    private Runnable onClosed = () -> { };
    private boolean leaving;

    /// Makes what the window will show, and asks who works on this laptop. May be done by any thread that nobody else
    /// is with; {@link #show} hands it to the window's.
    public MainWindow(Parts parts) {
        this.parts = parts;
        this.tools = new ScreenTools(parts.language(), new Formats(parts.language(), parts.clock()::zone),
                parts.clock(), parts.writer(), this, parts.looks());
        this.texts = tools.texts("vn/hoidan/client/ui/frame/frame");
        this.model = new FrameModel(parts.writer(), parts.practice(), this::tell, this::synced);
        this.comingBack = new ComingBack(parts.interviews(), model::recorded);
        this.watch = new ClockWatch(parts.clock());
        this.idle = new IdleLock(parts.clock(), () -> model.workplace().get().isPresent(),
                () -> lock(who -> comingBack.locked(who, true)));
        this.sides = new SideScreens(tools, parts.meetings(), this::free, stack::peek, this::synced);
        this.bar = new TopBar(model, tools, texts, new TopBar.Actions(this::escape, this::keys, this::lock,
                sides::pin, sides::copies, sides::carry));
        this.banner = new Banner(texts, model.isPractice(),
                () -> leave(comingBack::forget, model::throwAway, () -> open(signIn())),
                () -> lock(comingBack::newCode));
        model.survey().addListener((_, _, survey) -> banner.practise(survey.map(Survey::practice).orElse(false)));
        this.sheet = new KeySheet(texts);
        this.windowKeys = windowKeys();
        this.files = new ArrivedFiles(sides, banner, () -> model.workplace().get().isPresent(),
                parts.firstRun().isPresent());
        BorderPane frame = new BorderPane(content);
        chrome = new VBox(bar, banner);
        chrome.managedProperty().bind(chrome.visibleProperty());
        frame.setTop(chrome);
        root = Theme.styled(new StackPane(frame, sheet), "/vn/hoidan/client/ui/frame/frame.css");
        files.listen(root);
        parts.language().property().addListener((_, _, _) -> languageChanged());
        seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        bar.render();
        first = signIn();
    }

    /// Shows the window as soon as it is known who may be asked.
    ///
    /// @param empty    that it is shown in
    /// @param onClosed told when the window was closed and everything is on disk
    /// @return done when the window is shown
    public CompletableFuture<Void> show(Stage empty, Runnable onClosed) {
        stage = empty;
        this.onClosed = onClosed;
        Thread.currentThread().setUncaughtExceptionHandler((_, thrown) -> tell(FaultCode.problemOf(thrown)));
        open(first);
        Scene scene = WindowSize.fit(stage, root, parts.looks());
        // On the scene, not on its root: while nothing has the focus, keys go to the scene alone.
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        scene.addEventFilter(InputEvent.ANY, idle::touched);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, sheet::key);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::escapeFromRows);
        focus = new WorkFocus(scene, content, chrome);
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        seconds.play();
        return Appearance.of(stage, first.known());
    }

    public Scene scene() {
        return stage.getScene();
    }

    public Screen top() {
        return stack.element();
    }

    private SignInScreen signIn() {
        SignInModel asking = new SignInModel(parts.laptop(),
                parts.practice().map(PracticeContext::invitations).orElse(List.of()), parts.firstRun(),
                parts.writer(), parts.clock(), this::entered);
        comingBack.askIn(asking);
        SignInScreen page = new SignInScreen(asking, tools);
        // last: from here on the window's thread may have it
        asking.load();
        return page;
    }

    private void entered(Workplace workplace) {
        empty();
        banner.clear();
        model.entered(workplace);
        open(switch (workplace.work()) {
            case FieldWork field -> new HomeScreen(field, tools, comingBack, parts.trials(), workplace.sync()::refresh);
            case SupervisorWork supervisor -> new BoardScreen(supervisor, workplace.sync(), tools);
        });
        idle.restart();
        parts.writer().run(() -> watch.behind(workplace.latestKnown()), found -> found.ifPresent(this::tell),
                this::tell);
        goOn(workplace);
        workplace.notice().ifPresent(this::tell);
        model.tick();
    }

    /// Back to the very question at which the laptop was locked.
    private void goOn(Workplace workplace) {
        Optional<InterviewId> interview = comingBack.interviewOf(workplace.profile());
        if (interview.isPresent() && workplace.work() instanceof FieldWork field) {
            Screen home = top();
            parts.writer().run(() -> field.resumeIfInWork(interview.get()), resumed -> resumed
                    .filter(_ -> home == stack.peek()).ifPresent(work -> open(comingBack.open(work, this::back))),
                    this::tell);
        }
    }

    @Override
    public void open(Screen screen) {
        stack.push(screen);
        showTop();
    }

    @Override
    public void replace(Screen screen) {
        stack.pop().left();
        open(screen);
    }

    @Override
    public void back() {
        if (stack.size() > 1) {
            stack.pop().left();
            showTop();
        }
    }

    @Override
    public void tell(Problem problem) {
        banner.tell(problem);
    }

    /// Says calmly that this version waits for the next start; nobody is interrupted and nothing loses the focus.
    public void versionWaits(Version version) {
        banner.versionWaits(version);
    }

    /// Somebody started the program once more, or opened one of its files.
    public void toFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /// Shows the screen that this file is for, now or as soon as that can be.
    public void opened(Path file) {
        files.arrived(file);
    }

    /// The screen takes the focus only after the key press that brought it is over: the letter of that key would else
    /// be typed into its first field.
    private void showTop() {
        Screen screen = top();
        // Held here meanwhile, or it would go on to a button of the bar, which the next Enter would press.
        root.requestFocus();
        content.getChildren().setAll(screen.node());
        chrome.visibleProperty().bind(screen.fillsWindow().map(fills -> !fills));
        bar.canGoBack(stack.size() > 1);
        title(screen);
        UiThread.later(() -> {
            if (screen == stack.peek()) {
                screen.shown();
                title(screen);
            }
        });
    }

    private void title(Screen screen) {
        stage.setTitle(screen.title() + " – " + texts.get("brand"));
    }

    private void synced() {
        top().synced();
        bar.render();
    }

    private void languageChanged() {
        bar.render();
        banner.languageChanged();
        stack.forEach(Screen::languageChanged);
        if (!stack.isEmpty() && !sheet.isVisible() && !focus.isInWork()) {
            // what had the keyboard was made anew in the other language
            top().shown();
        }
        if (sheet.isVisible()) {
            keys();
        }
        stack.stream().findFirst().ifPresent(this::title);
    }

    private KeyTable windowKeys() {
        BooleanSupplier working = () -> model.workplace().get().isPresent();
        return new KeyTable(texts, List.of(
                KeyLine.of("keys", KeyAct.on("F1", this::keys)).once(),
                KeyLine.of("back", KeyAct.on("Esc", this::escape)),
                KeyLine.of("sync", KeyAct.on("Ctrl+D", model::sync)).when(working).once(),
                KeyLine.of("language.say", KeyAct.on("Ctrl+G", parts.language()::next)).once(),
                KeyLine.of("look.colours", KeyAct.on("Ctrl+U", parts.looks()::nextColours)).once(),
                KeyLine.of("look.size", KeyAct.on("Ctrl++", parts.looks()::larger),
                        KeyAct.on("Ctrl+-", parts.looks()::smaller)),
                KeyLine.of("look.usual", KeyAct.on("Ctrl+0", parts.looks()::usualText)).once(),
                KeyLine.of("lock", KeyAct.on("Ctrl+L", this::lock)).when(working).once(),
                KeyLine.of("copies", KeyAct.on("Ctrl+B", sides::copies)).when(working).once(),
                KeyLine.of("carry", KeyAct.on("Ctrl+K", sides::carry)).when(working).once(),
                KeyLine.of("pin", KeyAct.on("Ctrl+P", sides::pin)).when(working).once(),
                KeyLine.of("practice.networkSay", KeyAct.on("Ctrl+M", model::switchNetwork))
                        .when(model::isPractice).once()));
    }

    private void key(KeyEvent event) {
        if (!stack.isEmpty() && (WorkFocus.fires(event) || windowKeys.press(event, false))) {
            event.consume();
        }
    }

    private void escapeFromRows(KeyEvent event) {
        if (WorkFocus.escapesRows(event) && !stack.isEmpty()) {
            escape();
            event.consume();
        }
    }

    private void escape() {
        if (banner.tells()) {
            banner.clear();
        } else if (!top().back()) {
            back();
        }
    }

    private void keys() {
        sheet.show(top().title(), top().keys(), windowKeys.sheet().stream().filter(KeyHint::here).toList());
    }

    /// Locks: what is typed is saved, the store closed, its key wiped, then asks who works.
    public void lock() {
        lock(who -> comingBack.locked(who, false));
    }

    private void lock(Consumer<Profile> remembered) {
        model.workplace().get().map(Workplace::profile).ifPresent(who ->
                leave(() -> remembered.accept(who), () -> { }, () -> open(signIn())));
    }

    void tick() {
        model.tick();
        idle.tick();
        watch.look().ifPresent(this::tell);
        files.tick();
    }

    /// Not over an open interview: only the screen on top is asked to save what is typed when the laptop is locked.
    private Optional<Workplace> free() {
        return model.workplace().get().filter(_ -> !comingBack.interviewOpen() && !leaving);
    }

    /// Closes the window once everything is on disk.
    public void close() {
        leave(comingBack::forget, () -> { }, () -> {
            seconds.stop();
            stage.hide();
            onClosed.run();
        });
    }

    /// @param saved done on the window's thread once nothing typed can be lost
    /// @param last  done on the writer's lane when the store is closed
    /// @param then  done on the window's thread after that
    private void leave(Runnable saved, Runnable last, Runnable then) {
        if (leaving || stack.isEmpty()) {
            return;
        }
        Optional<Workplace> workplace = model.workplace().get();
        top().settle(() -> {
            leaving = true;
            saved.run();
            model.left();
            empty();
            // The first piece of work ends after everything that was given before it, and after what their outcomes
            // gave in turn.
            parts.writer().run(() -> true, _ -> parts.writer().run(() -> {
                workplace.ifPresent(Workplace::close);
                last.run();
                return true;
            }, _ -> left(then), problem -> {
                tell(problem);
                left(then);
            }), this::tell);
        });
    }

    private void left(Runnable then) {
        leaving = false;
        then.run();
    }

    private void empty() {
        stack.forEach(Screen::left);
        stack.clear();
        content.getChildren().clear();
        sheet.setVisible(false);
    }
}
