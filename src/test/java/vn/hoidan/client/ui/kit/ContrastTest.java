package vn.hoidan.client.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hoidan.client.app.machine.Look;

/// Everything that can be read in the window can be read by weak eyes.
final class ContrastTest {
    /// WCAG 2 for letters of usual size: AA, and AAA for high contrast.
    private static final double USUAL = 4.5;
    private static final double HIGH = 7;
    private static final Path SHEETS = Path.of("src", "main", "resources", "vn", "hoidan", "client", "ui");

    private static List<String> sheets(Look.Colours colours) {
        String base = colours == Look.Colours.DARK ? "dark" : "light";
        return List.of(Contrasts.read("/atlantafx/base/theme/primer-" + base + ".css"),
                Contrasts.read("/vn/hoidan/client/ui/kit/kit.css"), Contrasts.read(Theme.colours(colours)));
    }

    @ParameterizedTest
    @EnumSource
    void lettersStandOutFromTheirGround(Look.Colours colours) {
        double least = colours == Look.Colours.CONTRAST ? HIGH : USUAL;
        assertEquals(List.of(), new Contrasts(sheets(colours)).faults(least));
    }

    @Test
    void seesPaleLettersAndPaleEdges() {
        List<String> bad = new ArrayList<>(sheets(Look.Colours.LIGHT));
        bad.add(".root { -color-fg-muted: #8a929b; -hd-edge: rgba(0, 0, 0, 0.2); "
                + "-color-accent-subtle: rgba(0, 90, 255, 0.1); }");
        List<String> faults = new Contrasts(bad).faults(USUAL);
        assertTrue(faults.stream().anyMatch(fault -> fault.startsWith("-color-fg-muted on -color-bg-default")));
        assertTrue(faults.stream().anyMatch(fault -> fault.startsWith("-hd-edge on -color-bg-default")));
        assertTrue(faults.contains("-color-accent-subtle lets through what it lies on"), faults.toString());
        assertFalse(new Contrasts(sheets(Look.Colours.LIGHT)).faults(HIGH).isEmpty(), "light is not high contrast");
    }

    @Test
    void measuresAsThePublishedFormulaDoes() {
        double[] white = {255, 255, 255};
        assertEquals(21, Contrasts.ratio(new double[] {0, 0, 0}, white), 0.001);
        assertEquals(4.54, Contrasts.ratio(new double[] {118, 118, 118}, white), 0.01);
    }

    @Test
    void noStyleSheetUsesColoursThatAreNotLookedAt() throws IOException {
        try (Stream<Path> files = Files.walk(SHEETS)) {
            List<Path> sheets = files.filter(file -> file.toString().endsWith(".css")).toList();
            assertTrue(sheets.size() > 8);
            for (Path sheet : sheets) {
                assertEquals(List.of(), Contrasts.unknown(Files.readString(sheet)), sheet.toString());
            }
        }
        assertEquals(1, Contrasts.unknown(".a { -fx-text-fill: #999999; }").size());
        assertEquals(1, Contrasts.unknown(".a { -fx-background-color: -color-base-3, -color-bg-default; }").size());
    }
}
