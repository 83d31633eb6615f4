package vn.hoidan.client.store;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.ProfileStore.Unlocking;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.support.Samples;

/// A program of its own that appends facts and says the number of each only after the store has returned, until it is
/// killed. The answer of fact n is n.
final class FactAppender {
    private FactAppender() {
    }

    public static void main(String[] arguments) throws IOException {
        ProfileFolders folders = StoreFixture.folders(Path.of(arguments[0]), new StoreFixture.SetClock());
        FieldStore store = switch (folders.unlock(StoreFixture.PROFILE.id(), StoreFixture.pin())) {
            case Unlocking.Opened opened -> opened.profile().store();
            case Unlocking.Denied denied -> throw new IllegalStateException("denied: " + denied);
        };
        if (store.interviews().isEmpty()) {
            store.apply(List.of(new Change.InterviewBegun(Samples.interviewId(1), Samples.QUESTIONNAIRE, Samples.LIST,
                    17, Optional.empty(), InterviewMode.FACE_TO_FACE, Samples.MORNING)));
        }
        int number = store.interview(Samples.interviewId(1)).orElseThrow().facts();
        try (FileOutputStream said = new FileOutputStream(FileDescriptor.out)) {
            while (true) {
                number++;
                store.apply(List.of(new Change.FactAppended(Samples.interviewId(1), new Fact.AnswerSet(
                        Samples.moment(number), new vn.hoidan.core.questionnaire.Path("/data/q"),
                        String.valueOf(number)), number, number)));
                said.write((number + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
