package vn.hoidan.client.app.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.core.interview.AnswerSketch;
import vn.hoidan.core.interview.AnswerTiming;
import vn.hoidan.core.interview.Course;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.interview.PaperTrail;
import vn.hoidan.core.interview.QualityCheck;
import vn.hoidan.core.interview.QualityFlag;
import vn.hoidan.core.interview.RemarkTrail;
import vn.hoidan.core.interview.Replay;
import vn.hoidan.core.interview.Timeline;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.QuotaSnapshot;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.RecordType;

/// Looks through a whole interview as the disk holds it, and closes it. For the writer's lane.
record Closing(InterviewEntry entry, FieldStore store, FieldWork.Surroundings surroundings, FieldWork field,
        int factsNotTaken) {
    /// What is missing or wrong; an answer that the paper does not give is not missing.
    List<Finding> findings(String language) {
        List<Fact> facts = store.facts(entry.id());
        return PaperTrail.of(facts).unexcused(replayed(facts, language).findings());
    }

    /// If nothing is missing or wrong, the last fact, the state, the used unit and the record for the server become
    /// durable together.
    ///
    /// @param backSteps since the last pause
    Completing close(String language, int backSteps) {
        List<Fact> facts = new ArrayList<>(store.facts(entry.id()));
        Session whole = replayed(facts, language);
        List<Finding> findings = PaperTrail.of(facts).unexcused(whole.findings());
        if (!findings.isEmpty()) {
            return new Completing.Incomplete(findings);
        }
        Fact.Completed completed = new Fact.Completed(surroundings.clock().moment(), backSteps);
        facts.add(completed);
        AnswerSketch sketch = AnswerSketch.of(whole.answers());
        List<CellKey> needed = field.openPlace(entry).flatMap(quota -> Screening.needed(quota, whole))
                .orElse(List.of());
        Progress progress = Progress.of(whole.sections());
        List<QualityFlag> flags = flags(whole, facts, sketch);
        Bytes questionnaire = store.questionnaire(entry.questionnaire()).orElseThrow();
        InterviewRecord record = record(whole, facts, completed, flags);
        store.applyFromHand(hand -> {
            UsedUnit unit = UsedUnit.of(hand, entry, needed, completed.at().wall());
            List<Change> changes = new ArrayList<>(List.of(
                    new Change.FactAppended(entry.id(), completed, progress.answered(), progress.asked()),
                    new Change.InterviewMoved(entry.id(), InterviewState.IN_WORK, InterviewState.COMPLETED,
                            completed.at().wall()),
                    new Change.RecordAppended(RecordType.INTERVIEW, surroundings.encoder().interview(
                            unit.usedBy(record), questionnaire), Optional.of(entry.id())),
                    new Change.SketchKept(entry.id(), sketch)));
            unit.changes().forEach(change -> changes.add(new Change.HandChanged(change)));
            return changes;
        });
        return new Completing.Completed();
    }

    private List<QualityFlag> flags(Session whole, List<Fact> facts, AnswerSketch sketch) {
        return new QualityCheck(entry.mode(), whole.sections(), facts, entry.lostFacts(), sketch,
                store.sketches(entry.questionnaire()), store.quota().map(QuotaSnapshot::at),
                surroundings.clock().zone()).flags();
    }

    /// The consent is the one that was read out at the beginning: the survey's text may have changed since.
    private InterviewRecord record(Session whole, List<Fact> facts, Fact.Completed completed,
            List<QualityFlag> flags) {
        Timeline timeline = Timeline.of(facts);
        String consent = facts.stream().filter(Fact.InterviewStarted.class::isInstance)
                .map(Fact.InterviewStarted.class::cast).map(Fact.InterviewStarted::consentVersion).findFirst()
                .or(() -> Optional.of("").filter(_ -> entry.lostFacts() > 0))
                .orElseThrow(() -> new IllegalStateException("no fact tells how it began: " + entry.id().asText()));
        return new InterviewRecord(entry.id(), field.survey().id(), entry.questionnaire(), entry.list(),
                entry.household(), entry.lease(), Optional.empty(), entry.mode(), whole.language(), consent,
                surroundings.applicationVersion(), entry.startedAt(), completed.at().wall(), timeline.activeMillis(),
                timeline.changes(), whole.answers(), timeline.timings().stream().map(AnswerTiming::inTenths).toList(),
                PaperTrail.of(facts).form(whole.sections()), flags,
                RemarkTrail.of(facts).remarks(whole.sections()), Optional.of(Course.of(facts)));
    }

    /// A fresh session from what the disk holds, so that what is checked and sent is what was saved.
    private Session replayed(List<Fact> facts, String language) {
        Session whole = field.session(entry);
        List<Fact> notTaken = Replay.into(whole, facts);
        if (notTaken.size() > factsNotTaken) {
            throw new IllegalStateException("draft replays differently: " + notTaken.size() + " facts not taken");
        }
        whole.setLanguage(language);
        return whole;
    }
}
