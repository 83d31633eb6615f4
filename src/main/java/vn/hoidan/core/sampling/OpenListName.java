package vn.hoidan.core.sampling;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the open list of a place is named: `hanoi-2024/27100-1/1-11`. With the epoch in it a server that was restored
/// names no other list the same, and knows a list that it forgot.
///
/// @param survey its name
/// @param place  code of the area
/// @param epoch  of the server when it was opened
public record OpenListName(String survey, String place, long epoch, long number) {
    private static final Pattern FORM = Pattern.compile("([^/]+)/([^/]+)/(\\d{1,18})-(\\d{1,18})");

    public ListId id() {
        return new ListId(survey + "/" + place + "/" + epoch + "-" + number);
    }

    /// Empty for a list of drawn households.
    public static Optional<OpenListName> of(ListId id) {
        Matcher form = FORM.matcher(id.text());
        return form.matches() ? Optional.of(new OpenListName(form.group(1), form.group(2),
                Long.parseLong(form.group(3)), Long.parseLong(form.group(4)))) : Optional.empty();
    }
}
