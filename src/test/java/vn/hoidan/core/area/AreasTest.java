package vn.hoidan.core.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AreasTest {
    private static final LocalDate OLD = LocalDate.of(2004, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
    private static final LocalDate NEW = LocalDate.of(2025, 7, 1);

    private final Area province = area("01", OLD, AreaLevel.PROVINCE, Optional.empty(), Optional.empty());
    private final Area district = area("269", OLD, AreaLevel.DISTRICT, Optional.of(province.key()),
            Optional.of(LAST_DAY));
    private final Area oldCommune = area("09604", OLD, AreaLevel.COMMUNE, Optional.of(district.key()),
            Optional.of(LAST_DAY));
    private final Area newCommune = area("09604", NEW, AreaLevel.COMMUNE, Optional.of(province.key()),
            Optional.empty());

    private static Area area(String code, LocalDate from, AreaLevel level, Optional<AreaKey> parent,
            Optional<LocalDate> to) {
        return new Area(new AreaKey(code, from), level, "Xã", "Thanh Mỹ", parent, to);
    }

    @Test
    void keepsTwoUnitsApartThatShareACode() {
        Areas areas = new Areas(List.of(province, district, oldCommune, newCommune));
        assertEquals(Optional.of(district), areas.atOrAbove(oldCommune.key(), AreaLevel.DISTRICT));
        assertEquals(Optional.empty(), areas.atOrAbove(newCommune.key(), AreaLevel.DISTRICT));
        assertEquals(List.of(district, newCommune), areas.below(province.key()));
    }

    @Test
    void isInForceFromItsFirstToItsLastDay() {
        assertTrue(oldCommune.validOn(OLD));
        assertTrue(oldCommune.validOn(LAST_DAY));
        assertFalse(oldCommune.validOn(NEW));
        assertTrue(newCommune.validOn(NEW));
        assertFalse(newCommune.validOn(LAST_DAY));
    }

    @Test
    void readsBackAKeyFromItsText() {
        assertEquals("09604@2025-07-01", newCommune.key().asText());
        assertEquals(newCommune.key(), AreaKey.parse("09604@2025-07-01"));
        assertThrows(IllegalArgumentException.class, () -> AreaKey.parse("09604"));
    }

    @Test
    void refusesASetThatIsNoTree() {
        assertThrows(IllegalArgumentException.class, () -> new Areas(List.of(district)));
        assertThrows(IllegalArgumentException.class, () -> new Areas(List.of(province, province)));
    }
}
