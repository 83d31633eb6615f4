package vn.hoidan.client.ui.frame;

import javafx.animation.AnimationTimer;

/// Tells, and writes down, when the window can be used: at the second frame after it was shown the first has been
/// drawn.
public final class FirstFrames extends AnimationTimer {
    private static final System.Logger LOG = System.getLogger(FirstFrames.class.getName());
    private static final int DRAWN = 2;

    private final Runnable usable;
    private int frames;

    /// @param usable told once, on the window's thread
    public FirstFrames(Runnable usable) {
        this.usable = usable;
    }

    @Override
    public void handle(long now) {
        frames++;
        if (frames == DRAWN) {
            LOG.log(System.Logger.Level.INFO, "the window can be used");
            stop();
            usable.run();
        }
    }
}
