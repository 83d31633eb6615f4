package vn.hoidan.support;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/// How much of a processor one input may take, however it was made. Loading classes for the first input does not count.
public final class FuzzLimit {
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static boolean warm;

    private FuzzLimit() {
    }

    public static void hold(Runnable step) {
        long start = SYSTEM.getProcessCpuTime();
        step.run();
        Duration taken = Duration.ofNanos(SYSTEM.getProcessCpuTime() - start);
        if (warm && taken.compareTo(MOST) > 0) {
            throw new IllegalStateException("took " + taken);
        }
        warm = true;
    }
}
