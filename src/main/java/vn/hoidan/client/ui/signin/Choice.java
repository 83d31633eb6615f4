package vn.hoidan.client.ui.signin;

import java.util.List;
import java.util.stream.Stream;
import vn.hoidan.client.app.office.Invitation;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.core.survey.Person;

/// Somebody who can be chosen.
public sealed interface Choice {
    /// Those who work here, then those who were invited and do not yet.
    static List<Choice> of(List<Profile> profiles, List<Invitation> invitations) {
        return Stream.<Choice>concat(profiles.stream().map(Known::new), invitations.stream().filter(invitation ->
                profiles.stream().noneMatch(profile -> profile.person().id().equals(invitation.person().id())))
                .map(Invited::new)).toList();
    }

    Person person();

    /// Whether that is the name of their folder on this laptop.
    default boolean isIn(String folder) {
        return this instanceof Known known && known.profile().id().equals(folder);
    }

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
