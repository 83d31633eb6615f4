package vn.hoidan.client.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks whether letters can be told from what they stand on, by the names of colours that style sheets use. The
/// measure is that of WCAG 2: 1 for equal colours, 21 for black on white.
final class Contrasts {
    static final List<String> LETTERS = List.of("-color-fg-default", "-color-fg-muted", "-color-accent-fg",
            "-color-success-fg", "-color-warning-fg", "-color-danger-fg");
    static final List<String> GROUNDS = List.of("-color-bg-default", "-color-bg-subtle", "-color-accent-subtle",
            "-color-warning-subtle", "-color-danger-subtle", "-color-success-subtle", "-color-neutral-muted");
    static final List<String> STRONG = List.of("-color-accent-emphasis", "-color-success-emphasis",
            "-color-warning-emphasis", "-color-danger-emphasis");
    /// What says that something is in focus, or where a mark is.
    static final List<String> EDGES = List.of("-color-accent-emphasis", "-hd-edge");
    static final double EDGE = 3;
    private static final String EMPHASIS = "-color-fg-emphasis";
    private static final String PAPER = "-color-bg-default";
    /// Lies under the pointer, on paper only.
    private static final String HOVER = "-color-neutral-muted";
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern ROOT = Pattern.compile("(?:^|})\\s*\\.root\\s*\\{([^}]*)}");
    private static final Pattern SET = Pattern.compile("(-[\\w-]+)\\s*:\\s*([^;]+);");
    private static final Pattern LETTERS_SET = Pattern.compile("-fx-(?:text-fill|fill|icon-color)\\s*:\\s*([^;]+);");
    private static final Pattern GROUND_SET = Pattern.compile("-fx-background(?:-color)?\\s*:\\s*([^;]+);");
    /// Grounds that carry no letters: lines, bars, marks and the shade behind the sheet of keys.
    private static final Set<String> BARE = Set.of("transparent", "-color-border-default", "-color-border-muted",
            "-color-border-subtle", "-color-accent-muted", "-color-fg-muted", "-color-fg-emphasis", "-hd-edge",
            "-hd-accepted", "-hd-leased", "-hd-ground", "-hd-hair");

    private final Map<String, String> colours = new LinkedHashMap<>();

    /// @param sheets in the order in which they are read, later ones winning
    Contrasts(List<String> sheets) {
        sheets.forEach(sheet -> {
            Matcher root = ROOT.matcher(COMMENT.matcher(sheet).replaceAll(""));
            while (root.find()) {
                Matcher set = SET.matcher(root.group(1));
                while (set.find()) {
                    colours.put(set.group(1), set.group(2).strip());
                }
            }
        });
    }

    static String read(String resource) {
        try (InputStream in = Contrasts.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(resource, broken);
        }
    }

    /// Pairs that are too near to each other.
    ///
    /// @param least for letters
    List<String> faults(double least) {
        List<String> faults = new ArrayList<>();
        LETTERS.forEach(letters -> GROUNDS.forEach(ground -> look(letters, ground, least, faults)));
        STRONG.forEach(ground -> look(EMPHASIS, ground, least, faults));
        EDGES.forEach(edge -> List.of(PAPER, "-color-bg-subtle").forEach(ground -> look(edge, ground, EDGE, faults)));
        GROUNDS.stream().filter(ground -> !ground.equals(HOVER) && rgba(ground)[3] < 1)
                .forEach(ground -> faults.add(ground + " lets through what it lies on"));
        return faults;
    }

    private void look(String letters, String ground, double least, List<String> faults) {
        double[] under = over(rgba(ground), over(rgba(PAPER), new double[] {255, 255, 255}));
        double ratio = ratio(over(rgba(letters), under), under);
        if (ratio < least) {
            faults.add("%s on %s: %.2f".formatted(letters, ground, ratio));
        }
    }

    static double ratio(double[] one, double[] other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(double[] colour) {
        return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
    }

    private static double linear(double channel) {
        double part = channel / 255;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static double[] over(double[] colour, double[] under) {
        double[] mixed = new double[3];
        for (int channel = 0; channel < 3; channel++) {
            mixed[channel] = colour[channel] * colour[3] + under[channel] * (1 - colour[3]);
        }
        return mixed;
    }

    private double[] rgba(String name) {
        String value = name;
        while (colours.containsKey(value)) {
            value = colours.get(value);
        }
        if (value.startsWith("#") && value.length() == 7) {
            return new double[] {Integer.parseInt(value.substring(1, 3), 16),
                Integer.parseInt(value.substring(3, 5), 16), Integer.parseInt(value.substring(5, 7), 16), 1};
        }
        if (value.startsWith("rgb")) {
            String[] parts = value.substring(value.indexOf('(') + 1, value.indexOf(')')).split(",");
            return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]), parts.length > 3 ? Double.parseDouble(parts[3]) : 1};
        }
        throw new IllegalStateException("no colour: " + name + " = " + value);
    }

    /// Colours of letters and grounds in a style sheet that nothing here looks at.
    static List<String> unknown(String sheet) {
        String bare = COMMENT.matcher(sheet).replaceAll("");
        List<String> unknown = new ArrayList<>();
        Matcher letters = LETTERS_SET.matcher(bare);
        while (letters.find()) {
            String name = letters.group(1).strip();
            if (!LETTERS.contains(name) && !name.equals(EMPHASIS) && !name.equals("transparent")
                    && !STRONG.contains(name)) {
                unknown.add(letters.group());
            }
        }
        Matcher grounds = GROUND_SET.matcher(bare);
        while (grounds.find()) {
            for (String name : grounds.group(1).split(",(?![^(]*\\))")) {
                String ground = name.strip();
                if (!GROUNDS.contains(ground) && !STRONG.contains(ground) && !BARE.contains(ground)
                        && !ground.startsWith("rgba(20, 24, 28")) {
                    unknown.add(grounds.group());
                }
            }
        }
        return unknown;
    }
}
