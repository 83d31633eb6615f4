package vn.hoidan.server;

import java.util.concurrent.ScheduledExecutorService;
import vn.hoidan.core.sync.Bytes;

/// A server that answers, until it is closed.
public final class RunningServer implements AutoCloseable {

    private final Office office;
    private final Runnable stopDoor;
    private final Runnable giveFolderBack;
    private final ScheduledExecutorService timer;
    private final String host;
    private final int port;

    RunningServer(Office office, Runnable stopDoor, Runnable giveFolderBack,
            ScheduledExecutorService timer, String host, int port) {
        this.office = office;
        this.stopDoor = stopDoor;
        this.giveFolderBack = giveFolderBack;
        this.timer = timer;
        this.host = host;
        this.port = port;
    }

    /// What can be done at the office of this server.
    public Office office() {
        return office;
    }

    /// Name or address by which devices reach it.
    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    /// Host and port as people type them.
    public String address() {
        return host + ":" + port;
    }

    /// SHA-256 of its certificate.
    public Bytes fingerprint() {
        return office.fingerprint();
    }

    /// Lets requests under way end, then closes the store. May be called twice.
    @Override
    public void close() {
        timer.shutdownNow();
        try {
            stopDoor.run();
        } finally {
            timer.close();
            office.close();
            giveFolderBack.run();
        }
    }
}
