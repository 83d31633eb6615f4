package vn.hoidan.client.app.store;

import java.util.Locale;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.core.survey.Person;

/// A person who works on this laptop. Before the PIN is given only the {@link #label} stands in the place of the name.
///
/// @param id      name of the person's folder
/// @param device  name that the server gave to this person on this laptop
/// @param address server that the person's work goes to
public record Profile(String id, String device, Person person, ServerAddress address) {
    private static final int CODE_CHARACTERS = 4;

    /// First letters of the first and the last word of the name, without what stands in brackets.
    public String initials() {
        return initials(person.name());
    }

    private static String initials(String name) {
        String[] words = name.replaceAll("\\(.*?\\)", " ").strip().split("\\s+");
        String first = words[0].isEmpty() ? "?" : words[0].substring(0, 1);
        String last = words.length > 1 ? words[words.length - 1].substring(0, 1) : "";
        return (first + last).toUpperCase(Locale.ROOT);
    }

    /// By what people know themselves in a list that anybody may see: initials and the end of the person's id.
    public String label() {
        String whole = person.id().text();
        return initials() + " · " + whole.substring(Math.max(0, whole.length() - CODE_CHARACTERS));
    }

    /// As it is before the PIN is given.
    public Profile shown() {
        return new Profile(id, device, new Person(person.id(), label(), person.role(), person.area(),
                person.areaName()), address);
    }
}
