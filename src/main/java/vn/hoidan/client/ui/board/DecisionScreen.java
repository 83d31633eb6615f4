package vn.hoidan.client.ui.board;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.work.SupervisorWork;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.ProblemPane;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Scrolling;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.Typing;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.core.quota.QuotaDecision.Verdict;

/// One decision of a supervisor: what, why, what will happen, and only then the button that does it. The server's word
/// is told here; without a network nothing is decided.
final class DecisionScreen implements Screen {
    private static final int MOST_TARGET_DIGITS = 7;
    /// The server did not get the decision, or did not take it from this person.
    private static final Set<ProblemKind> NOT_HEARD = EnumSet.of(ProblemKind.NO_NETWORK, ProblemKind.SERVER_UNKNOWN,
            ProblemKind.SERVER_NAME_UNKNOWN, ProblemKind.CERTIFICATE_MISMATCH, ProblemKind.NOT_OUR_SERVER,
            ProblemKind.CREDENTIALS_REFUSED, ProblemKind.NOT_ALLOWED);

    private final SupervisorWork work;
    private final Deciding about;
    private final ScreenTools tools;
    private final Texts texts;
    private final Label head = new Label();
    private final Label subject = new Label();
    private final Label whatCaption = new Label();
    private final TextField target = new TextField();
    private final ComboBox<Verdict> verdict = new ComboBox<>();
    private final ComboBox<Board.Device> device = new ComboBox<>();
    private final Label reasonCaption = new Label();
    private final TextField reason = new TextField();
    private final Label willHappen = new Label();
    private final Label told = new Label();
    private final ProblemPane problem;
    private final VBox root;
    private final Scrolling page;
    private Button confirm;
    private boolean sent;
    private boolean gone;
    /// Null until the server answered.
    private QuotaDecision.Effect effect;

    DecisionScreen(SupervisorWork work, Deciding about, ScreenTools tools) {
        this.work = work;
        this.about = about;
        this.tools = tools;
        texts = tools.texts(CellScreen.BUNDLE);
        problem = new ProblemPane(tools.language());
        head.getStyleClass().add("headline");
        subject.getStyleClass().add("secondary");
        whatCaption.getStyleClass().add("strong");
        reasonCaption.getStyleClass().add("strong");
        told.getStyleClass().add("subheadline");
        told.setId("told");
        willHappen.setId("will-happen");
        List.of(head, subject, willHappen, told).forEach(label -> label.setWrapText(true));
        prepareFields();
        root = Theme.styled(new VBox(), "/vn/hoidan/client/ui/board/board.css");
        root.getStyleClass().addAll("board", "decision");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        page = new Scrolling(root);
        render();
    }

    private void prepareFields() {
        target.setId("target");
        target.setMaxWidth(160);
        Typing.only(Pattern.compile("\\d{0," + MOST_TARGET_DIGITS + "}"), target);
        reason.setId("reason");
        Typing.atMost(QuotaDecision.LONGEST_REASON, reason);
        whatCaption.setLabelFor(what());
        reasonCaption.setLabelFor(reason);
        verdict.setId("verdict");
        device.setId("device");
        switch (about) {
            case Deciding.Target each -> target.setText(String.valueOf(each.count().target()));
            case Deciding.Rule each -> verdict.getItems().setAll(each.waiting().reason().waitsForUnit()
                    ? List.of(Verdict.ACCEPT, Verdict.ACCEPT_RAISING, Verdict.VOID) : List.of(Verdict.VOID));
            case Deciding.Reject _ -> verdict.getItems().setAll(Verdict.REJECT);
            case Deciding.Lost each -> device.getItems().setAll(each.devices());
        }
        verdict.getSelectionModel().selectFirst();
        ChangeListener<Object> changed = (_, _, _) -> renderEffect();
        target.textProperty().addListener(changed);
        verdict.valueProperty().addListener(changed);
        device.valueProperty().addListener(changed);
        reason.textProperty().addListener(changed);
    }

    private Node what() {
        return switch (about) {
            case Deciding.Target _ -> target;
            case Deciding.Rule _, Deciding.Reject _ -> verdict;
            case Deciding.Lost _ -> device;
        };
    }

    private String kind() {
        return switch (about) {
            case Deciding.Target _ -> "target";
            case Deciding.Rule _ -> "rule";
            case Deciding.Reject _ -> "reject";
            case Deciding.Lost _ -> "lost";
        };
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public String title() {
        return texts.get(kind() + ".title");
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("Tab", texts.get("key.next")), new KeyHint("↑ ↓", texts.get("key.choose")),
                new KeyHint("Enter", texts.get("key.confirm")), new KeyHint("Esc", texts.get("key.undecided")));
    }

    @Override
    public void shown() {
        page.applyCss();
        what().requestFocus();
        target.selectAll();
    }

