package vn.hoidan.form.xlsform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The columns known, with the other names that authors use for them. Headers are compared without regard to case,
/// and with spaces, hyphens and underscores taken as equal. `bind::x`, `body::x` and `instance::x` are attributes that
/// the author writes into the form directly.
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
    static final String APP_MESSAGE = "no_app_error_string";
    static final String CALCULATION = "calculation";
    static final String READ_ONLY = "read_only";
    static final String DEFAULT = "default";
    static final String APPEARANCE = "appearance";
    static final String CHOICE_FILTER = "choice_filter";
    static final String REPEAT_COUNT = "repeat_count";
    static final String PARAMETERS = "parameters";
    static final String TRIGGER = "trigger";
    static final String SAVE_TO = "save_to";
    static final String DISABLED = "disabled";
    static final String LIST_NAME = "list_name";
    static final String IMAGE = "image";
    static final String BIG_IMAGE = "big_image";
    static final String AUDIO = "audio";
    static final String VIDEO = "video";
    /// Pictures and sounds beside a text, in the order in which they are written.
    static final List<String> MEDIA = List.of(IMAGE, BIG_IMAGE, AUDIO, VIDEO);
    static final String BIND = "bind::";
    static final String BODY = "body::";
    static final String INSTANCE = "instance::";

    private static final Set<String> TEXTS = Set.of(LABEL, HINT, GUIDANCE_HINT, REQUIRED_MESSAGE, CONSTRAINT_MESSAGE,
            APP_MESSAGE, IMAGE, BIG_IMAGE, AUDIO, VIDEO);
    private static final Set<String> SURVEY = Set.of(TYPE, NAME, LABEL, HINT, GUIDANCE_HINT, REQUIRED,
            REQUIRED_MESSAGE, RELEVANT, CONSTRAINT, CONSTRAINT_MESSAGE, APP_MESSAGE, CALCULATION, READ_ONLY, DEFAULT,
            APPEARANCE, CHOICE_FILTER, REPEAT_COUNT, PARAMETERS, TRIGGER, SAVE_TO, DISABLED, IMAGE, BIG_IMAGE, AUDIO,
            VIDEO);
    private static final Set<String> CHOICES = Set.of(LIST_NAME, NAME, LABEL, IMAGE, BIG_IMAGE, AUDIO, VIDEO);
    private static final Map<String, String> SURVEY_ALIASES = Map.ofEntries(
            Map.entry("command", TYPE),
            Map.entry("tag", NAME),
            Map.entry("value", NAME),
            Map.entry("caption", LABEL),
            Map.entry("relevance", RELEVANT),
            Map.entry("calculate", CALCULATION),
            Map.entry("readonly", READ_ONLY),
            Map.entry("repeat", REPEAT_COUNT),
            Map.entry("count", REPEAT_COUNT),
            Map.entry("jr:count", REPEAT_COUNT),
            Map.entry("constraining_message", CONSTRAINT_MESSAGE),
            Map.entry("constraintmsg", CONSTRAINT_MESSAGE),
            Map.entry("jr:constraintmsg", CONSTRAINT_MESSAGE),
            Map.entry("requiredmsg", REQUIRED_MESSAGE),
            Map.entry("jr:requiredmsg", REQUIRED_MESSAGE),
            Map.entry("noapperrorstring", APP_MESSAGE),
            Map.entry("jr:noapperrorstring", APP_MESSAGE),
            Map.entry("entities:saveto", SAVE_TO));
    private static final Map<String, String> CHOICES_ALIASES =
            Map.of("caption", LABEL, "list", LIST_NAME, "value", NAME);
    /// Columns that are attributes in the form.
    private static final Map<String, String> ATTRIBUTES = Map.of("rows", BODY + "rows", "autoplay", BODY + "autoplay",
            "intent", BODY + "intent", "compact_tag", INSTANCE + "odk:tag");
    /// What a column beginning with `bind` and so on belongs to.
    private static final Map<String, String> PARTS =
            Map.of("bind", BIND, "body", BODY, "control", BODY, "instance", INSTANCE);
    private static final String MEDIA_PART = "media";
    private static final String NAMESPACE = "jr";
    /// Columns that other programs know and this compiler leaves out with a warning.
    private static final Set<String> LEFT_OUT = Set.of("sms_field", "sms_option", "sms_separator", "sms_allow_media",
            "sms_date_format", "sms_datetime_format", "sms_response", "$given_name");

    private Columns() {
    }

    /// A header taken apart.
    ///
    /// @param column   the column's own name; an attribute's with its part before it
    /// @param language as written after `::`, or empty
    record Header(String column, String language) {
    }

    /// The survey column that a header means, or empty if it is none.
    static Optional<Header> survey(String header) {
        String plain = plain(header);
        if (SURVEY.contains(own(plain))) {
            return Optional.of(new Header(own(plain), ""));
        }
        if (ATTRIBUTES.containsKey(plain)) {
            return Optional.of(new Header(ATTRIBUTES.get(plain), ""));
        }
        List<String> parts = parts(header);
        String part = PARTS.getOrDefault(plain(parts.getFirst()), "");
        if (part.isEmpty()) {
            return text(parts, SURVEY_ALIASES);
        }
        return parts.size() < 2 || parts.get(1).isEmpty() ? Optional.empty()
                : Optional.of(attribute(part, parts.subList(1, parts.size())));
    }

    /// The choices column that a header means; a column of the author's own is kept as written.
    static Header choices(String header) {
        String plain = plain(header);
        String known = CHOICES_ALIASES.getOrDefault(plain, plain);
        return CHOICES.contains(known) ? new Header(known, "")
                : text(parts(header), CHOICES_ALIASES).filter(found -> CHOICES.contains(found.column()))
                        .orElse(new Header(header.strip(), ""));
    }

    static boolean isChoices(Header header) {
        return CHOICES.contains(header.column());
    }

    static boolean isText(String column) {
        return TEXTS.contains(column);
    }

    static boolean isLeftOut(String header) {
        return LEFT_OUT.contains(plain(header));
    }

    /// The known name nearest to a header that means nothing, or empty.
    static String similarSurvey(String header) {
        return Similar.to(plain(header), SURVEY);
    }

    /// `bind::relevant` is the column relevant, `bind::jr:preload` an attribute.
    private static Header attribute(String part, List<String> rest) {
        String known = own(plain(rest.getFirst()));
        boolean isColumn = SURVEY.contains(known) && !known.equals(TYPE) && !known.equals(NAME)
                && !part.equals(INSTANCE);
        String language = rest.size() > 1 && isText(known) ? rest.get(1) : "";
        return isColumn ? new Header(known, language) : new Header(part + String.join(":", rest), "");
    }

    /// A text in a language: `label::vi`, `media::image::vi`.
    private static Optional<Header> text(List<String> parts, Map<String, String> aliases) {
        boolean media = parts.size() > 1 && plain(parts.getFirst()).equals(MEDIA_PART);
        List<String> rest = media ? parts.subList(1, parts.size()) : parts;
        String first = plain(rest.getFirst());
        String column = aliases.getOrDefault(first, first);
        if (!isText(column) || media && !MEDIA.contains(column) || rest.size() > 2) {
            return Optional.empty();
        }
        String language = rest.size() > 1 ? rest.get(1) : "";
        return media || !language.isEmpty() ? Optional.of(new Header(column, language)) : Optional.empty();
    }

    private static String own(String plain) {
        return SURVEY_ALIASES.getOrDefault(plain, plain);
    }

    /// Parts between double colons, else between single ones, of which the one behind `jr` joins two.
    private static List<String> parts(String header) {
        String separator = header.contains("::") ? "::" : ":";
        List<String> parts = Arrays.stream(header.split(separator)).map(String::strip).toList();
        int at = separator.equals(":") ? parts.indexOf(NAMESPACE) : -1;
        if (at < 0 || at + 1 >= parts.size()) {
            return parts.isEmpty() ? List.of("") : parts;
        }
        List<String> joined = new ArrayList<>(parts.subList(0, at));
        joined.add(parts.get(at) + ":" + parts.get(at + 1));
        joined.addAll(parts.subList(at + 2, parts.size()));
        return joined;
    }

    private static String plain(String header) {
        String lower = header.strip().toLowerCase(Locale.ROOT).replaceAll("\\s*(::?)\\s*", "$1");
        return lower.replaceAll("[\\s_-]+", "_");
    }
}
