package vn.hoidan.client.ui.home;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;

/// A trial on the screen of the field, with the band above every page of it.
final class TrialPage implements Screen {
    private final Screen interview;
    private final TrialBand band;
    private final BorderPane root;

    /// @param interview the screen on which the trial is held
    TrialPage(Screen interview, Texts texts) {
        this.interview = interview;
        band = new TrialBand(texts);
        root = Theme.styled(new BorderPane(interview.node()), HomeScreen.LOOKS);
        root.setTop(band);
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return interview.title();
    }

    @Override
    public List<KeyHint> keys() {
        return interview.keys();
    }

    @Override
    public void shown() {
        interview.shown();
    }

    @Override
    public boolean back() {
        return interview.back();
    }

    @Override
    public void languageChanged() {
        band.render();
        interview.languageChanged();
    }

    @Override
    public void settle(Runnable whenSaved) {
        interview.settle(whenSaved);
    }

    @Override
    public void left() {
        interview.left();
    }
}