    @Override
    public void languageChanged() {
        problem.languageChanged();
        render();
    }

    @Override
    public void left() {
        gone = true;
    }

    private void render() {
        head.setText(title());
        subject.setText(switch (about) {
            case Deciding.Target each -> each.cell();
            case Deciding.Rule each -> texts.get("rule.subject", each.cell(), each.told(),
                    each.waiting().interview().asText());
            case Deciding.Reject each -> texts.get("rule.subject", each.cell(), each.told(),
                    each.interview().asText());
            case Deciding.Lost _ -> texts.get("lost.subject");
        });
        whatCaption.setText(texts.get(kind() + ".what"));
        reasonCaption.setText(texts.get("reason"));
        verdict.setConverter(named(each -> texts.get("verdict." + each.code())));
        device.setConverter(named(each -> each.person() + " · " + each.area()));
        confirm = Acts.button("confirm", texts.get(kind() + ".confirm"), "⏎", Feather.CHECK, this::decide,
                about instanceof Deciding.Lost ? "danger" : "accent");
        Node what = what();
        List<Node> parts = new ArrayList<>(List.of(head, subject));
        if (effect == null) {
            parts.addAll(List.of(whatCaption, what, reasonCaption, reason, willHappen, problem, confirm));
        } else {
            told.setText(texts.get("effect." + effect.code()));
            parts.addAll(List.of(told, problem, Acts.button("done", texts.get("done"), "⏎", Feather.CORNER_UP_LEFT,
                    tools.navigator()::back, "accent")));
        }
        root.getChildren().setAll(parts);
        renderEffect();
    }

    private static <T> StringConverter<T> named(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new IllegalStateException("nobody types here");
            }
        };
    }

    private void renderEffect() {
        willHappen.setText(decided().map(_ -> texts.get("happens", happens()))
                .orElseGet(() -> texts.get(kind() + ".first")));
        confirm.setDisable(decided().isEmpty() || sent);
    }

    /// What is typed, as soon as it is whole.
    private Optional<QuotaDecision> decided() {
        String why = reason.getText().strip();
        return why.isEmpty() ? Optional.empty() : switch (about) {
            case Deciding.Target each -> typedTarget().filter(next -> next != each.count().target())
                    .map(next -> new QuotaDecision.Retarget(each.count().cell(), next, why));
            case Deciding.Rule each -> Optional.of(
                    new QuotaDecision.Rule(each.waiting().interview(), verdict.getValue(), why));
            case Deciding.Reject each -> Optional.of(
                    new QuotaDecision.Rule(each.interview(), verdict.getValue(), why));
            case Deciding.Lost _ -> Optional.ofNullable(device.getValue()).flatMap(Board.Device::id)
                    .map(person -> new QuotaDecision.LaptopLost(person, why));
        };
    }

    private Optional<Integer> typedTarget() {
        return target.getText().isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(target.getText()))
                .filter(next -> next <= QuotaDecision.Retarget.LARGEST);
    }

    private String happens() {
        return switch (about) {
            case Deciding.Target each -> {
                int next = typedTarget().orElseThrow();
                int out = each.count().accepted() + each.count().onLease();
                String key = next > each.count().target() ? "happens.raised"
                        : next < out ? "happens.beyond" : "happens.lowered";
                yield texts.get(key, tools.formats().number(each.count().target()), tools.formats().number(next),
                        tools.formats().number(out));
            }
            case Deciding.Rule _, Deciding.Reject _ -> texts.get("happens." + verdict.getValue().code());
            case Deciding.Lost _ -> texts.get("happens.lost", device.getValue().person());
        };
    }

    private void decide() {
        Optional<QuotaDecision> decision = decided();
        if (sent || effect != null || decision.isEmpty()) {
            return;
        }
        sent = true;
        problem.clear();
        renderEffect();
        tools.writer().beside(() -> work.decide(decision.get()), this::tell, this::refused);
    }

    private void tell(QuotaDecision.Effect told) {
        effect = told;
        render();
        // a button again: Enter goes back
        root.getChildren().getLast().requestFocus();
        if (!gone) {
            tools.writer().beside(() -> {
                work.fetch();
                return told;
            }, _ -> { }, problem::show);
        }
    }

    /// What is typed stays. Where the answer was lost nobody knows here whether the server heard it.
    private void refused(Problem why) {
        sent = false;
        renderEffect();
        problem.show(why);
        willHappen.setText(texts.get(NOT_HEARD.contains(why.kind()) ? "refused" : "refused.unsure"));
        confirm.requestFocus();
    }

    /// Enter goes on from field to field, then does it.
    private void key(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        Node at = root.getScene().getFocusOwner();
        if (at instanceof Button button) {
            button.fire();
        } else if (at == reason && decided().isPresent()) {
            confirm.requestFocus();
        } else if (at != reason) {
            reason.requestFocus();
        }
        event.consume();
    }
}
