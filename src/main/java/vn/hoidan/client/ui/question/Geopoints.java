package vn.hoidan.client.ui.question;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a place as people write or paste it: `21.0285 105.8542`, `21,0285 105,8542`, `21°01'42.6"N 105°51'15.1"E`,
/// `21,0285 B 105,8542 Đ`, or the coordinates in a link to a map. Altitude and accuracy in metres may follow.
final class Geopoints implements Reading {
    private static final BigDecimal MOST_LATITUDE = BigDecimal.valueOf(90);
    private static final BigDecimal MOST_LONGITUDE = BigDecimal.valueOf(180);
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    /// Places after the point of computed degrees: about a centimetre.
    private static final int PLACES = 7;
    private static final int MOST_NUMBERS = 4;
    private static final int MOST_CHARACTERS = 2_000;
    /// Vietnam with Hoàng Sa and Trường Sa.
    private static final double SOUTH = 6;
    private static final double NORTH = 24;
    private static final double WEST = 102;
    private static final double EAST = 118;

    private static final String NUMBER = "([+-]?\\d{1,5}(?:\\.\\d{1,15})?)";
    /// Where links keep a point; the pin before the middle of the view.
    private static final List<Pattern> LINKS = List.of(Pattern.compile("!3d" + NUMBER + "!4d" + NUMBER),
            Pattern.compile("[?&]mlat=" + NUMBER + "&mlon=" + NUMBER),
            Pattern.compile("[?&](?:q|query|ll|sll|destination|daddr|center|cp)=(?:loc:)?" + NUMBER + "(?:,|%2C|~)\\s?"
                    + NUMBER, Pattern.CASE_INSENSITIVE),
            Pattern.compile("@" + NUMBER + "," + NUMBER), Pattern.compile("^geo:" + NUMBER + "," + NUMBER),
            Pattern.compile("/(?:search|place|dir/)/?" + NUMBER + ",(?:\\+|%20)?" + NUMBER),
            Pattern.compile("#map=[\\d.]+/" + NUMBER + "/" + NUMBER));
    private static final Pattern LINK = Pattern.compile("(?i)(?:https?://|geo:|www\\.)\\S+");
    /// Signs that people and keyboards take for degrees, minutes and seconds.
    private static final String DEGREE = "\\u00B0\\u00BA\\u02DA";
    private static final String MINUTE = "'\\u2032\\u2019";
    private static final String SECOND = "\"|\\u2033|\\u201D|''";
    private static final String SIXTIETHS = "(\\d{1,2}(?:[.,]\\d+)?)";
    private static final String UNIT = "\\s*[" + DEGREE + "d:]?\\s*(?:" + SIXTIETHS + "\\s*[" + MINUTE + "m:]?\\s*"
            + "(?:" + SIXTIETHS + "\\s*(?:" + SECOND + "|s)?\\s*)?)?";
    private static final String ANGLE = "(\\d{1,3}(?:[.,]\\d+)?)" + UNIT;
    /// East as Vietnamese writes it, with and without its bar, and west.
    private static final String EAST_LETTERS = (char) 0x110 + "DT";
    private static final String SIDES = "([NSEWBDT\\u0110])";
    private static final Pattern SIDE_AFTER = Pattern.compile(ANGLE + SIDES + "[\\s,;]*" + ANGLE + SIDES,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SIDE_BEFORE = Pattern.compile(SIDES + "\\s*" + ANGLE + "[\\s,;]*" + SIDES + "\\s*"
            + ANGLE, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DEGREES = Pattern.compile("([+-]?)(\\d{1,3})\\s*[" + DEGREE + "]\\s*(\\d{1,2})\\s*["
            + MINUTE + "]\\s*(?:" + SIXTIETHS + "\\s*(?:" + SECOND + ")?)?");
    private static final Pattern COMMAS_ONLY = Pattern.compile("(-?\\d{1,3}),(\\d+),(-?\\d{1,3}),(\\d+)");

    @Override
    public Outcome read(String typed) {
        if (typed.length() > MOST_CHARACTERS) {
            return new Outcome.Unreadable("unreadable.geopoint");
        }
        if (LINK.matcher(typed).find()) {
            return link(typed);
        }
        Optional<List<BigDecimal>> numbers = withSides(typed).or(() -> inDegrees(typed)).or(() -> plain(typed));
        return numbers.map(Geopoints::value).orElse(new Outcome.Unreadable("unreadable.geopoint"));
    }

    private static Outcome link(String typed) {
        for (Pattern pattern : LINKS) {
            Matcher matcher = pattern.matcher(typed);
            if (matcher.find()) {
                return value(List.of(new BigDecimal(matcher.group(1)), new BigDecimal(matcher.group(2))));
            }
        }
        return new Outcome.Unreadable("unreadable.geopoint.link");
    }

    private static Optional<List<BigDecimal>> withSides(String typed) {
        Matcher after = SIDE_AFTER.matcher(typed);
        if (after.matches()) {
            return sided(angle(after, 1), after.group(4), angle(after, 5), after.group(8));
        }
        Matcher before = SIDE_BEFORE.matcher(typed);
        return before.matches() ? sided(angle(before, 2), before.group(1), angle(before, 6), before.group(5))
                : Optional.empty();
    }

    /// Degrees, minutes and seconds without a side: latitude first.
    private static Optional<List<BigDecimal>> inDegrees(String typed) {
        Matcher matcher = DEGREES.matcher(typed);
        List<BigDecimal> found = new ArrayList<>();
        while (matcher.find()) {
            BigDecimal angle = angle(matcher, 2);
            found.add(matcher.group(1).equals("-") ? angle.negate() : angle);
        }
        return found.size() == 2 ? Optional.of(found) : Optional.empty();
    }

    /// Degrees in three groups: whole or decimal degrees, minutes, seconds.
    private static BigDecimal angle(Matcher matcher, int group) {
        BigDecimal degrees = decimal(matcher.group(group));
        String minutes = matcher.group(group + 1);
        String seconds = matcher.group(group + 2);
        if (minutes == null) {
            return degrees;
        }
        BigDecimal parts = decimal(minutes).add(seconds == null ? BigDecimal.ZERO
                : decimal(seconds).divide(SIXTY, MathContext.DECIMAL64));
        return degrees.add(parts.divide(SIXTY, MathContext.DECIMAL64)).setScale(PLACES, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }

    /// N is north beside E and W, and `Nam` (south) beside Vietnamese letters.
    private static Optional<List<BigDecimal>> sided(BigDecimal one, String oneSide, BigDecimal other,
            String otherSide) {
        String sides = (oneSide + otherSide).toUpperCase(Locale.ROOT);
        boolean vietnamese = sides.matches(".*[BDT\\u0110].*");
        String latitudes = vietnamese ? "BN" : "NS";
        String longitudes = vietnamese ? EAST_LETTERS : "EW";
        boolean inOrder = latitudes.indexOf(sides.charAt(0)) >= 0 && longitudes.indexOf(sides.charAt(1)) >= 0;
        boolean turned = longitudes.indexOf(sides.charAt(0)) >= 0 && latitudes.indexOf(sides.charAt(1)) >= 0;
        if (!inOrder && !turned) {
            return Optional.empty();
        }
        String negative = vietnamese ? "NT" : "SW";
        BigDecimal first = negative.indexOf(sides.charAt(0)) >= 0 ? one.negate() : one;
        BigDecimal second = negative.indexOf(sides.charAt(1)) >= 0 ? other.negate() : other;
        return Optional.of(inOrder ? List.of(first, second) : List.of(second, first));
    }

    private static Optional<List<BigDecimal>> plain(String typed) {
        Matcher commas = COMMAS_ONLY.matcher(typed);
        String text = commas.matches() ? commas.group(1) + "." + commas.group(2) + " " + commas.group(3) + "."
                + commas.group(4) : typed.replaceAll("[()\\[\\]" + DEGREE + "]", " ").strip();
        // between numbers a comma parts; inside one it is the decimal comma, which then needs blanks between numbers
        boolean decimalCommas = !text.contains(".") && text.matches(".*\\d,\\d.*") && text.matches(".*[\\s;].*");
        String[] parts = decimalCommas ? text.split("(?:,?\\s+|\\s*;\\s*)") : text.split("[\\s,;]+");
        List<BigDecimal> numbers = new ArrayList<>();
        for (String part : parts) {
            String number = decimalCommas ? part.replace(',', '.') : part;
            if (!number.matches("[+-]?\\d{1,5}(\\.\\d{1,15})?")) {
                return Optional.empty();
            }
            numbers.add(new BigDecimal(number));
        }
        return numbers.size() >= 2 && numbers.size() <= MOST_NUMBERS ? Optional.of(numbers) : Optional.empty();
    }

    private static Outcome value(List<BigDecimal> numbers) {
        BigDecimal latitude = numbers.get(0);
        BigDecimal longitude = numbers.get(1);
        if (latitude.abs().compareTo(MOST_LATITUDE) > 0) {
            return new Outcome.Unreadable(longitude.abs().compareTo(MOST_LATITUDE) <= 0
                    && latitude.abs().compareTo(MOST_LONGITUDE) <= 0 ? "unreadable.geopoint.turned"
                    : "unreadable.geopoint.range");
        }
        if (longitude.abs().compareTo(MOST_LONGITUDE) > 0
                || numbers.size() == MOST_NUMBERS && numbers.getLast().signum() < 0) {
            return new Outcome.Unreadable("unreadable.geopoint.range");
        }
        List<String> written = new ArrayList<>(numbers.stream().map(BigDecimal::toPlainString).toList());
        while (written.size() < MOST_NUMBERS) {
            written.add("0");
        }
        return new Outcome.Value(String.join(" ", written));
    }

    /// Latitude and longitude; altitude and accuracy only where they are known.
    @Override
    public String typed(String lexical) {
        return lexical.endsWith(" 0 0") ? lexical.substring(0, lexical.length() - " 0 0".length()) : lexical;
    }

    /// True when a place in lexical form lies where surveys of this country do not go; only a hint.
    static boolean outsideVietnam(String lexical) {
        String[] parts = lexical.split(" ");
        double latitude = Double.parseDouble(parts[0]);
        double longitude = Double.parseDouble(parts[1]);
        return latitude < SOUTH || latitude > NORTH || longitude < WEST || longitude > EAST;
    }
}
