import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/// Puts the style sheets of a jar beside themselves as JavaFX reads them fastest: a `.bss` that is there is taken for
/// the `.css` of the same name, and need not be parsed at each start. Rules of a theme for controls that no screen has
/// are left out, which is more than half of them. Run with JavaFX on the module path.
final class Sheets {
    /// Controls that no screen has, each followed by the style classes of its rules; a test holds the first word.
    private static final List<String> UNUSED = List.of("Accordion accordion", "Alert alert", "BBCodeParser bb-code",
            "Breadcrumbs breadcrumbs", "Calendar calendar", "Card card", "ChoiceBox choice-box",
            "ColorPicker color-picker color-palette color-palette-region custom-color-dialog",
            "CustomTextField custom-text-field", "DatePicker date-picker date-picker-popup", "Dialog dialog-pane",
            "HTMLEditor html-editor", "InputGroup input-group", "MaskTextField mask-text-field", "MenuBar menu-bar",
            "MenuButton menu-button split-menu-button", "Message message", "ModalPane modal-pane modal-box",
            "Notification notification", "Pagination pagination", "Popover popover",
            "RingProgressIndicator ring-progress-indicator", "SegmentedControl segmented-control", "Spinner spinner",
            "TabLine tab-line", "Tile tile-base", "TitledPane titled-pane", "ToggleSwitch toggle-switch",
            "ToolBar tool-bar", "TreeView tree-view tree-cell", "TreeTableView tree-table-view tree-table-row-cell",
            "Chart chart chart-bar bar-chart default-color0 default-color1 default-color2 default-color3"
                    + " default-color4 default-color5 default-color6 default-color7 default-color8");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern STYLE_CLASS = Pattern.compile("\\.([\\w-]+)");
    private static final Set<String> UNUSED_CLASSES = UNUSED.stream().flatMap(line -> Stream.of(line.split(" "))
            .skip(1)).collect(Collectors.toUnmodifiableSet());

    private Sheets() {
    }

    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            try (FileSystem inside = FileSystems.newFileSystem(Path.of(jar))) {
                for (Path sheet : sheets(inside.getPath("/"))) {
                    convert(sheet);
                }
            }
        }
    }

    /// Of the window and of the two themes that it wears; not those of reports, which are for browsers.
    private static List<Path> sheets(Path top) throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(file -> file.toString().matches(".*/(client/.*|primer-.*)\\.css")).toList();
        }
    }

    /// Without the selectors that name an unused control, and without rules that have none left.
    static String used(String sheet) {
        StringBuilder kept = new StringBuilder();
        Matcher rules = RULE.matcher(COMMENT.matcher(sheet).replaceAll(""));
        while (rules.find()) {
            String selectors = Stream.of(rules.group(1).split(",")).filter(selector -> STYLE_CLASS.matcher(selector)
                    .results().noneMatch(each -> UNUSED_CLASSES.contains(each.group(1))))
                    .collect(Collectors.joining(","));
            if (!selectors.isBlank()) {
                kept.append(selectors).append('{').append(rules.group(2)).append('}');
            }
        }
        return kept.toString();
    }

    /// The tool of JavaFX knows only files.
    private static void convert(Path sheet) throws IOException {
        Path text = Files.createTempFile("sheet", ".css");
        Path binary = text.resolveSibling(text.getFileName().toString().replace(".css", ".bss"));
        try {
            Files.writeString(text, used(Files.readString(sheet)));
            Stylesheet.convertToBinary(text.toFile(), binary.toFile());
            Files.write(sheet.resolveSibling(sheet.getFileName().toString().replace(".css", ".bss")),
                    Files.readAllBytes(binary));
        } finally {
            Files.deleteIfExists(text);
            Files.deleteIfExists(binary);
        }
    }
}
