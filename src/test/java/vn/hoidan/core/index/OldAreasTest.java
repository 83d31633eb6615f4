package vn.hoidan.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;

/// Districts of 2024 and the communes of July 2025, as a mapping says.
class OldAreasTest {
    private static final AreaKey CITY = AreaKey.parse("01@2008-08-01");
    private static final AreaKey SON_TAY = AreaKey.parse("09574@2025-07-01");
    private static final AreaKey TUNG_THIEN = AreaKey.parse("09604@2025-07-01");
    private static final AreaKey VILLAGE = AreaKey.parse("09604-1@2025-07-01");
    private static final Areas AREAS = new Areas(List.of(
            new Area(CITY, AreaLevel.PROVINCE, "Thành phố", "Hà Nội", Optional.empty(), Optional.empty()),
            new Area(SON_TAY, AreaLevel.COMMUNE, "Phường", "Sơn Tây", Optional.of(CITY), Optional.empty()),
            new Area(TUNG_THIEN, AreaLevel.COMMUNE, "Phường", "Tùng Thiện", Optional.of(CITY), Optional.empty()),
            new Area(VILLAGE, AreaLevel.VILLAGE, "Tổ dân phố", "1 (tập dượt)", Optional.of(TUNG_THIEN),
                    Optional.empty())));

    private static OldAreas.OldArea joined(String old, Round.Became... became) {
        Round round = new Round("2024", LocalDate.parse("2025-04-06"), List.of(
                new Round.Published("", "", "overall", 0.86, Optional.of(0.01), 12, 2_700),
                new Round.Published(old, "Thị xã Sơn Tây", "overall", 0.85, Optional.of(0.03), 2, 450)),
                List.of(became));
        return OldAreas.of(round, AREAS, List.of(VILLAGE)).getFirst();
    }

    @Test
    void joinsTheUnitsThatLieWhollyInTheOldOne() {
        OldAreas.OldArea area = joined("269@2004-01-01",
                new Round.Became("269@2004-01-01", SON_TAY.asText(), true),
                new Round.Became("269@2004-01-01", TUNG_THIEN.asText(), true));
        assertEquals(Optional.empty(), area.obstacle());
        assertEquals(Set.of(VILLAGE.asText()), area.points());
        assertEquals(List.of("Phường Sơn Tây", "Phường Tùng Thiện"), area.now());
        assertEquals("Thị xã Sơn Tây", area.name());
    }

    @Test
    void saysWhatCannotBeJoinedAndWhy() {
        assertEquals(Optional.of(OldAreas.Obstacle.NOT_MAPPED), joined("269@2004-01-01").obstacle());
        OldAreas.OldArea split = joined("269@2004-01-01",
                new Round.Became("269@2004-01-01", TUNG_THIEN.asText(), true),
                new Round.Became("269@2004-01-01", SON_TAY.asText(), false));
        assertEquals(Optional.of(OldAreas.Obstacle.SPLIT), split.obstacle());
        assertEquals("Phường Sơn Tây", split.where());
        assertEquals(Set.of(), split.points());
        assertEquals(Optional.of(OldAreas.Obstacle.NOT_SAMPLED), joined("269@2004-01-01",
                new Round.Became("269@2004-01-01", SON_TAY.asText(), true)).obstacle());
    }

    /// The code alone is no unit: 09604 was a commune of 2024 and is a ward of 2025.
    @Test
    void aUnitWithAnotherFirstDayIsAnotherUnit() {
        assertEquals(Optional.of(OldAreas.Obstacle.NOT_MAPPED), joined("09604@2004-01-01").obstacle());
    }
}
