package vn.hoidan.server;

import java.nio.file.Path;

/// A server in a process of its own, made to be killed: prints its port once it answers.
public final class KilledServer {

    private KilledServer() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        RunningServer server = ServerWiring.start(ServerSettings.practice(Path.of(arguments[0])));
        System.out.println("port " + server.port());
        Thread.currentThread().join();
    }
}
