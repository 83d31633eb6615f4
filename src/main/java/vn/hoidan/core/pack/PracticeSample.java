package vn.hoidan.core.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.sampling.Draw;
import vn.hoidan.core.sampling.Household;
import vn.hoidan.core.sampling.HouseholdDraw;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.sampling.Stage;

/// The sample of practice: areas drawn by the real plan, and villages and households that do not exist and say so,
/// because real village lists are not public.
///
/// @param areas units of the sample with those above them
/// @param lists one for each village, in the order of the areas
public record PracticeSample(Areas areas, List<SampleList> lists) {
    private static final int HOUSES_IN_A_LANE = 20;

    public PracticeSample {
        lists = List.copyOf(lists);
    }

    /// Draws it. The same pack and seed always give the same sample.
    public static PracticeSample draw(SurveyPack pack, long seed) {
        List<Area> units = List.of();
        Map<AreaKey, Area> all = new LinkedHashMap<>();
        for (Stage stage : pack.plan().stages()) {
            switch (stage) {
                case Stage.Named named -> units = named.areas().stream().map(pack.areas()::get).toList();
                case Stage.Drawn drawn -> units = units.stream()
                        .flatMap(unit -> taken(pack, unit, drawn, seed).stream()).toList();
                case Stage.Households households -> {
                    // the last stage: its lists are drawn below, once the areas are complete
                }
            }
            for (Area unit : units) {
                addWithAbove(pack.areas(), unit, all);
            }
        }
        List<SampleList> lists = units.stream().map(village -> list(pack, village, all, seed)).toList();
        return new PracticeSample(new Areas(all.values()), lists);
    }

    private static List<Area> taken(SurveyPack pack, Area unit, Stage.Drawn stage, long seed) {
        if (stage.level() == AreaLevel.VILLAGE) {
            List<Area> villages = new ArrayList<>();
            for (int number = 1; number <= stage.take(); number++) {
                villages.add(village(pack.practice(), unit, number));
            }
            return villages;
        }
        List<Area> frame = pack.areas().below(unit.key()).stream()
                .filter(area -> area.level() == stage.level()).toList();
        long ownSeed = Draw.seedFor(seed, unit.key().asText());
        // Drawn at random, kept in the order of the frame, so that people find them where they expect them.
        return Draw.of(stage.method(), stage.take(), frame.size(), ownSeed).stream().sorted().map(frame::get)
                .toList();
    }

    private static Area village(PracticeTexts texts, Area commune, int number) {
        AreaKey key = new AreaKey(commune.key().code() + "-" + number, commune.key().validFrom());
        String kind = texts.villageKinds().getOrDefault(commune.kind(), "");
        String name = texts.villageName().replace("{number}", String.valueOf(number));
        return new Area(key, AreaLevel.VILLAGE, kind, name, Optional.of(commune.key()), commune.validTo());
    }

    private static void addWithAbove(Areas frame, Area unit, Map<AreaKey, Area> all) {
        unit.parent().filter(parent -> !all.containsKey(parent))
                .ifPresent(parent -> addWithAbove(frame, frame.get(parent), all));
        all.putIfAbsent(unit.key(), unit);
    }

    private static SampleList list(SurveyPack pack, Area village, Map<AreaKey, Area> all, long seed) {
        Stage.Households stage = pack.plan().households();
        List<Household> listed = new ArrayList<>();
        for (int number = 1; number <= stage.listed(); number++) {
            listed.add(household(pack.practice(), number, stage.listed()));
        }
        long ownSeed = Draw.seedFor(seed, village.key().asText());
        List<Household> ordered = HouseholdDraw.ordered(listed, stage.take(), stage.method(), ownSeed);
        String commune = village.parent().map(all::get).map(PracticeSample::inSentence).orElse("");
        String name = pack.practice().listName().replace("{village}", village.fullName())
                .replace("{commune}", commune);
        ListId id = new ListId(pack.survey().text() + "." + village.key().code());
        return new SampleList(id, village.key(), name, stage.take(), ordered);
    }

    /// `xã Tản Lĩnh`: the title is written small within a sentence.
    private static String inSentence(Area area) {
        return (area.kind().toLowerCase(Locale.ROOT) + " " + area.name()).strip();
    }

    private static Household household(PracticeTexts texts, int number, int listed) {
        int digits = String.valueOf(listed).length();
        String padded = "0".repeat(Math.max(0, digits - String.valueOf(number).length())) + number;
        int lane = 1 + (number - 1) / HOUSES_IN_A_LANE;
        int house = 1 + (number - 1) % HOUSES_IN_A_LANE;
        String place = texts.householdPlace().replace("{lane}", String.valueOf(lane))
                .replace("{house}", String.valueOf(house));
        return new Household(number, texts.householdLabel().replace("{number}", padded), place);
    }
}
