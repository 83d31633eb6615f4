package vn.hoidan.support;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/// How much of a processor one input may take, however it was made. Only this thread's work counts: others run beside
/// it. Loading classes for the first input does not count.
public final class FuzzLimit {
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static volatile boolean warm;

    private FuzzLimit() {
    }

    public static void hold(Runnable step) {
        long start = THREADS.getCurrentThreadCpuTime();
        step.run();
        Duration taken = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
        if (warm && taken.compareTo(MOST) > 0) {
            throw new IllegalStateException("took " + taken);
        }
        warm = true;
    }
}
