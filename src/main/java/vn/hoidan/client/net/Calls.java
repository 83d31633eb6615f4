package vn.hoidan.client.net;

import java.net.DatagramPacket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.hoidan.client.app.meeting.Meetings;

/// Words by which laptops find each other in a local network: a call, and the answer of whoever waits with its port
/// and its name, each in a line.
final class Calls {
    /// Longest word, in bytes.
    static final int MOST_BYTES = 256;
    static final String CALL = "hoidan meeting 1 call";
    private static final String HERE = "hoidan meeting 1 here";
    private static final int LONGEST_NAME = 40;
    private static final int LINES = 3;

    private Calls() {
    }

    static boolean isCall(DatagramPacket packet) {
        return text(packet).equals(CALL);
    }

    static byte[] answer(int port, String name) {
        return (HERE + "\n" + port + "\n" + shown(name)).getBytes(StandardCharsets.UTF_8);
    }

    /// Anybody may have sent it.
    static Optional<Meetings.Waiting> read(DatagramPacket packet) {
        String[] lines = text(packet).split("\n", -1);
        if (lines.length != LINES || !lines[0].equals(HERE) || !lines[1].matches("[1-9][0-9]{0,4}")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines[1]);
        return port > LocalNetwork.MOST_PORT ? Optional.empty() : Optional.of(new Meetings.Waiting(shown(lines[2]),
                LocalNetwork.place(packet.getAddress(), port)));
    }

    private static String shown(String name) {
        String clean = name.replaceAll("\\p{C}", "").strip();
        return clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), packet.getOffset(), packet.getLength(), StandardCharsets.UTF_8);
    }
}
