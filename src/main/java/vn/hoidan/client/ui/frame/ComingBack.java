package vn.hoidan.client.ui.frame;

import java.util.Optional;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.ui.kit.InterviewOpener;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.signin.SignInModel;
import vn.hoidan.core.interview.InterviewId;

/// Remembers over a lock who is to be asked for the PIN and which interview was open. It holds names of folders and
/// interviews only, nothing that was said.
final class ComingBack implements InterviewOpener {
    private final InterviewOpener opener;
    private final Runnable onLeft;
    /// The interview on the screen; null while there is none.
    private InterviewId open;
    /// Who is to be asked at once; null when everybody is offered.
    private String person;
    /// That person is asked for a new code as well.
    private boolean codeAsked;
    /// What that person goes on with; null for the home screen.
    private InterviewId interview;

    /// @param onLeft told when an interview was left: one that was completed waits to be sent
    ComingBack(InterviewOpener opener, Runnable onLeft) {
        this.opener = opener;
        this.onLeft = onLeft;
    }

    @Override
    public Screen open(InterviewWork work, Runnable onLeave) {
        open = work.id();
        return opener.open(work, () -> {
            open = null;
            onLeft.run();
            onLeave.run();
        });
    }

    /// True while an interview is on the screen.
    boolean interviewOpen() {
        return open != null;
    }

    /// The laptop is being locked. By somebody's key without an interview it is perhaps handed on: then everybody is
    /// offered.
    ///
    /// @param byItself nobody has touched it for long
    void locked(Profile who, boolean byItself) {
        boolean askAtOnce = byItself || open != null;
        person = askAtOnce ? who.id() : null;
        interview = open;
        open = null;
    }

    /// The work of whoever was here ended in another way.
    void forget() {
        person = null;
        interview = null;
        open = null;
    }

    /// The laptop is locked so that its person can enter a new code of the office.
    void newCode(Profile who) {
        locked(who, true);
        codeAsked = true;
    }

    /// Goes on at once to the person to be asked, if there is one.
    void askIn(SignInModel signIn) {
        if (person != null && codeAsked) {
            signIn.askForCode(person);
        } else if (person != null) {
            signIn.ask(person);
        }
        codeAsked = false;
    }

    /// Somebody is in: the interview to go on with, if it is theirs. Told once.
    Optional<InterviewId> interviewOf(Profile entered) {
        Optional<InterviewId> wanted = Optional.ofNullable(interview).filter(_ -> entered.id().equals(person));
        forget();
        return wanted;
    }
}
