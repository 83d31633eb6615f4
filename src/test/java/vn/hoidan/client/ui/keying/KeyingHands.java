package vn.hoidan.client.ui.keying;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.core.interview.Keyed;
import vn.hoidan.core.questionnaire.Path;

/// Keys paper forms of a bench key by key, without a window.
final class KeyingHands {
    final PaperBench bench;
    InterviewWork work;
    KeyingModel model;
    int left;

    KeyingHands(PaperBench bench) {
        this.bench = bench;
        begin(1);
    }

    /// Takes up the form of another household.
    void begin(int household) {
        work = bench.begin(household);
        open(work);
    }

    /// A form that is keyed once.
    void beginOnce() {
        bench.unchosen();
        begin(2);
    }

    /// Opens the form from what the store holds, as after a start of the program.
    void reopen() {
        open(bench.open(work.id()));
    }

    private void open(InterviewWork interview) {
        model = new KeyingModel(interview.keying(), bench, () -> left++);
        model.open();
    }

    static Path path(String text) {
        return new Path("/data/" + text);
    }

    static Keyed value(String lexical) {
        return new Keyed.Value(lexical);
    }

    /// Name of the row in focus.
    String here() {
        return model.atEnd() ? "end" : model.rows().at(model.place()).path().name();
    }

    void keys(String keys) {
        keys.chars().forEach(key -> model.key((char) key));
    }

    /// What stands in the field, and Enter.
    void type(String text) {
        model.enter(text);
    }

    void enter() {
        model.enter("");
    }

    Keyed keyed(String name) {
        return model.rows().rows().stream().filter(row -> row.path().name().equals(name))
                .map(row -> ((KeyingRow.Ask) row).keyed()).findFirst().orElseThrow();
    }

    /// Values set for a question in the first keying, oldest first.
    List<String> saved(String path) {
        return bench.saved(work.id(), path(path));
    }

    /// Goes to a question by the arrows.
    void to(String name) {
        int place = model.rows().rows().stream().map(row -> row.path().name()).toList().indexOf(name);
        assertEquals(true, place >= 0, name);
        while (model.place() < place) {
            model.next();
        }
        while (model.place() > place) {
            model.back();
        }
    }

    /// Something that must beep and stay.
    void wrong(Runnable act) {
        int before = model.wrongs().get();
        String place = here();
        act.run();
        assertEquals(before + 1, model.wrongs().get(), "a beep");
        assertEquals(place, here(), "stays");
    }

    /// Keys the whole form as far as its end.
    void keyAll() {
        keyAll("1", "44");
    }

    void keyAll(String gender, String age) {
        keys(gender);
        type(age);
        type("");
        keys("c2");
        type("x07");
        enter();
        keys("12");
        enter();
        enter();
        type("7");
        enter();
        keys("443322");
        type("");
        type("");
        assertEquals("end", here());
    }

    /// As {@link #keyAll}, but gender, channels, a level and a comment are otherwise.
    void keyAllOtherwise() {
        keys("2");
        type("44");
        type("");
        keys("c2");
        type("x07");
        enter();
        keys("13");
        enter();
        type("Zalo");
        enter();
        type("7");
        enter();
        keys("443*22");
        type("");
        type("Đường xấu");
    }
}
