package vn.hoidan.client.app.carry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.sync.Unsent;
import vn.hoidan.core.problem.Problem;

/// How work stands that travels without the network.
///
/// @param own     of this laptop
/// @param carried envelopes of colleagues that the server has not got
/// @param answers answers for colleagues that wait for the next file
/// @param refused  envelopes of colleagues that the server did not take in
/// @param seeksLog the next file holds no own work, but asks the office for another log
public record CarryOverview(Unsent own, List<Parcel> carried, List<Parcel> answers, List<Refused> refused,
        boolean seeksLog) {
    public CarryOverview {
        carried = List.copyOf(carried);
        answers = List.copyOf(answers);
        refused = List.copyOf(refused);
    }

    /// Envelopes of one colleague that were refused for one reason. What was in them is still on the colleague's
    /// laptop, whose next file takes it along again.
    ///
    /// @param whose name of the colleague, or of the laptop if it is not known
    public record Refused(String whose, int envelopes, Problem problem) {
    }

    /// Envelopes of one colleague.
    ///
    /// @param whose   name of the colleague, or of the laptop if it is not known
    /// @param records in those that are not answered; parts that were sent twice count twice
    public record Parcel(String whose, int envelopes, long records) {
    }

    /// A file that was written.
    ///
    /// @param ofOthers envelopes in it that are colleagues'
    public record Written(Path file, int ofOthers) {
    }

    /// A file that was taken in.
    ///
    /// @param answered       it held something new from the office for this laptop
    /// @param rest           what has to be done for what is not here yet
    /// @param taken          envelopes of colleagues that are kept from now on
    /// @param noRoom         envelopes of colleagues for which there is no room
    /// @param foreignAnswers answers for other laptops
    public record Read(boolean answered, Optional<Rest> rest, int taken, int noRoom, int foreignAnswers) {
    }

    /// What a file could not bring at once.
    public enum Rest {
        /// The office lost this laptop's log, or has another: the next file asks for a new one.
        ASK_FOR_LOG,
        /// A new log has begun: the next file takes the work along again.
        SEND_AGAIN,
        /// The rest of a questionnaire is asked for by the next file.
        ASK_FOR_QUESTIONNAIRE,
        /// It is for a newer version of the program, which comes over the network.
        SYNC
    }

    /// What came of a meeting with a colleague's laptop, both of which have kept what came.
    ///
    /// @param ofOthers envelopes that were given and are colleagues'
    public record Met(Read read, int ofOthers) {
    }
}
