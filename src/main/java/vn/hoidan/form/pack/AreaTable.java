package vn.hoidan.form.pack;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.form.xlsform.SheetFolder;

/// Reads `areas.csv`: units with their dates, those above before those below.
final class AreaTable {
    private static final String CODE = "code";
    private static final String VALID_FROM = "valid_from";
    private static final String VALID_TO = "valid_to";
    private static final String LEVEL = "level";
    private static final String KIND = "kind";
    private static final String NAME = "name";
    private static final String PARENT_CODE = "parent_code";
    private static final String PARENT_VALID_FROM = "parent_valid_from";
    private static final String CODE_FORM = "[0-9A-Za-z.-]{1,20}";

    private AreaTable() {
    }

    static Areas read(SheetFolder folder) {
        PackTable table = PackTable.read(folder, "areas", CODE, VALID_FROM, VALID_TO, LEVEL, KIND, NAME, PARENT_CODE,
                PARENT_VALID_FROM);
        Map<AreaKey, Area> areas = new LinkedHashMap<>();
        for (PackTable.Line line : table.lines()) {
            Area area = area(line, areas);
            if (Optional.ofNullable(areas.putIfAbsent(area.key(), area)).isPresent()) {
                throw line.fault(CODE, "area-twice", area.key().asText());
            }
        }
        return new Areas(areas.values());
    }

    private static Area area(PackTable.Line line, Map<AreaKey, Area> above) {
        AreaKey key = key(line, CODE, VALID_FROM);
        Optional<LocalDate> validTo =
                line.value(VALID_TO).isEmpty() ? Optional.empty() : Optional.of(line.date(VALID_TO));
        if (validTo.isPresent() && validTo.get().isBefore(key.validFrom())) {
            throw line.fault(VALID_TO, "ends-before-it-begins", validTo.get().toString());
        }
        AreaLevel level = line.known(LEVEL, AreaTable::level);
        Optional<AreaKey> parent = line.value(PARENT_CODE).isEmpty() ? Optional.empty()
                : Optional.of(key(line, PARENT_CODE, PARENT_VALID_FROM));
        if (parent.isEmpty() && level != AreaLevel.PROVINCE) {
            throw line.fault(PARENT_CODE, "cell-empty");
        }
        parent.ifPresent(unit -> {
            if (!above.containsKey(unit)) {
                throw line.fault(PARENT_CODE, "area-unknown", unit.asText());
            }
            if (above.get(unit).level().compareTo(level) >= 0) {
                throw line.fault(PARENT_CODE, "parent-not-above", unit.asText());
            }
        });
        return new Area(key, level, line.needed(KIND), line.needed(NAME), parent, validTo);
    }

    private static AreaKey key(PackTable.Line line, String code, String validFrom) {
        String text = line.needed(code);
        if (!text.matches(CODE_FORM)) {
            throw line.fault(code, "code-malformed", text);
        }
        return new AreaKey(text, line.date(validFrom));
    }

    static Optional<AreaLevel> level(String word) {
        return Arrays.stream(AreaLevel.values()).filter(level -> level.code().equals(word)).findFirst();
    }
}
