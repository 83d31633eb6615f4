package vn.hoidan.client.ui.frame;

import javafx.animation.AnimationTimer;

/// Tells the log when the window can be used: at the second frame after it was shown the first has been drawn.
final class FirstFrames extends AnimationTimer {
    private static final System.Logger LOG = System.getLogger(FirstFrames.class.getName());
    private static final int DRAWN = 2;

    private int frames;

    @Override
    public void handle(long now) {
        frames++;
        if (frames == DRAWN) {
            LOG.log(System.Logger.Level.INFO, "the window can be used");
            stop();
        }
    }
}
