package vn.hoidan.client.ui.interview;

import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.quota.GroupWords;
import vn.hoidan.client.ui.quota.NoUnitPage;
import vn.hoidan.core.quota.UnitCode;

/// What can be done where no unit is left, carried out on the interview.
final class GateActs implements NoUnitPage.Acting {
    private final InterviewViewModel model;
    private NoUnitPage page;

    private GateActs(InterviewViewModel model) {
        this.model = model;
    }

    /// A page that comes up whenever it is needed.
    ///
    /// @param onGone told when the keyboard is to go back to the interview
    static NoUnitPage page(InterviewViewModel model, Language language, Runnable onGone) {
        GateActs acts = new GateActs(model);
        acts.page = new NoUnitPage(new Texts(GroupWords.BUNDLE, language), acts);
        model.gate().shown().addListener((_, _, now) -> {
            boolean before = acts.page.isShown();
            acts.page.show(now);
            if (before && !acts.page.isShown()) {
                onGone.run();
            }
        });
        acts.page.show(model.gate().shown().get());
        return acts.page;
    }

    @Override
    public void useCode(UnitCode code, Runnable onUsed) {
        model.gate().useCode(code, onUsed);
    }

    @Override
    public void tryAgain() {
        model.gate().tryAgain();
    }

    @Override
    public void mend() {
        model.gate().mend();
    }

    @Override
    public void end() {
        model.gate().turnAway(page::tell);
    }
}
