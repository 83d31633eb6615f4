package vn.hoidan.client.app.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.quota.Admittance;
import vn.hoidan.client.app.quota.PlaceQuota;
import vn.hoidan.client.app.quota.QuestionWords;
import vn.hoidan.client.app.quota.UnitPlan;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.HandPlanner;

/// The unit of one interview of a free quota: asked for as soon as the screening questions are answered, and anew when
/// an answer to them changes. Belongs to the window's thread; what is decided is decided when it is written.
final class Screening {
    private final InterviewId interview;
    private final Surroundings surroundings;
    /// What the interview needs, as its answers are; empty while not all screening questions are answered.
    private Optional<List<CellKey>> needed;
    /// For whom a code was told that it holds.
    private Optional<List<CellKey>> codeFor;
    private int asked;
    private Admittance admittance;
    private Consumer<Admittance> listener = _ -> { };

    /// @param heard what the office knows of the cells
    record Surroundings(PlaceQuota quota, QuestionWords words, List<CellCount> heard, DeviceClock clock) {
    }

    /// @param session as it was opened; the unit for it is settled already
    /// @param settled what came of it
    Screening(InterviewId interview, Surroundings surroundings, Session session, UnitPlan settled) {
        this.interview = interview;
        this.surroundings = surroundings;
        needed = needed(surroundings.quota(), session);
        codeFor = needed;
        admittance = admittance(settled);
    }

    /// What an interview with these answers needs; empty while one of the screening questions is open.
    static Optional<List<CellKey>> needed(PlaceQuota quota, Session session) {
        Map<Path, String> answers = new HashMap<>();
        boolean anyAsked = quota.questions().isEmpty();
        for (Path path : quota.questions()) {
            Optional<Element.Question> question = session.question(path);
            anyAsked |= question.isPresent();
            if (question.filter(each -> !each.answered()).isPresent()) {
                return Optional.empty();
            }
            question.flatMap(Element.Question::value).ifPresent(value -> answers.put(path, value));
        }
        return anyAsked ? Optional.of(quota.cells(answers)) : Optional.empty();
    }

    Admittance admittance() {
        return admittance;
    }

    void listen(Consumer<Admittance> now) {
        listener = now;
    }

    Set<Path> questions() {
        return surroundings.quota().questions();
    }

    /// What is to be asked of the hand after an answer; empty if nothing changed for the quota.
    Optional<FactQueue.UnitRequest> after(Session session) {
        Optional<List<CellKey>> now = needed(surroundings.quota(), session);
        if (now.equals(needed)) {
            return Optional.empty();
        }
        needed = now;
        return Optional.of(again());
    }

    /// The same once more: units may have come meanwhile.
    FactQueue.UnitRequest again() {
        return request((hand, _) -> UnitPlan.of(hand, interview, needed.orElse(List.of()), codeFor.equals(needed),
                surroundings.clock().now()));
    }

    /// A mate told the code of a unit for this person.
    ///
    /// @param onUsed told if the code was used or read out here before, or is of a unit in this hand
    FactQueue.UnitRequest byCode(UnitCode code, Runnable onUsed) {
        codeFor = needed;
        return request((hand, own) -> {
            List<HandChange> changes = new ArrayList<>();
            if (hand.heldFor(interview).isPresent()) {
                changes.add(new HandChange.HoldReleased(interview));
            }
            Optional<HandChange> taken = own.contains(code) ? Optional.empty()
                    : HandPlanner.startByCode(hand.after(changes), interview, code);
            taken.ifPresent(changes::add);
            return taken.isPresent() ? new UnitPlan(changes, UnitPlan.Unit.HELD)
                    : new UnitPlan(List.of(), UnitPlan.Unit.NONE_LEFT);
        }, onUsed);
    }

    private FactQueue.UnitRequest request(BiFunction<Hand, Set<UnitCode>, UnitPlan> plan) {
        return request(plan, () -> { });
    }

    private FactQueue.UnitRequest request(BiFunction<Hand, Set<UnitCode>, UnitPlan> plan, Runnable onNone) {
        asked++;
        tell(new Admittance.Waiting());
        return new FactQueue.UnitRequest() {
            @Override
            public UnitPlan plan(Hand hand, Set<UnitCode> own) {
                return plan.apply(hand, own);
            }

            @Override
            public void carriedOut(UnitPlan done) {
                asked--;
                if (asked == 0) {
                    tell(admittance(done));
                }
                if (done.unit() == UnitPlan.Unit.NONE_LEFT) {
                    onNone.run();
                }
            }
        };
    }

    private Admittance admittance(UnitPlan plan) {
        return switch (plan.unit()) {
            case NONE_NEEDED -> new Admittance.NothingNeeded();
            case HELD -> new Admittance.Admitted(false);
            case HELD_STALE -> new Admittance.Admitted(true);
            case NONE_LEFT -> {
                List<CellKey> cells = needed.orElse(List.of());
                yield new Admittance.NoUnit(surroundings.words().parts(surroundings.quota().who(cells)),
                        surroundings.quota().groups(),
                        surroundings.heard().stream().anyMatch(count -> cells.contains(count.cell())
                                && count.left() == 0));
            }
        };
    }

    private void tell(Admittance now) {
        admittance = now;
        listener.accept(now);
    }
}
