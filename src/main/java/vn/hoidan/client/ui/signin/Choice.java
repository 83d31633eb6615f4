package vn.hoidan.client.ui.signin;

import vn.hoidan.client.app.Invitation;
import vn.hoidan.client.app.Profile;
import vn.hoidan.core.survey.Person;

/// Somebody who can be chosen.
public sealed interface Choice {
    Person person();

    /// Works on this laptop already.
    record Known(Profile profile) implements Choice {
        @Override
        public Person person() {
            return profile.person();
        }
    }

    /// May join.
    record Invited(Invitation invitation) implements Choice {
        @Override
        public Person person() {
            return invitation.person();
        }
    }
}
