package vn.hoidan.client.net;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InterfaceAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.meeting.MeetingDoor;
import vn.hoidan.client.app.meeting.MeetingLine;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.vault.CodeHandshake;

/// Waits at a port and tells whoever calls where that is.
final class LocalDoor implements MeetingDoor {
    /// Wrong codes after which a door closes: so few of a thousand million codes can be tried.
    static final int MOST_TRIES = 5;
    /// Callers that wait to be let in; a colleague comes alone.
    private static final int WAITING = 2;
    private static final System.Logger LOG = System.getLogger(LocalDoor.class.getName());

    private final ServerSocket socket;
    private final SpokenCode code;
    private final LocalMeetings.Patience patience;
    private final Optional<DatagramSocket> ear;
    private final List<String> places;

    private LocalDoor(ServerSocket socket, SpokenCode code, LocalMeetings.Patience patience,
            Optional<DatagramSocket> ear, List<String> places) {
        this.socket = socket;
        this.code = code;
        this.patience = patience;
        this.ear = ear;
        this.places = places;
    }

    static LocalDoor open(int port, String name, SpokenCode code, LocalMeetings.Patience patience) {
        try {
            List<InterfaceAddress> own = LocalNetwork.own();
            if (own.isEmpty()) {
                throw Problem.of(ProblemKind.NO_LOCAL_NETWORK).exception();
            }
            ServerSocket socket = socket(port);
            Optional<DatagramSocket> ear = ear(port);
            ear.ifPresent(heard -> Thread.ofVirtual().start(() -> answer(heard, Calls.answer(socket.getLocalPort(),
                    name))));
            return new LocalDoor(socket, code, patience, ear, own.stream()
                    .map(each -> LocalNetwork.place(each.getAddress(), socket.getLocalPort())).toList());
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.NO_LOCAL_NETWORK).exception(refused);
        }
    }

    /// The usual port, or any when another program has it.
    private static ServerSocket socket(int port) throws IOException {
        try {
            return new ServerSocket(port, WAITING);
        } catch (IOException taken) {
            LOG.log(System.Logger.Level.INFO, "the usual port for meetings is taken", taken);
            return new ServerSocket(0, WAITING);
        }
    }

    private static Optional<DatagramSocket> ear(int port) {
        try {
            return Optional.of(new DatagramSocket(port));
        } catch (IOException taken) {
            LOG.log(System.Logger.Level.INFO, "calls of colleagues cannot be heard", taken);
            return Optional.empty();
        }
    }

    /// Until the ear is closed.
    private static void answer(DatagramSocket ear, byte[] answer) {
        try {
            while (!ear.isClosed()) {
                DatagramPacket call = new DatagramPacket(new byte[Calls.MOST_BYTES], Calls.MOST_BYTES);
                ear.receive(call);
                if (Calls.isCall(call)) {
                    ear.send(new DatagramPacket(answer, answer.length, call.getSocketAddress()));
                }
            }
        } catch (IOException ended) {
            LOG.log(System.Logger.Level.DEBUG, "calls are no longer answered", ended);
        }
    }

    @Override
    public List<String> places() {
        return places;
    }

    @Override
    public SpokenCode code() {
        return code;
    }

    @Override
    public MeetingLine await() {
        try {
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                Socket came = socket.accept();
                Optional<MeetingLine> line = shaken(came);
                if (line.isPresent()) {
                    return line.get();
                }
            }
        } catch (IOException ended) {
            throw Problem.of(ProblemKind.MEETING_CUT).exception(ended);
        } finally {
            close();
        }
        throw Problem.of(ProblemKind.MEETING_TRIES, "tries", String.valueOf(MOST_TRIES)).exception();
    }

    /// Whoever breaks off has had a try, too.
    private Optional<MeetingLine> shaken(Socket came) {
        try {
            return LocalLine.over(came, new CodeHandshake(CodeHandshake.Side.WAITS, code), patience);
        } catch (IOException broken) {
            LOG.log(System.Logger.Level.INFO, "somebody came and broke off", broken);
            LocalLine.shut(came);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        ear.ifPresent(DatagramSocket::close);
        try {
            socket.close();
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "the door was gone", gone);
        }
    }
}
