package vn.hoidan.client.net;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import vn.hoidan.client.app.meeting.MeetingDoor;
import vn.hoidan.client.app.meeting.MeetingLine;
import vn.hoidan.client.app.meeting.Meetings;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.vault.CodeHandshake;

/// Meetings over TCP in the local network; who waits answers a call by UDP to everybody in it.
///
/// @param port     at which a laptop waits and is called; 0 takes a free one, which nobody can call
/// @param patience with the other side
/// @param codes    gives a new random code each time
public record LocalMeetings(int port, Patience patience, Supplier<SpokenCode> codes) implements Meetings {
    /// Most laptops that one look tells of.
    static final int MOST_FOUND = 20;
    private static final System.Logger LOG = System.getLogger(LocalMeetings.class.getName());

    /// How long the other side may take.
    ///
    /// @param look    for answers to a call
    /// @param connect until there is a connection
    /// @param shake   until both know that the codes are equal
    /// @param silence between two parts of a file
    /// @param keep    until the other side has taken in what came
    public record Patience(Duration look, Duration connect, Duration shake, Duration silence, Duration keep) {
        public static final Patience USUAL = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(10),
                Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofMinutes(3));
    }

    /// As the program runs.
    public LocalMeetings(Supplier<SpokenCode> codes) {
        this(LocalNetwork.USUAL_PORT, Patience.USUAL, codes);
    }

    @Override
    public MeetingDoor open(String name) {
        return LocalDoor.open(port, name, codes.get(), patience);
    }

    @Override
    public List<Waiting> look() {
        Set<Waiting> found = new LinkedHashSet<>();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setBroadcast(true);
            for (InetAddress everybody : LocalNetwork.everybody()) {
                call(socket, everybody);
            }
            long end = System.nanoTime() + patience.look().toNanos();
            long left = patience.look().toMillis();
            while (left > 0 && found.size() < MOST_FOUND) {
                socket.setSoTimeout((int) left);
                DatagramPacket answer = new DatagramPacket(new byte[Calls.MOST_BYTES], Calls.MOST_BYTES);
                socket.receive(answer);
                Calls.read(answer).ifPresent(found::add);
                left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            }
        } catch (SocketTimeoutException _) {
            // everybody who wanted to has answered
            return List.copyOf(found);
        } catch (IOException refused) {
            LOG.log(System.Logger.Level.WARNING, "nobody in the local network can be called", refused);
        }
        return List.copyOf(found);
    }

    private void call(DatagramSocket socket, InetAddress everybody) {
        byte[] call = Calls.CALL.getBytes(StandardCharsets.UTF_8);
        try {
            socket.send(new DatagramPacket(call, call.length, everybody, port));
        } catch (IOException refused) {
            LOG.log(System.Logger.Level.DEBUG, "a local network takes no calls", refused);
        }
    }

    @Override
    public MeetingLine go(String place, SpokenCode code) {
        InetSocketAddress there = LocalNetwork.parse(place).orElseThrow(() ->
                Problem.of(ProblemKind.MEETING_PLACE_INVALID, "place", place.strip()).exception());
        Socket socket = new Socket();
        try {
            socket.connect(there, (int) patience.connect().toMillis());
            return LocalLine.over(socket, new CodeHandshake(CodeHandshake.Side.COMES, code), patience)
                    .orElseThrow(() -> Problem.of(ProblemKind.MEETING_CODE_WRONG).exception());
        } catch (IOException nobody) {
            LocalLine.shut(socket);
            throw Problem.of(ProblemKind.MEETING_NOBODY_THERE, "place", place.strip()).exception(nobody);
        }
    }
}
