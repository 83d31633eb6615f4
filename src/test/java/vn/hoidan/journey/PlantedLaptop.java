package vn.hoidan.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.store.AttachmentSource;
import vn.hoidan.client.app.work.Completing;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.SaveState;
import vn.hoidan.client.app.work.Starting;
import vn.hoidan.client.net.HttpHeadOffices;
import vn.hoidan.core.interview.AnswerManner;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.sampling.Household;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.support.QueueLanes;

/// A program of its own that works a morning in which everything that a respondent could be known by is a planted
/// word. It says when it is through and then waits to be killed.
final class PlantedLaptop {
    static final String ANSWER = "zqxAnswer7391-đường xấu, Ổ gà";
    static final String CHANGED = "zqxChanged7392-thôi không nói";
    static final String COMMENT = "zqxComment7393-bà cụ ngập ngừng";
    static final String HOUSEHOLD = "zqxHousehold7394-hộ ông Ất";
    static final String PLACE = "zqxPlace7395-ngõ cụt sau đình";
    static final String FILE_NAME = "zqxFileName7396-giấy đất";
    static final String FILE = "zqxFile7397-nội dung tệp đính kèm";
    static final String REASON = "zqxReason7398-chồng không cho";
    /// Everything that may stand nowhere in plain.
    static final List<String> PLANTED = List.of(ANSWER, CHANGED, COMMENT, HOUSEHOLD, PLACE, FILE_NAME, FILE, REASON);
    static final String APPOINTMENT = "2031-07-19T02:43:17Z";

    private static final vn.hoidan.core.questionnaire.Path NOTE = new vn.hoidan.core.questionnaire.Path("/data/note");
    private static final vn.hoidan.core.questionnaire.Path PAPER = new vn.hoidan.core.questionnaire.Path("/data/tep");

    private final QueueLanes lanes = new QueueLanes();

    static List<Household> households() {
        List<Household> households = new ArrayList<>();
        for (int number = 1; number <= SipasOffice.HOUSEHOLDS; number++) {
            households.add(new Household(number, HOUSEHOLD, PLACE));
        }
        return households;
    }

    public static void main(String[] arguments) throws IOException {
        new PlantedLaptop().work(Path.of(arguments[0]));
        System.out.println("ready");
        if (System.in.read() < 0) {
            throw new IllegalStateException("nobody is there");
        }
    }

    private void work(Path folder) {
        Background writer = lanes.lane("writer");
        Laptop laptop = SipasOffice.laptop(folder, new HttpHeadOffices("Linux"), writer, lanes.lane("sync"));
        laptop.enter(laptop.profiles().getFirst(), "zqx000".toCharArray());
        Workplace place = SipasOffice.enter(laptop);
        FieldWork field = (FieldWork) place.work();
        field.recordContact(SipasOffice.LIST, 1, Outcome.REFUSED, REASON);
        field.recordAppointment(SipasOffice.LIST, 2, Instant.parse(APPOINTMENT));
        for (int household = 3; household < 15; household++) {
            interview(field, household, household % 2 == 0);
        }
        place.sync().sync();
        lanes.until(() -> !place.sync().status().running());
        place.sync().status().problem().ifPresent(PlantedLaptop::fail);
        place.copies().backUp();
        lanes.until(() -> !place.copies().status().running());
        place.copies().status().problem().ifPresent(PlantedLaptop::fail);
        interview(field, 40, false);
    }

    private void interview(FieldWork field, int household, boolean completes) {
        InterviewWork work = ((Starting.Started) field.start(SipasOffice.LIST, household, InterviewMode.FACE_TO_FACE,
                "vi")).interview();
        for (int question = 1; question <= 4; question++) {
            work.answer(new vn.hoidan.core.questionnaire.Path("/data/q" + question), "1");
        }
        work.answer(NOTE, ANSWER);
        work.answer(NOTE, CHANGED, AnswerManner.ALONE);
        work.answer(NOTE, ANSWER);
        work.comment(NOTE, COMMENT);
        work.attach(PAPER, new Letter(), AnswerManner.ENTERED, _ -> { }, PlantedLaptop::fail);
        lanes.until(() -> work.saveState() instanceof SaveState.Saved);
        if (completes) {
            List<Completing> done = new ArrayList<>();
            work.complete(done::add, PlantedLaptop::fail);
            lanes.until(() -> !done.isEmpty());
        }
    }

    private static void fail(Problem problem) {
        throw new AssertionError(problem);
    }

    private record Letter() implements AttachmentSource {
        @Override
        public String fileName() {
            return FILE_NAME + ".txt";
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(FILE.repeat(40).getBytes(StandardCharsets.UTF_8));
        }
    }
}
