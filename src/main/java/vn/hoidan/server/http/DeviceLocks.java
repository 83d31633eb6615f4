package vn.hoidan.server.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Lets one device do one thing at a time. Devices are enrolled, so their number is bounded.
final class DeviceLocks {

    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    <T> T alone(String device, Supplier<T> work) {
        ReentrantLock lock = locks.computeIfAbsent(device, key -> new ReentrantLock());
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
