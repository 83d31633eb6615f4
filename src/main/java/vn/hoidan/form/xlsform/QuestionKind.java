package vn.hoidan.form.xlsform;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A type of the `type` column and what it becomes in an XForm.
///
/// @param control  element of the body, empty if nothing is shown
/// @param dataType of the bind
/// @param extras   further attributes of the bind
enum QuestionKind {
    TEXT("text", "input", "string"),
    INTEGER("integer", "input", "int"),
    DECIMAL("decimal", "input", "decimal"),
    RANGE("range", "range", "int"),
    SELECT_ONE("select_one", "select1", "string"),
    SELECT_MULTIPLE("select_multiple", "select", "string"),
    RANK("rank", "odk:rank", "odk:rank"),
    NOTE("note", "input", "string", "readonly", "true()"),
    DATE("date", "input", "date"),
    TIME("time", "input", "time"),
    DATE_TIME("dateTime", "input", "dateTime"),
    GEOPOINT("geopoint", "input", "geopoint"),
    GEOTRACE("geotrace", "input", "geotrace"),
    GEOSHAPE("geoshape", "input", "geoshape"),
    BARCODE("barcode", "input", "barcode"),
    ACKNOWLEDGE("acknowledge", "trigger", "string"),
    IMAGE("image", "upload", "binary"),
    AUDIO("audio", "upload", "binary"),
    VIDEO("video", "upload", "binary"),
    FILE("file", "upload", "binary"),
    BACKGROUND_AUDIO("background-audio", "", "binary"),
    BACKGROUND_GEOPOINT("background-geopoint", "", "geopoint"),
    START_GEOPOINT("start-geopoint", "", "geopoint"),
    CALCULATE("calculate", "", "string"),
    HIDDEN("hidden", "", "string"),
    START("start", "", "dateTime", "jr:preload", "timestamp", "jr:preloadParams", "start"),
    END("end", "", "dateTime", "jr:preload", "timestamp", "jr:preloadParams", "end"),
    TODAY("today", "", "date", "jr:preload", "date", "jr:preloadParams", "today"),
    DEVICE_ID("deviceid", "", "string", "jr:preload", "property", "jr:preloadParams", "deviceid"),
    USERNAME("username", "", "string", "jr:preload", "property", "jr:preloadParams", "username"),
    PHONE_NUMBER("phonenumber", "", "string", "jr:preload", "property", "jr:preloadParams", "phonenumber"),
    EMAIL("email", "", "string", "jr:preload", "property", "jr:preloadParams", "email"),
    SUBSCRIBER_ID("subscriberid", "", "string", "jr:preload", "property", "jr:preloadParams", "subscriberid"),
    SIM_SERIAL("simserial", "", "string", "jr:preload", "property", "jr:preloadParams", "simserial");

    private static final Map<String, QuestionKind> BY_WORD = new TreeMap<>();
    private static final Map<QuestionKind, String> MEDIA_TYPES =
            Map.of(IMAGE, "image/*", AUDIO, "audio/*", VIDEO, "video/*", FILE, "application/*");

    static {
        for (QuestionKind kind : values()) {
            BY_WORD.put(kind.word.toLowerCase(Locale.ROOT), kind);
        }
        alias(TEXT, "string", "q string", "add text prompt", "phone number");
        alias(INTEGER, "int", "q int", "add integer prompt", "number of days in last month",
                "number of days in last six months", "number of days in last year", "percentage");
        alias(DECIMAL, "q decimal", "add decimal prompt");
        alias(NOTE, "q note", "add note prompt");
        alias(DATE, "q date", "add date prompt");
        alias(TIME, "add time prompt");
        alias(DATE_TIME, "date time", "q date time", "q datetime", "add date time prompt", "add datetime prompt");
        alias(GEOPOINT, "location", "gps", "q location", "q geopoint", "add location prompt");
        alias(BARCODE, "q barcode", "add barcode prompt");
        alias(ACKNOWLEDGE, "trigger", "q acknowledge", "add acknowledge prompt");
        alias(IMAGE, "photo", "q picture", "picture", "q image", "add image prompt", "add photo prompt");
        alias(AUDIO, "q audio", "add audio prompt");
        alias(VIDEO, "q video", "add video prompt");
        alias(FILE, "add file prompt");
        alias(START_GEOPOINT, "start_geopoint");
        alias(CALCULATE, "q calculate", "add calculate prompt");
        alias(START, "start time", "get start time");
        alias(END, "end time", "get end time");
        alias(TODAY, "get today");
        alias(DEVICE_ID, "device id", "imei", "get device id", "uri:deviceid");
        alias(USERNAME, "uri:username");
        alias(EMAIL, "uri:email");
        alias(PHONE_NUMBER, "get phone number", "uri:phonenumber");
        alias(SUBSCRIBER_ID, "subscriber id", "get subscriber id", "uri:subscriberid");
        alias(SIM_SERIAL, "sim id", "get sim id", "uri:simserial");
    }

    private final String word;
    private final String control;
    private final String dataType;
    private final String[] extras;

    QuestionKind(String word, String control, String dataType, String... extras) {
        this.word = word;
        this.control = control;
        this.dataType = dataType;
        this.extras = extras;
    }

    private static void alias(QuestionKind kind, String... words) {
        for (String word : words) {
            BY_WORD.put(word, kind);
        }
    }

    /// The kind that a word of the type column names, in any case.
    static Optional<QuestionKind> ofWord(String word) {
        return Optional.ofNullable(BY_WORD.get(word.toLowerCase(Locale.ROOT)));
    }

    static Set<String> words() {
        return BY_WORD.keySet();
    }

    String word() {
        return word;
    }

    boolean isShown() {
        return !control.isEmpty();
    }

    String control() {
        return control;
    }

    String dataType() {
        return dataType;
    }

    boolean isSelect() {
        return this == SELECT_ONE || this == SELECT_MULTIPLE || this == RANK;
    }

    /// Several choices in one value, so that their names must not have spaces.
    boolean takesSeveral() {
        return this == SELECT_MULTIPLE || this == RANK;
    }

    boolean isMetadata() {
        return extras.length == 4;
    }

    /// True for what a desktop cannot ask.
    boolean needsPhone() {
        return this == AUDIO || this == VIDEO || this == GEOTRACE || this == GEOSHAPE || this == BACKGROUND_AUDIO
                || this == BACKGROUND_GEOPOINT || this == START_GEOPOINT;
    }

    Optional<String> mediaType() {
        return Optional.ofNullable(MEDIA_TYPES.get(this));
    }

    void addExtrasTo(Xml bind) {
        for (int index = 0; index < extras.length; index += 2) {
            bind.attribute(extras[index], extras[index + 1]);
        }
    }
}
