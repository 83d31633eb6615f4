package vn.hoidan.client.ui.question;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.questionnaire.Element;

/// What was understood, in other words than it was typed, so that a slip is seen: the day of the week, the sides of
/// the compass.
///
/// @param doubtful it may be a slip; never a refusal
record Echo(String text, boolean doubtful) {
    private static final int COORDINATES = 4;

    static Optional<Echo> of(Element.Question question, Texts texts) {
        return question.value().flatMap(value -> switch (question.type()) {
            case DATE -> Dates.Part.of(Appearance.of(question)) == Dates.Part.DAY ? day(value, texts)
                    : Optional.empty();
            case DATE_TIME -> day(value.substring(0, Math.max(0, value.indexOf('T'))), texts);
            case GEOPOINT -> Optional.of(place(value, texts));
            case TEXT, INTEGER, DECIMAL, RANGE, SELECT_ONE, SELECT_MULTIPLE, RANK, TIME, ACKNOWLEDGE, NOTE, FILE,
                    IMAGE, BARCODE, UNSUPPORTED -> Optional.empty();
        });
    }

    private static Optional<Echo> day(String value, Texts texts) {
        Locale locale = Locale.forLanguageTag(texts.language().now());
        return Dates.parsed(value).map(day -> new Echo(texts.get("echo.day",
                DateTimeFormatter.ofPattern("EEEE", locale).format(day), day.getDayOfMonth(),
                DateTimeFormatter.ofPattern("MMMM", locale).format(day), String.valueOf(day.getYear())), false));
    }

    private static Echo place(String value, Texts texts) {
        String[] parts = value.split(" ");
        StringBuilder text = new StringBuilder(texts.get(parts[0].startsWith("-") ? "echo.south" : "echo.north",
                degrees(parts[0], texts)));
        text.append(" · ").append(texts.get(parts[1].startsWith("-") ? "echo.west" : "echo.east",
                degrees(parts[1], texts)));
        if (parts.length == COORDINATES && !(parts[2].equals("0") && parts[3].equals("0"))) {
            text.append(" · ").append(texts.get("echo.height", decimal(parts[2], texts), decimal(parts[3], texts)));
        }
        boolean outside = Geopoints.outsideVietnam(value);
        return new Echo(outside ? text + ". " + texts.get("echo.outside") : text.toString(), outside);
    }

    private static String degrees(String value, Texts texts) {
        return decimal(value.startsWith("-") ? value.substring(1) : value, texts);
    }

    private static String decimal(String value, Texts texts) {
        return texts.language().now().equals("vi") ? value.replace('.', ',') : value;
    }
}
