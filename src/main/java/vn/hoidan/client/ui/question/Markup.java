package vn.hoidan.client.ui.question;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The little Markdown that XLSForm allows in its texts: bold, italics, headings, lists and links. Links become text,
/// tags of HTML are left out, and everything else stays as it is written, so that `5 * 3` and `____` mean themselves.
public final class Markup {
    /// Longer texts are shown as they are written.
    private static final int MOST_CHARACTERS = 20_000;
    private static final int MOST_DEPTH = 8;
    private static final Pattern LINE_TAG = Pattern.compile("(?i)<\\s*br\\s*/?>|</\\s*(?:p|div|li|h[1-6])\\s*>");
    private static final Pattern TAG = Pattern.compile("(?i)</?(?:p|span|b|i|u|em|strong|div|font|h[1-6]|ul|ol|li|a|"
            + "small|sub|sup|center|table|tr|td|th|tbody|img|code|pre|hr)(?:\\s[^<>]*)?/?>");
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.+)");
    private static final Pattern BULLET = Pattern.compile("\\s{0,3}[-*+]\\s+(.+)");
    private static final Pattern INLINE = Pattern.compile(
            "\\\\([\\\\*_#\\[\\]()`-])"
            + "|\\*\\*(?=[^\\s*])(.+?)(?<=[^\\s])\\*\\*"
            + "|(?<![\\p{L}\\p{N}_])__(?=[^\\s_])(.+?)(?<=[^\\s_])__(?![\\p{L}\\p{N}_])"
            + "|\\*(?=[^\\s*])([^*\\n]+?)(?<=[^\\s*])\\*"
            + "|(?<![\\p{L}\\p{N}_])_(?=[^\\s_])([^\\n]+?)(?<=[^\\s_])_(?![\\p{L}\\p{N}_])"
            + "|\\[([^\\]\\n]+)\\]\\(([^)\\s]+)\\)", Pattern.DOTALL);
    private static final int ESCAPED = 1;
    private static final int LINK_WORDS = 6;
    private static final int LINK_TARGET = 7;

    /// Words in one manner.
    record Span(String text, boolean strong, boolean slanted) {
    }

    /// @param heading 1 to 6 for a heading, 0 for a plain line
    record Line(int heading, List<Span> spans) {
        Line {
            spans = List.copyOf(spans);
        }

        String text() {
            return String.join("", spans.stream().map(Span::text).toList());
        }

        boolean plain() {
            return heading == 0 && spans.stream().noneMatch(span -> span.strong() || span.slanted());
        }
    }

    private Markup() {
    }

    /// The words alone.
    public static String plain(String text) {
        return written(text) ? String.join("\n", lines(text).stream().map(Line::text).toList()) : text;
    }

    /// False for most texts, which have nothing that could be markup.
    private static boolean written(String text) {
        return text.length() <= MOST_CHARACTERS && text.chars().anyMatch(character -> "*_#<[\\&-+".indexOf(character)
                >= 0);
    }

    static List<Line> lines(String text) {
        if (!written(text)) {
            return text.lines().map(line -> new Line(0, List.of(new Span(line, false, false)))).toList();
        }
        List<Line> lines = new ArrayList<>();
        for (String line : withoutTags(text).split("\n", -1)) {
            Matcher heading = HEADING.matcher(line.strip());
            Matcher bullet = BULLET.matcher(line);
            boolean isHeading = heading.matches();
            List<Span> spans = new ArrayList<>();
            if (isHeading) {
                inline(heading.group(2), false, false, 0, spans);
            } else if (bullet.matches()) {
                spans.add(new Span("•  ", false, false));
                inline(bullet.group(1), false, false, 0, spans);
            } else {
                inline(line, false, false, 0, spans);
            }
            lines.add(new Line(isHeading ? heading.group(1).length() : 0, spans));
        }
        return lines;
    }

    private static String withoutTags(String text) {
        String bare = TAG.matcher(LINE_TAG.matcher(text.replace("\r\n", "\n")).replaceAll("\n")).replaceAll("");
        return bare.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
                .replace("&amp;", "&").replaceAll("\n+$", "");
    }

    private static void inline(String text, boolean strong, boolean slanted, int depth, List<Span> spans) {
        Matcher matcher = INLINE.matcher(text);
        int from = 0;
        while (depth < MOST_DEPTH && matcher.find()) {
            add(text.substring(from, matcher.start()), strong, slanted, spans);
            from = matcher.end();
            if (matcher.group(ESCAPED) != null) {
                add(matcher.group(ESCAPED), strong, slanted, spans);
            } else if (matcher.group(LINK_WORDS) != null) {
                add(link(matcher.group(LINK_WORDS), matcher.group(LINK_TARGET)), strong, slanted, spans);
            } else {
                String bold = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
                String italic = matcher.group(4) != null ? matcher.group(4) : matcher.group(5);
                inline(bold != null ? bold : italic, strong || bold != null, slanted || bold == null, depth + 1,
                        spans);
            }
        }
        add(text.substring(from), strong, slanted, spans);
    }

    private static String link(String words, String target) {
        return words.equals(target) ? words : words + " (" + target + ")";
    }

    private static void add(String text, boolean strong, boolean slanted, List<Span> spans) {
        if (!text.isEmpty()) {
            spans.add(new Span(text, strong, slanted));
        }
    }
}
