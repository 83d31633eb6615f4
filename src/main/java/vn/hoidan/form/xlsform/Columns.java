package vn.hoidan.form.xlsform;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The columns known, with the other names that authors use for them. Headers are compared without regard to case,
/// and with spaces, hyphens and underscores taken as equal.
final class Columns {
    static final String TYPE = "type";
    static final String NAME = "name";
    static final String LABEL = "label";
    static final String HINT = "hint";
    static final String GUIDANCE_HINT = "guidance_hint";
    static final String REQUIRED = "required";
    static final String REQUIRED_MESSAGE = "required_message";
    static final String RELEVANT = "relevant";
    static final String CONSTRAINT = "constraint";
    static final String CONSTRAINT_MESSAGE = "constraint_message";
    static final String CALCULATION = "calculation";
    static final String READ_ONLY = "read_only";
    static final String DEFAULT = "default";
    static final String APPEARANCE = "appearance";
    static final String CHOICE_FILTER = "choice_filter";
    static final String REPEAT_COUNT = "repeat_count";
    static final String PARAMETERS = "parameters";
    static final String TRIGGER = "trigger";
    /// Not a column: stands for pictures and sounds beside the label, which are left out.
    static final String MEDIA = "media";
    static final String LIST_NAME = "list_name";

    private static final Set<String> SURVEY = Set.of(TYPE, NAME, LABEL, HINT, GUIDANCE_HINT, REQUIRED,
            REQUIRED_MESSAGE, RELEVANT, CONSTRAINT, CONSTRAINT_MESSAGE, CALCULATION, READ_ONLY, DEFAULT, APPEARANCE,
            CHOICE_FILTER, REPEAT_COUNT, PARAMETERS, TRIGGER);
    private static final Map<String, String> SURVEY_ALIASES = Map.ofEntries(
            Map.entry("caption", LABEL),
            Map.entry("relevance", RELEVANT),
            Map.entry("calculate", CALCULATION),
            Map.entry("readonly", READ_ONLY),
            Map.entry("repeat", REPEAT_COUNT),
            Map.entry("count", REPEAT_COUNT),
            Map.entry("jr:count", REPEAT_COUNT),
            Map.entry("control::appearance", APPEARANCE),
            Map.entry("body::appearance", APPEARANCE),
            Map.entry("body::jr:count", REPEAT_COUNT),
            Map.entry("bind::required", REQUIRED),
            Map.entry("bind::relevant", RELEVANT),
            Map.entry("bind::constraint", CONSTRAINT),
            Map.entry("bind::calculate", CALCULATION),
            Map.entry("bind::readonly", READ_ONLY),
            Map.entry("bind::jr:constraintmsg", CONSTRAINT_MESSAGE),
            Map.entry("bind::jr:requiredmsg", REQUIRED_MESSAGE),
            Map.entry("constraining_message", CONSTRAINT_MESSAGE),
            Map.entry("jr:constraintmsg", CONSTRAINT_MESSAGE),
            Map.entry("jr:requiredmsg", REQUIRED_MESSAGE));
    private static final Set<String> TEXTS =
            Set.of(LABEL, HINT, GUIDANCE_HINT, REQUIRED_MESSAGE, CONSTRAINT_MESSAGE);
    /// Columns that other programs know and this compiler leaves out with a warning.
    private static final Set<String> LEFT_OUT = Set.of("image", "audio", "video", "big_image", "autoplay", "save_to",
            "media::image", "media::audio", "media::video", "media::big_image", "disabled", "$given_name");

    private Columns() {
    }

    /// A header taken apart.
    ///
    /// @param column   the column's own name
    /// @param language as written after `::`, or empty
    record Header(String column, String language) {
    }

    /// The survey column that a header means, or empty if it is none.
    static Optional<Header> survey(String header) {
        return parse(header, SURVEY, SURVEY_ALIASES);
    }

    /// The choices column that a header means; a column of the author's own is kept as written.
    static Header choices(String header) {
        Map<String, String> aliases = Map.of("caption", LABEL, "list", LIST_NAME, "value", NAME);
        return parse(header, Set.of(LIST_NAME, NAME, LABEL), aliases).orElse(new Header(header.strip(), ""));
    }

    static boolean isText(String column) {
        return TEXTS.contains(column);
    }

    static boolean isLeftOut(String header) {
        String plain = plain(header);
        return LEFT_OUT.stream().anyMatch(known -> plain.equals(known) || plain.startsWith(known + "::"));
    }

    /// The known name nearest to a header that means nothing, or empty.
    static String similarSurvey(String header) {
        return Similar.to(plain(header), SURVEY);
    }

    private static Optional<Header> parse(String header, Set<String> known, Map<String, String> aliases) {
        String plain = plain(header);
        String own = aliases.getOrDefault(plain, plain);
        if (known.contains(own)) {
            return Optional.of(new Header(own, ""));
        }
        for (String separator : new String[] {"::", ":"}) {
            int at = header.indexOf(separator);
            if (at > 0) {
                String before = plain(header.substring(0, at));
                String column = aliases.getOrDefault(before, before);
                String language = header.substring(at + separator.length()).strip();
                if (known.contains(column) && TEXTS.contains(column) && !language.isEmpty()) {
                    return Optional.of(new Header(column, language));
                }
            }
        }
        return Optional.empty();
    }

    private static String plain(String header) {
        String lower = header.strip().toLowerCase(Locale.ROOT).replaceAll("\\s*(::?)\\s*", "$1");
        return lower.replaceAll("[\\s_-]+", "_");
    }
}
